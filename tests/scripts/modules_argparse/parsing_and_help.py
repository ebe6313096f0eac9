import sys, io, contextlib
def demo(argparse):
    out=[]
    def mk(**k): return argparse.ArgumentParser(prog="app", **k)
    def go(p,args):
        o,e=io.StringIO(),io.StringIO()
        with contextlib.redirect_stdout(o),contextlib.redirect_stderr(e):
            try: r=p.parse_args(args.split())
            except SystemExit as x: r="exit %r"%x.code
            except Exception as x: r=repr(x)
        out.append((args,str(r),o.getvalue(),e.getvalue()))
    p=mk(description="Process some integers and other things. "*4,epilog="The end.")
    p.add_argument("integers",metavar="N",type=int,nargs="+",help="an integer for the accumulator")
    p.add_argument("--sum",dest="accumulate",action="store_const",const=sum,default=max,help="sum the integers (default: find the max)")
    p.add_argument("-v","--verbose",action="count",default=0,help="more words")
    p.add_argument("-o","--output",default="out.txt",help="where to (default: %(default)s)")
    p.add_argument("--mode",choices=["fast","slow"],default="fast")
    p.add_argument("--ratio",type=float,required=False,metavar="R",help="a long help text that has to be wrapped because it is so very long that it does not fit")
    p.add_argument("--a-very-long-option-name-here",action="store_true",help="long")
    p.add_argument("--version",action="version",version="%(prog)s 1.0")
    for a in ["","-h","1 2 3","1 -vvv --sum","x","1 --mode z","1 --ratio","1 --ratio x","1 --unknown","--version","1 -o f 2","1 --out=z","1 --ver","1 --ratio=2.5 -v -v","-1 2","1 -ofile","--a 1","1 -- 2","1 -vo x"]: 
        if a!="1 --sum": go(p,a)
    out2=[]
    for t in out: out2.append(tuple(x.replace("<built-in function max>","MAX").replace("<built-in function sum>","SUM") for x in t))
    out[:]=out2
    p=mk(); g=p.add_mutually_exclusive_group(required=True); g.add_argument("-a",action="store_true"); g.add_argument("-b",action="store_true"); p.add_argument("x",nargs="?",default="d"); p.add_argument("rest",nargs="*")
    for a in ["","-a","-a -b","-b q w e","-h"]: go(p,a)
    p=mk(); s=p.add_subparsers(dest="cmd",help="sub-command help",required=True)
    q=s.add_parser("add",help="add it"); q.add_argument("n",type=int); q.add_argument("--k",default=3,type=int)
    q=s.add_parser("rm",help="remove",aliases=["del"]); q.add_argument("names",nargs="+")
    for a in ["","add 3","add x","rm a b","del z","foo","-h","add -h","add 3 --k 9","add 1 2"]: go(p,a)
    p=mk(formatter_class=argparse.ArgumentDefaultsHelpFormatter); p.add_argument("--n",type=int,default=5,help="number"); p.add_argument("--flag",action=argparse.BooleanOptionalAction,default=True,help="f"); gr=p.add_argument_group("extra","some words"); gr.add_argument("--zz",nargs=2,metavar=("A","B")); gr.add_argument("--opt",nargs="?",const=1)
    for a in ["-h","--no-flag","--zz 1","--zz 1 2","--opt","--opt 5","--flag"]: go(p,a)
    p=mk(); p.add_argument("src"); p.add_argument("dst"); p.add_argument("-f","--force",action="store_true"); p.add_argument("-l",action="append",type=int); p.add_argument("-q",action="store_false")
    for a in ["","a","a b","a b c","a -f b","-l 1 -l 2 a b","a b -fq","a b --for","a b -x","a b -l x"]: go(p,a)
    try: p.add_argument("-f")
    except Exception as e: out.append(repr(e)+str(e))
    out.append(repr(p.parse_args(["a","b"])==p.parse_args(["a","b"])))
    p=mk(usage="%(prog)s [options]"); p.add_argument("--x",help=argparse.SUPPRESS); go(p,"-h")
    return out
import argparse
for x in demo(argparse): print(x)
