def t(f, *a):
    try: print(f(*a))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def f1():
    try: return 1
    finally: return 2
def f2():
    for i in range(3):
        try: continue
        finally: print(i)
def f3():
    while True:
        try: raise KeyError("a")
        except KeyError: break
        finally: print("fin")
    return "out"
def f4():
    try:
        try: 1/0
        finally: raise KeyError("second")
    except KeyError as e: return repr(e.__context__)
def f5():
    try: raise ValueError("v")
    except ValueError as e:
        raise TypeError("t") from None
def f6():
    try: raise ValueError("v")
    except ValueError as e:
        raise TypeError("t") from e
def f7():
    try: raise ValueError("v")
    except (KeyError, (TypeError, ValueError)) as e: return "nested tuple"
def f8():
    try: pass
    except 5: pass
    else: return "else"
def f9():
    try: raise ValueError
    except 5: pass
def f10():
    try: raise ValueError
    except "a" if 0 else ValueError as e: pass
    try: e
    except UnboundLocalError as x: return str(x)
def f11():
    raise 5
def f12(): raise
def f13(): raise ValueError from 5
def f14(): raise KeyError from ValueError
def f15():
    e = ValueError("self")
    try: raise e
    except ValueError:
        try: raise e
        except ValueError as x: return x.__context__
def f16():
    class E(Exception):
        def __init__(s, a, b): s.a = a
        def __str__(s): return f"E<{s.a}>"
    raise E(1, b=2)
def f17():
    class M(type):
        def __instancecheck__(c, x): return True
    class E(Exception, metaclass=M): pass
    try: raise ValueError("x")
    except E: return "hook"
    except ValueError: return "no hook"
def f18():
    class E(Exception):
        def __new__(cls, *a): return 5
    raise E
def f19(): assert False, ("a", 1)
def f20(): assert 0
def f21():
    try:
        try: raise KeyError(1)
        except KeyError: raise
        finally: print("fin21")
    except KeyError as e: return e.args
def f22():
    try:
        with open("x"): pass
    except OSError as e: return isinstance(e, OSError)
def f23():
    r = []
    for i in range(4):
        try:
            if i == 0: continue
            if i == 1: raise ValueError
            if i == 2: break
        except ValueError: r.append("v")
        else: r.append("else")
        finally: r.append(i)
    else: r.append("never")
    return r
def f24(): return 24
def f25(): return [].x
def f26(): return undefined_name
def f27(): return {}["k"]
def f28(): return [1][5]
def f29(): return "a" + 1
def f30(): return int("x")
def f31(): return f1(1, 2)
def f32(): return f31(a=1)
def f33(): return None.foo
def f34(): return (1).real.imag.x
def f35(): del undefined_x
def f36():
    x = 1
    del x
    return x
def f37(): return len(5)
def f38(): return (lambda a, b=1, *c, d, **e: 0)()
def f39(): return (lambda a, b=1, *c, d, **e: 0)(1)
def f40(): return (lambda a, /, b: 0)(a=1, b=2)
def f41(): return (lambda *, k: 0)(1)
def f42(): return max([])
def f43(): return [3, "a", 2] < [3, 5]
def f44(): return print(sep=5)
def f45(): return "".join([1])
def f46(): return object() < object()
def f47(): return type("X", (), {})() + 1
def f48(): a, b = 1, 2, 3
def f49(): a, *b, c = [1]
def f50(): return [x for x in 5]
for i in range(1, 51):
    print(i, end=" "); t(globals()[f"f{i}"])
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), KeyError(4)])])
except* ValueError as e: print("V", e, e.exceptions)
except* TypeError as e: print("T", e.exceptions)
except* KeyError as e: print("K", e.exceptions)
try:
    try: raise ValueError("plain")
    except* ValueError as e: print(repr(e)); raise KeyError("new")
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* OSError: pass
except BaseException as e: print(repr(e))
e = ValueError("a"); e.add_note("n1"); print(e.__notes__)
try: e.add_note(5)
except TypeError as x: print(x)
print(repr(OSError(2, "msg", "f")), OSError(2, "msg", "f").filename, repr(OSError("one")), str(OSError(1,2,3,4,5)), type(OSError(13, "x")).__name__, PermissionError(1, "a").errno, str(OSError()), repr(OSError(None, "x")), str(OSError(None, "x")))
print(str(SyntaxError("m", ("f", 1, 2, "t"))), str(SyntaxError()), SyntaxError("m").msg, ImportError("a", name="n", path="p").name, str(ImportError("a", name="n")), NameError("x", name="q").name, AttributeError("x", name="q", obj=5).obj)
for c in (lambda: NameError("x", foo=1), lambda: ValueError(a=1), lambda: UnicodeDecodeError("a"), lambda: SyntaxError("m", (1,2)), lambda: StopIteration(1,2).value, lambda: SystemExit(3).code, lambda: KeyError("a", "b"), lambda: str(KeyError("a", "b")), lambda: str(KeyError("a")), lambda: str(UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad")), lambda: str(UnicodeEncodeError("ascii", "aé", 1, 2, "bad")), lambda: str(UnicodeEncodeError("ascii", "aéé", 1, 3, "bad")), lambda: ValueError().with_traceback(5), lambda: vars(ValueError("x")), lambda: vars(NameError("x", name="y"))):
    t(c)
