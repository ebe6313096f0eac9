# caches under change
class A:
    x = 1
    def f(self): return "A.f"
class B(A): pass
def gx(o): return o.x
def gf(o): return o.f()
def sx(o,v): o.x = v
a, b = A(), B()
for step in range(9):
    out = []
    for o in (a, b, A(), B()):
        try: out.append((gx(o), gf(o)))
        except Exception as e: out.append(repr(e))
    print(step, out)
    if step == 0: B.x = 2
    if step == 1: sx(a, 10)
    if step == 2: B.f = lambda self: "B.f"
    if step == 3: del B.x
    if step == 4: b.__dict__["x"] = 77
    if step == 5: A.x = property(lambda self: "prop")
    if step == 6: A.f = lambda self: "new A.f"; del B.f
    if step == 7: del A.x
class C: 
    def f(self): return "C.f"
    x = "C.x"
a.__class__ = C
print(gx(a), gf(a))
def L(v): return len(v)
print(L([1]))
len = lambda v: "mine"
print(L([1])); del len; print(L([1]))
def G(): return glob
try: G()
except NameError as e: print(e)
glob = 1; print(G()); glob = 2; print(G()); del glob
try: G()
except NameError as e: print(e)
import builtins
import math, types
def M(): return math.tau2
try: M()
except AttributeError as e: print(e)
math.tau2 = 5; print(M()); math.tau2 = 6; print(M()); del math.tau2
try: M()
except AttributeError as e: print(e)
def S(): return math.sqrt(4)
print(S()); old = math.sqrt; math.sqrt = lambda v: "patched"; print(S()); math.sqrt = old; print(S())
class Base:
    def go(self): return "Base"
class Mid(Base):
    def go(self): return "Mid>" + super().go()
class Leaf(Mid):
    def go(self): return "Leaf>" + super().go()
l = Leaf(); print(l.go()); Base.go = lambda self: "Base2"; print(l.go()); Mid.go = lambda self: "Mid2"; print(l.go())
class Other(Base):
    def go(self): return "Other"
class Meta(type):
    y = "meta y"
class WithMeta(metaclass=Meta): pass
def gy(c): return c.y
print(gy(WithMeta)); WithMeta.y = "own"; print(gy(WithMeta)); Meta.y = property(lambda c: "data"); print(gy(WithMeta)); del Meta.y; print(gy(WithMeta))
class Sl:
    __slots__ = ("p", "q")
    r = 3
def gp(o): return o.p
s = Sl()
try: gp(s)
except AttributeError as e: print(e)
s.p = 1; print(gp(s)); s2 = Sl(); s2.p = 5; print(gp(s2), gp(s)); del s.p
try: gp(s)
except AttributeError as e: print(e)
try: s.r = 1
except AttributeError as e: print(e)
class D:
    def __init__(self, **k): self.__dict__.update(k)
def gd(o): return o.v
ds = [D(v=1), D(w=2, v=3), D(v=4, w=5)]
print([gd(d) for d in ds]); ds[0].__dict__["v"] = 9; print([gd(d) for d in ds]); ds[1].__dict__ = {"v": "new"}; print([gd(d) for d in ds]); del ds[2].v
try: gd(ds[2])
except AttributeError as e: print(e)
class Fallback:
    def __getattr__(self, n): return "fallback " + n
def gz(o): return o.z
f = Fallback(); print(gz(f)); f.z = 1; print(gz(f)); del f.z; print(gz(f)); Fallback.z = "class"; print(gz(f))
class Count:
    n = 0
    def inc(self): self.n += 1
c1, c2 = Count(), Count()
for _ in range(3): c1.inc()
c2.inc(); print(c1.n, c2.n, Count.n)
class Desc:
    def __get__(self, o, t): return "desc"
class NonData: d = Desc()
def gdd(o): return o.d
nd = NonData(); print(gdd(nd)); nd.d = "own"; print(gdd(nd), gdd(NonData()))
class SetDesc(Desc):
    def __set__(self, o, v): print("set", v)
NonData.d = SetDesc(); print(gdd(nd)); nd.d = 5; print(gdd(nd))
def call(o): return o()
class K:
    def __call__(self): return "K"
k = K(); print(call(k)); K.__call__ = lambda self: "K2"; print(call(k)); print(call(lambda: "fn"))
def add(p, q): return p + q
print(add(1, 2), add("a", "b"), add([1], [2]), add(1.5, 1), add(10**20, 1), add(True, 1))
class Num(int):
    def __add__(self, o): return "Num add"
print(add(Num(1), 2), add(1, Num(2)), add(1, 2))
def it(x): return [v for v in x]
print(it([1]), it((2,)), it("ab"), it({3: 4}), it(range(2)), it(v for v in [5]), it({6}))
def sub(x, i): return x[i]
print(sub([1, 2], 0), sub((1, 2), 1), sub("ab", 0), sub({"k": 1}, "k"), sub(b"a", 0), sub([1, 2], -1), sub(range(5), 2))
class GI(list):
    def __getitem__(self, i): return "GI"
print(sub(GI([1]), 0), sub([1], 0))
def cmp(p, q): return p < q, p == q
print(cmp(1, 2), cmp("a", "b"), cmp(1.0, 1), cmp([1], [2]), cmp((1,), (1,)))
class Cls:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return "st"
class Cls2(Cls): pass
def mk(c): return c.make(), c.st()
print(mk(Cls), mk(Cls2), mk(Cls()), mk(Cls2())); Cls2.make = staticmethod(lambda: "patched"); print(mk(Cls), mk(Cls2), mk(Cls2())); 
def unpack(x):
    p, q = x
    return p, q
print(unpack([1, 2]), unpack("ab"), unpack({1: 2, 3: 4}))
x = 5
def shadow():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner(), x
print(shadow(), x)
class Cx:
    x = x + 1
    y = [x for _ in range(2)]
    def m(self): return x
print(Cx.x, Cx.y, Cx().m())
def defaults(a, b=[]): b.append(a); return b
print(defaults(1), defaults(2), defaults(3, []))
defaults.__defaults__ = (["z"],); print(defaults(4))
def code1(): return 1
def code2(): return 2
fs = [lambda i=i: i for i in range(3)]; gs = [lambda: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
