def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, e.__cause__, e.__context__)
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("fin")
    return 99
a = g(); print(next(a), a.send("hi")); t(next, a); t(next, a)
a = g(); next(a); print(a.throw(ValueError("v"))); t(a.throw, KeyError("k")); t(a.send, 3); t(a.throw, TypeError)
a = g(); t(a.throw, ValueError("early")); t(next, a)
a = g(); t(a.send, 1); next(a); a.close(); a.close(); t(next, a)
def ret():
    try: yield 1
    except GeneratorExit: return 5
s = ret(); next(s); print(s.close())
def outer():
    r = yield from g()
    print("result", r)
    r2 = yield from [10, 20]
    print(r2)
    return "done"
o = outer(); print(list(o))
o = outer(); next(o); t(o.throw, ValueError("x")); print(o.gi_running); o.close()
o = outer(); next(o); print(o.send("S")); t(next, o); t(o.send, 5)
class It:
    def __iter__(s): return s
    def __next__(s): return "n"
    def send(s, v): return ("sent", v)
    def throw(s, *e): print("throw", e); raise StopIteration("thrown") if len(e) == 1 else RuntimeError(e)
    def close(s): print("It.close")
def d():
    r = yield from It()
    print("r", r)
    yield "end"
x = d(); print(next(x), x.send(4), next(x)); print(x.throw(KeyError("a"))); t(next, x)
x = d(); next(x); x.close()
def inner_ex():
    try: yield 1
    finally: print("inner fin")
def mid():
    try: yield from inner_ex()
    except GeneratorExit: print("mid exit"); raise
    finally: print("mid fin")
m = mid(); next(m); m.close()
def ign():
    try: yield 1
    except GeneratorExit: yield 2
def mid2():
    yield from ign()
m = mid2(); next(m); t(m.close)
def stop():
    raise StopIteration("s")
    yield
t(list, stop())
def fin_ret():
    for i in range(3):
        try:
            yield i
            continue
        finally:
            print("f", i)
            if i == 1: break
    return "r"
print(list(fin_ret()))
def rec(n):
    if n:
        yield n
        yield from rec(n - 1)
print(list(rec(5)), sum(rec(50)))
def swallow():
    try:
        yield 1
    finally:
        return 5
s = swallow(); next(s); t(s.throw, KeyError)
def inself():
    yield next(me)
me = inself(); t(next, me)
gg = (x for x in range(3)); print(next(gg), list(gg), list(gg))
t(lambda: (x for x in 5))
t(lambda: list(y for x in [1,2] for y in (x, x*x) if y % 2))
def ctx():
    try: 1/0
    except ZeroDivisionError:
        yield "in"
        try: raise KeyError("k")
        except KeyError as e: print(repr(e.__context__))
c = ctx(); next(c)
try:
    raise ValueError("outer")
except ValueError:
    t(next, c)
def raiser():
    try:
        yield
    except Exception as e:
        raise RuntimeError("new") from e
r = raiser(); next(r); t(r.throw, OSError(2, "no"))
def args(*a, **k):
    yield a; yield k
print(list(args(1, *[2], x=3)))
def nested():
    def inner():
        nonlocal n
        n += 1
        yield n
    n = 0
    yield from inner(); yield from inner(); yield n
print(list(nested()))
print(*(i for i in range(3)), sep="-")
a, *b = (i for i in range(4)); print(a, b)
def empty():
    return
    yield
t(next, empty()); t(next, empty(), "dflt")
def big():
    x = yield
    while x: x = yield x * 2
b = big(); next(b); print([b.send(i) for i in (1, 2, 3)]); t(b.send, 0)
import types
print(isinstance(b, types.GeneratorType), type(b).__name__, b.__name__, b.__qualname__) if hasattr(types, "GeneratorType") else 0
t(b.throw, "str"); t(b.throw, int); t(b.throw)
class CM:
    def __enter__(s): print("enter"); return s
    def __exit__(s, *e): print("exit", e[0]); return False
def with_gen():
    with CM():
        yield 1
        yield 2
w = with_gen(); next(w); w.close()
w = with_gen(); next(w); t(w.throw, KeyError(1))
