# lockstep: mask 0x[0-9a-f]+
import traceback, sys
def f(n):
    if n==0:
        raise ValueError("deep") 
    return f(n-1)
def g():
    try: f(2)
    except ValueError as e:
        raise RuntimeError("wrapped") from e
def h():
    try: g()
    except RuntimeError:
        {}["key"]
try: h()
except KeyError as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e),e))
    te=traceback.TracebackException.from_exception(e)
    print("".join(te.format()))
    for fr in traceback.extract_tb(e.__traceback__): print(fr.name, fr.lineno, fr.line, fr)
    print(traceback.format_tb(e.__traceback__, limit=1))
    traceback.print_exc(file=sys.stdout, limit=-1)
    traceback.print_exception(e, chain=False, file=sys.stdout)
e=ExceptionGroup("many",[ValueError(1),ExceptionGroup("inner",[TypeError("t"),KeyError("k")])])
e.add_note("a note\nsecond")
try: raise e
except* ValueError as eg: print("VE", eg.exceptions, eg)
except* (TypeError,KeyError) as eg: print("TK", repr(eg)); 
try:
    try: raise e
    except* TypeError: raise OSError("during")
except BaseException as x: traceback.print_exception(x, file=sys.stdout)
print(e.split(ValueError)); print(e.subgroup(lambda x:isinstance(x,KeyError))); print(e.derive([ValueError(5)]))
try: ExceptionGroup("x",[])
except ValueError as er: print(er)
try: ExceptionGroup("x",[1])
except ValueError as er: print(er)
try: ExceptionGroup("x",[KeyboardInterrupt()])
except TypeError as er: print(er)
st=traceback.extract_stack(); print(len(st), st[-1].name); 
print("".join(traceback.format_list([("f.py",3,"fn","code here")])))
def walk(): 
    traceback.print_stack(file=sys.stdout)
walk()
sys.excepthook(*sys.exc_info()) if sys.exc_info()[0] else print("none")
sys.excepthook=lambda t,v,tb: print("HOOK",t.__name__,v)
raise e
