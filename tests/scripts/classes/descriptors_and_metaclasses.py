def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class Desc:
    def __set_name__(s, o, n): s.n = n; print("set_name", o.__name__, n)
    def __get__(s, i, o): return ("get", i is None, o.__name__)
    def __set__(s, i, v): print("set", v); i.__dict__[s.n] = v
    def __delete__(s, i): print("del")
class NonData:
    def __get__(s, i, o=None): return "nondata"
class A:
    d = Desc(); n = NonData()
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); print("sub", cls.__name__, tag)
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
    @p.deleter
    def p(self): print("pdel"); del self._p
    @classmethod
    def c(cls, x=1): return (cls.__name__, x)
    @staticmethod
    def s(x): return x
a = A(); print(A.d, a.d); a.d = 5; print(a.__dict__, a.d); del a.d; print(a.n); a.n = 1; print(a.n); del a.n; print(a.n)
a.p = 4; print(a.p); del a.p; t(lambda: a.p); print(A.c(), a.c(5), A.s(3), a.s(4))
class B(A, tag="T"): pass
t(lambda: type("C", (A,), {}, zzz=1)); t(lambda: type("C", (A,), {"x": 1}, tag=2).x)
class M(type):
    def __new__(m, n, b, ns, **k): print("M.new", n, sorted(x for x in ns if not x.startswith("__")), k); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): print("M.init"); super().__init__(n, b, ns)
    def __call__(c, *a, **k): print("M.call"); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **k): print("prepare", n, k); return {"prepared": 1}
    def __len__(c): return 42
    def __iter__(c): return iter([1, 2])
    def __getitem__(c, i): return ("item", i)
    def __contains__(c, x): return x == 3
    def __repr__(c): return f"<M {c.__name__}>"
    def __eq__(c, o): return c is o
    def __hash__(c): return 5
    def __getattr__(c, n): return ("meta attr", n)
    def __add__(c, o): return "added"
    def __instancecheck__(c, o): return o == 1
    def __subclasscheck__(c, o): return True
    @property
    def mp(c): return "mp"
class X(metaclass=M, kw=1):
    y = 5
    def __init__(s, a): s.a = a
class Y(X): pass
print(X(3).a, len(X), list(X), X[0], 3 in X, X, X.foo, X + 1, isinstance(1, X), isinstance(2, X), issubclass(int, X), X.mp, {X: 1}, X.prepared, type(X).__name__, Y.__mro__)
t(lambda: X(1).foo); t(lambda: X()); t(lambda: X(1).mp)
class P:
    __slots__ = ("x", "y")
    def __init__(s): s.x = 1
p = P(); t(lambda: p.y); t(lambda: setattr(p, "z", 1)); t(lambda: p.__dict__); print(p.x, P.x)
class Q(P): __slots__ = ()
t(lambda: setattr(Q(), "z", 1))
class G:
    def __getattr__(s, n):
        if n.startswith("_"): raise AttributeError(n)
        return n.upper()
    def __setattr__(s, n, v): object.__setattr__(s, n, ("w", v))
    def __delattr__(s, n): print("del", n)
    def __dir__(s): return ["b", "a"]
g = G(); print(g.foo); g.x = 1; print(g.x); del g.x; print(dir(g), hasattr(g, "_q"), getattr(g, "_z", "dflt"))
t(lambda: g._a)
class H:
    def __getattribute__(s, n):
        if n == "secret": raise AttributeError("nope")
        return object.__getattribute__(s, n)
    def __getattr__(s, n): return "fallback " + n
    real = 1
h = H(); print(h.real, h.secret, h.other)
class N:
    def __new__(cls, *a):
        if a: return 42
        s = super().__new__(cls); s.v = "new"; return s
    def __init__(s, *a): print("init", a)
print(N(1), N().v)
class Base:
    def m(self): return "Base"
class L1(Base):
    def m(self): return "L1>" + super().m()
class R1(Base):
    def m(self): return "R1>" + super().m()
class Dm(L1, R1):
    def m(self): return "D>" + super().m()
    def direct(self): return super(L1, self).m()
    @classmethod
    def cm(cls): return super().__name__ if hasattr(super(), "__name__") else "none"
print(Dm().m(), Dm().direct(), Dm.cm(), [c.__name__ for c in Dm.__mro__])
t(lambda: super()); t(lambda: super(Dm, 5)); t(lambda: super(5, 5))
class Eq:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, Eq) and s.v == o.v
    def __hash__(s): return hash(s.v)
print(Eq(1) == Eq(1), Eq(1) != Eq(1), {Eq(1): "a"}[Eq(1)], Eq(1) in [Eq(1)], [Eq(1), Eq(2)].index(Eq(2)), {Eq(1), Eq(1), Eq(2)}.__len__(), [Eq(1)].count(Eq(1)), (Eq(1), 2) == (Eq(1), 2), {1: Eq(2)} == {1: Eq(2)}, {Eq(1)} == {Eq(1)}, {Eq(1)} | {Eq(2)} == {Eq(2), Eq(1)}, {Eq(1)} & {Eq(1)} == {Eq(1)})
d = {Eq(1): 1}; d[Eq(1)] = 2; d.setdefault(Eq(3), 5); print(list(d.values()), d.pop(Eq(1)), d.get(Eq(9)), Eq(3) in d); del d[Eq(3)]; print(d)
class UnH:
    def __eq__(s, o): return True
t(lambda: hash(UnH())); t(lambda: {UnH()}); print(UnH.__hash__)
class Cnt:
    n = 0
    def __init__(s): type(s).n += 1
    def __del__(s): pass
    def __enter__(s): return "entered"
    def __exit__(s, t_, v, tb): print("exit", t_, v); return t_ is KeyError
Cnt(); Cnt(); print(Cnt.n)
with Cnt() as c: print(c)
with Cnt(): raise KeyError("swallowed")
def wf():
    with Cnt(): raise ValueError("passed")
t(wf)
def w2():
    with 5: pass
t(w2)
class NoExit:
    def __enter__(s): pass
def w3():
    with NoExit(): pass
t(w3)
class BadE:
    def __enter__(s): raise KeyError("enter")
    def __exit__(s, *a): print("never")
def w4():
    with Cnt(), BadE(): pass
w4()
print(type("Dyn", (Base,), {"z": lambda s: 5})().z(), A.__name__, A.__qualname__, A.__module__, Base.__subclasses__(), A.__dict__["n"].__class__.__name__, type.__call__(A).__class__)
class Outer:
    class Inner:
        def f(self): return __class__
    x = [i for i in range(3)]
    y = 5
    try: z = [y for _ in range(2)]
    except NameError as e: z = str(e)
print(Outer.Inner().f(), Outer.x, Outer.z, Outer.Inner.__qualname__)
a = A(); a.__class__ = B; print(type(a))
t(lambda: setattr(a, "__class__", int)); t(lambda: setattr(5, "x", 1)); t(lambda: setattr(int, "x", 1)); t(lambda: object().__dict__); t(lambda: delattr(a, "nope")); t(lambda: A.nope); t(lambda: A().nope)
class Cm:
    __call__ = lambda self, x: x + 1
    __len__ = None
print(Cm()(3)); t(lambda: len(Cm())); t(lambda: bool(Cm()))
class Abs:
    def __abs__(s): return "abs"
    def __invert__(s): return "inv"
    def __reversed__(s): return "rev"
    def __length_hint__(s): return 3
    def __iter__(s): return iter([1])
    def __class_getitem__(c, i): return ("cgi", i)
print(abs(Abs()), ~Abs(), reversed(Abs()), list(Abs()), Abs[int, str])
