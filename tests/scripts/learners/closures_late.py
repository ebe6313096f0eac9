import threading, functools
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
fs = [functools.partial(lambda x: x, i) for i in range(3)]; print([f() for f in fs])
out = []
ts = []
for i in range(3):
    t = threading.Thread(target=lambda: out.append(i)); ts.append(t)
for t in ts: t.start()
for t in ts: t.join()
print(out)
def f(x, acc=[]): acc.append(x); return acc
print(f(1), f(2), f.__defaults__)
def mk():
    n = 0
    def inc():
        nonlocal n
        n += 1; return n
    def get(): return n
    return inc, get
i, g = mk(); i(); i(); print(g())
def bad():
    print(v)
    v = 1
try: bad()
except UnboundLocalError as e: print(e)
def bad2():
    def inner(): return zz
    inner(); zz = 1
try: bad2()
except NameError as e: print(type(e).__name__, e)
try: undefined_nam
except NameError as e: print(e)
x = 5
class A:
    x = 1
    y = [x for _ in range(2)]
    def f(self): return x
print(A.y, A().f())
try:
    exec("def g():\n  global q\n  q = 3\ng()"); print(q)
finally: print("fin")
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
for n in range(2, 8):
    for p in range(2, n):
        if n % p == 0: print(n, "=", p, "*", n // p); break
    else: print(n, "prime")
print(0 < 5 > 3 != 3, not 1 == 2, 1 if [] else 2, "a" "b", 3 if (y := 4) > 3 else 0, y)
del x
try: x
except NameError as e: print(e)
