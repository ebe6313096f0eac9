# caches, second helping: the same code on objects of many shapes
import types
class P: pass
def get(o): return o.v
def put(o, v): o.v = v
def has(o): return hasattr(o, "v")
objs = []
for i in range(4):
    o = P()
    for name in ("abcd"[i:] + "abcd"[:i]): setattr(o, name, name)
    objs.append(o)
for o in objs: put(o, id(o) and 1); print(get(o), sorted(o.__dict__), has(o))
for o in objs: del o.v; print(has(o), end=" ")
for o in objs: put(o, "again"); print(get(o), end=" ")
print()
class Q:
    v = "Q"
    def __init__(self, own): 
        if own: self.v = "own"
print([get(Q(i % 2)) for i in range(6)])
class S1: 
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
s = S1(); put(s, 4); print(get(s)); del S1.__setattr__; put(s, 4); print(get(s)); S1.__setattr__ = lambda self, n, v: print("set", n, v); put(s, 5); print(get(s))
class T1: pass
t = T1(); put(t, 1); T1.v = property(lambda self: "prop"); print(get(t))
del T1.v; print(get(t))
class U: 
    def m(self): return "m"
u = U(); f = u.m; print(f(), u.m()); u.m = lambda: "inst"; print(u.m(), f()); del u.m; print(u.m())
class V(U): pass
v = V(); print(v.m()); V.m = lambda self: "V.m"; print(v.m()); del V.m; print(v.m()); U.m = lambda self: "U.m2"; print(v.m())
class W:
    def __getattribute__(self, n): return "ga " + n
print(get(W())); del W.__getattribute__
try: get(W())
except AttributeError as e: print(e)
W.__getattr__ = lambda self, n: "gattr"; print(get(W()))
m=types; m.v=1; print(get(m)); m.v=2; print(get(m)); del m.v
try: get(m)
except AttributeError as e: print(e)
ns = types.SimpleNamespace(v=5); print(get(ns)); ns.v = 6; print(get(ns))
class E(Exception): v = "cls"
e = E(); print(get(e)); e.v = "own"; print(get(e), get(E()))
def fn(): pass
fn.v = "fnattr"; print(get(fn)); del fn.v
try: get(fn)
except AttributeError as x: print(x)
print(get(Q), get(E)); Q.v = "Q2"; print(get(Q), get(Q(0)), get(Q(1)))
import enum, collections, dataclasses, threading
class Col(enum.Enum): v = 1
print(get(Col)); NT = collections.namedtuple("NT", "v w"); print(get(NT(7, 8)))
@dataclasses.dataclass
class DC: v: int = 3
d = DC(); print(get(d)); d.v = 4; print(get(d), get(DC), get(DC()))
class TL(threading.local): v = "tl class"
tl = TL(); print(get(tl)); tl.v = "mine"; print(get(tl)); th = threading.Thread(target=lambda: print("other", get(tl))); th.start(); th.join()
class Cnt:
    total = 0
    def add(self): self.total += 1; type(self).total += 10; return self.total
a, b = Cnt(), Cnt(); print(a.add(), b.add(), a.add(), Cnt.total, a.total, b.total)
class Lazy:
    @property
    def x(self):
        self.__dict__["x"] = 5; return "computed"
l = Lazy(); print(l.x, l.x)
import functools
class CP:
    @functools.cached_property
    def x(self): print("once"); return 1
for _ in range(3):
    c = CP(); print(c.x, c.x); 
    del c.x; print(c.x)
class Base:
    kind = "base"
    def describe(self): return f"{self.kind} {self.helper()}"
    def helper(self): return "bh"
class D1(Base): kind = "d1"
class D2(Base):
    def __init__(self): self.kind = "own d2"
    def helper(self): return "dh"
print([x.describe() for x in (Base(), D1(), D2(), D1(), D2(), Base())])
for x in (Base(), D1()):
    print(x.describe()); x.kind = "changed"; x.helper = lambda: "lambda"; print(x.describe())
class Node:
    __slots__ = ("val", "next")
    default = 9
    def __init__(self, val, next=None): self.val = val; self.next = next
n = Node(1, Node(2)); print(n.next.val, n.default, [hasattr(n, k) for k in ("val", "zzz")])
class Sub(Node): pass
sn = Sub(3); sn.extra = 1; print(sn.val, sn.extra, sn.default); sn.default = 10; print(sn.default, n.default, Sub(1).default)
