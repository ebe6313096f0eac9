import abc, enum, functools, typing
class Shape(abc.ABC):
    registry = {}
    def __init_subclass__(cls, /, kind=None, **kw):
        super().__init_subclass__(**kw); Shape.registry[kind or cls.__name__] = cls
    @property
    @abc.abstractmethod
    def area(self) -> float: ...
    def __lt__(self, o): return self.area < o.area
    def __repr__(self): return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Sq(Shape, kind="sq"):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    @area.setter
    def area(self, v): self.s = v ** .5
class Circ(Shape):
    __match_args__ = ("r",)
    def __init__(self, r): self.r = r
    area = property(lambda self: 3 * self.r ** 2)
print(Shape.registry, sorted([Circ(2), Sq(3), Sq(1)]))
try: Shape()
except TypeError as e: print(e)
s = Sq(2); s.area = 25; print(s.s)
try: Circ(1).area = 3
except AttributeError as e: print(e)
def describe(x):
    match x:
        case Circ(r) if r > 5: return f"big {r}"
        case Circ(r=r): return f"circle {r}"
        case Sq(s=1 | 2 as side): return f"small {side}"
        case [a, *rest, b]: return f"{a}..{b} {rest}"
        case {"k": v, **others}: return f"map {v} {others}"
        case str() | bytes(): return "text"
        case None: return "none"
        case _: return "?"
for v in (Circ(9), Circ(1), Sq(2), Sq(7), [1, 2, 3, 4], {"k": 1, "z": 2}, "s", None, 5): print(describe(v))
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
print(Perm.RW, Perm.R | Perm.X, Perm.W in Perm.RW, ~Perm.R, Perm(0), list(Perm))
class Pri(enum.IntEnum):
    LOW = 1; HIGH = 2
print(Pri.LOW < Pri.HIGH, Pri(2), Pri["LOW"], f"{Pri.HIGH}", Pri.HIGH + 1, repr(Pri.LOW))
try: Pri(5)
except ValueError as e: print(e)
class Temp:
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, 0)
    def __set__(self, i, v):
        if v < -273: raise ValueError(f"{self.n[1:]} too low: {v}")
        setattr(i, self.n, v)
class Room: t = Temp()
r = Room(); r.t = 20; print(r.t, vars(r))
try: r.t = -300
except ValueError as e: print(e)
