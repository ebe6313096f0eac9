class A:
    def __init__(self, *a, **k): print("A", a, k); super().__init__()
    def go(self): return ["A"]
class B(A):
    def __init__(self, *a, b=0, **k): print("B", b); super().__init__(*a, **k)
    def go(self): return ["B"] + super().go()
class C(A):
    def __init__(self, *a, c=0, **k): print("C", c); super().__init__(*a, **k)
    def go(self): return ["C"] + super().go()
class D(B, C):
    def go(self): return ["D"] + super().go()
d = D(1, b=2, c=3, z=4)if False else D(1, b=2, c=3)
print(d.go(), [k.__name__ for k in D.__mro__], super(B, d).go(), D.go is not B.go, A.__subclasses__())
print(hasattr(d, "zz"), getattr(d, "zz", "no"), callable(d.go), d.__class__.__name__, type(d).__bases__, isinstance(d, C), D.__dict__.keys() & {"go"}, D.__module__, D.__qualname__)
for f in (lambda: d.zz, lambda: D.zz, lambda: d(), lambda: A.go(), lambda: d.go(1), lambda: d.go(x=1), lambda: A(1).undefined(), lambda: D.go.zz, lambda: object().x, lambda: setattr(object(), "x", 1), lambda: setattr(1, "x", 1), lambda: A.__init__(), lambda: super().x, lambda: int.foo, lambda: (5).bar, lambda: "s".nope(), lambda: [].push(1), lambda: None.x, lambda: print.x, lambda: len.__name__.y):
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
class S:
    __slots__ = ("a", "__weakref__")
s = S()
for f in (lambda: s.a, lambda: setattr(s, "b", 1), lambda: s.__dict__):
    try: f()
    except AttributeError as e: print(e)
class G:
    def __getattr__(self, n):
        if n.startswith("get_"): return lambda: n[4:]
        raise AttributeError(f"{type(self).__name__!r} has no {n!r}")
    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
    def __dir__(self): return ["x"]
g = G(); g.x = 1; print(g.get_foo(), g.x, dir(g)); del g.x
try: g.y
except AttributeError as e: print(e)
try: super(G, g).__getattribute__("nope")
except AttributeError as e: print(e)
try: object.__getattribute__(g, "nope")
except AttributeError as e: print(e)
