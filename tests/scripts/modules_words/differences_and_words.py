import difflib, hmac, shlex, getopt, random
R=random.Random(5)
print(difflib.get_close_matches("appel",["ape","apple","peach","puppy"]), difflib.SequenceMatcher(None,"abcd","bcde").ratio(), difflib.SequenceMatcher(lambda x:x==" ","private Thread currentThread;","private volatile Thread currentThread;").get_opcodes())
a="one\ntwo\nthree\nfour\n".splitlines(True); b="ore\ntree\nemu\nfour\n".splitlines(True)
print("".join(difflib.ndiff(a,b)),end=""); print("".join(difflib.unified_diff(a,b,"x","y")),end=""); print("".join(difflib.context_diff(a,b,"x","y")),end="")
print(list(difflib.restore(difflib.ndiff(a,b),1)))
for _ in range(60):
    a=[R.choice("abcde")*R.randint(1,2)+R.choice(["","x y"])+"\n" for _ in range(R.randint(0,12))]; b=[l if R.random()<.6 else R.choice("abcde")+"z\n" for l in a][R.randint(0,2):]+R.choice([[],["new\n"]])
    print(list(difflib.ndiff(a,b)),list(difflib.unified_diff(a,b,n=1)),list(difflib.context_diff(a,b,n=2)),difflib.SequenceMatcher(None,"".join(a),"".join(b)).get_matching_blocks())
print(hmac.new(b"key",b"msg","sha256").hexdigest(),hmac.compare_digest("a","a"))
for s in ["a b 'c d' \"e f\"","x\\ y z","it''s","a \"b\\\"c\" d",""]: print(shlex.split(s))
for s in ["'a","a\\"]:
    try: shlex.split(s)
    except ValueError as e: print(e)
print(shlex.quote("a b"),shlex.quote("it's"),shlex.quote(""),shlex.join(["a","b c"]))
for args,so,lo in [(["-a","-b","x","rest"],"ab:",[]),(["--foo=1","--bar","y"],"",["foo=","bar"]),(["x","-a"],"a",[]),(["-z"],"a",[]),(["--fo","1"],"",["foo="]),(["-b"],"b:",[]),(["--nope"],"",["foo"])]:
    for f in (getopt.getopt,getopt.gnu_getopt):
        try: print(f(args,so,lo))
        except getopt.GetoptError as e: print(e, e.opt)
