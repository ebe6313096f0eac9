import abc, contextlib, sys, io, typing, types, dataclasses, enum, json, time, datetime
from abc import ABC, abstractmethod
from typing import *
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar
class Shape(ABC):
    @property
    @abstractmethod
    def area(self) -> float: ...
    @abstractmethod
    def scale(self, k): "doc"
    @classmethod
    @abstractmethod
    def make(cls): ...
    def __str__(self): return f"{type(self).__name__}({self.area:.2f})"
class Sq(Shape):
    def __init__(self, s): self.s = s
    area = property(lambda self: self.s ** 2)
    def scale(self, k): return Sq(self.s * k)
    @classmethod
    def make(cls): return cls(1)
print(Sq(2), Sq.make().scale(3), Shape.__abstractmethods__ == {"area", "scale", "make"}, isinstance(Sq(1), Shape))
for f in (lambda: Shape(), lambda: type("X", (Shape,), {"make": 1})(), lambda: Sq(), lambda: Sq(1, 2), lambda: Sq(1).nope, lambda: setattr(Sq(1), "area", 3), lambda: Sq.nope):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Meta(type):
    registry = {}
    def __new__(m, name, bases, ns, **kw):
        cls = super().__new__(m, name, bases, ns); m.registry[name] = kw; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("creating", cls.__name__); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw): return {"injected": 5}
    def __len__(cls): return 7
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __contains__(cls, k): return k == 1
    def __iter__(cls): return iter("abc")
class A(metaclass=Meta, opt=1): pass
class B(A, opt=2):
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
print(A(), len(A), A["x"], 1 in A, list(A), A.injected, Meta.registry, type(B)) if False else print(len(A), A["x"], 1 in A, list(A), A.injected, Meta.registry, type(B))
B()
class Desc:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, int): raise TypeError(f"{self.name} must be int, not {type(value).__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj): del obj.__dict__[self.name]
class D:
    a = Desc(); b = Desc()
d = D(); d.a = 3; print(d.a, d.b, vars(d)); del d.a; print(d.a)
try: d.b = "x"
except TypeError as e: print(e)
class S:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
s = S(1)
for f in (lambda: s.y, lambda: setattr(s, "z", 1), lambda: s.__dict__, lambda: delattr(s, "y")):
    try: f()
    except AttributeError as e: print(e)
print(S.x, S.__slots__, hasattr(s, "x"))
@dataclass
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, repr=False)
    _: KW_ONLY
    qty: int = 1
    total: float = field(init=False)
    seed: InitVar[int] = 0
    def __post_init__(self, seed): self.total = self.price * self.qty + seed
i = Item("pen", 1.5, qty=4, seed=1); print(i, asdict(i), astuple(i), [f.name for f in fields(i)], i == Item("pen", 1.5, qty=4, seed=1), Item.__match_args__)
@dataclass(frozen=True, order=True, slots=True)
class Pt:
    x: int
    y: int = field(default=0, compare=False)
p = Pt(1, 2); print(p, replace(p, x=3), Pt(1) < Pt(2), hash(Pt(1)) == hash(Pt(1, 5)), {p: 1}[Pt(1)], sorted([Pt(3), Pt(1)]))
for f in (lambda: setattr(p, "x", 1), lambda: Pt(), lambda: Item(), lambda: p < 3, lambda: dataclasses.dataclass(type("Z", (), {"__annotations__": {"a": list}, "a": []})), lambda: delattr(p, "x"), lambda: Item("a", 1, [], 5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Color(enum.Enum):
    RED = "r"; GREEN = "g"
    @classmethod
    def parse(cls, s): return cls(s.lower())
    def __call__(self): return self.value * 2
print(Color.parse("R"), Color.RED(), Color.RED.name, [*Color], Color("g") is Color.GREEN, Color.RED in {Color.RED: 1}, isinstance(Color.RED, Color), type(Color.RED))
class W(enum.IntFlag): R = 4; WW = 2; X = 1
print(W.R | W.X, W(7), W(0), 5 & W.R, W.R in W(6), [w for w in W(5)], repr(W(8)))
class St(str, enum.Enum): A = "a"
print(St.A, f"{St.A}", St.A == "a", St.A.upper(), repr(St.A)); 
class St2(enum.StrEnum): A = enum.auto(); Bee = enum.auto()
print(St2.A, f"{St2.Bee}", list(St2))
T = TypeVar("T"); K = TypeVar("K", bound=int)
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> "Stack[T]": self.items.append(x); return self
print(Stack[int]().push(1).items, Stack[int], Optional[int], Union[int, str, None], List[Dict[str, int]], Callable[[int], str], Tuple[int, ...], T, int | None, list[int], dict[str, list[int]])
class Proto(Protocol):
    def push(self, x): ...
@runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], Sized2), isinstance(3, Sized2), get_type_hints(Stack.push), cast(int, "x"), TYPE_CHECKING, Literal["a", 1], Final, ClassVar[int], Any, NoReturn, get_origin(List[int]), get_args(Dict[str, int]), NewType("UserId", int)(5))
class TD(TypedDict, total=False): a: int; b: str
class NT(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return f"{self.x}{self.y}"
print(TD(a=1), NT(3), NT(3).both(), NT._field_defaults, NT.__annotations__)
@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except ValueError as e: print("caught", e)
    finally: print(f"</{n}>")
with tag("a") as x, tag("b"): print(x); raise ValueError("boom")
with contextlib.suppress(KeyError, ZeroDivisionError): {}[1]
with contextlib.redirect_stdout(io.StringIO()) as out: print("hidden")
print(repr(out.getvalue()))
with contextlib.ExitStack() as st:
    for n in "xy": st.enter_context(tag(n))
    st.callback(print, "callback", 1); st.push(lambda *a: print("exit", a[0])); print("in")
class CM(contextlib.ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *exc): print("exit", exc[0]); return False
@CM()
def deco(): print("body")
deco()
with contextlib.nullcontext(5) as v, contextlib.closing(io.StringIO("t")) as f: print(v, f.read())
class Res:
    def __getattr__(self, n):
        if n.startswith("get_"): return lambda: n[4:]
        raise AttributeError(n)
    def __getattribute__(self, n): return object.__getattribute__(self, n)
    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
    def __dir__(self): return ["a", "b"]
    def __bool__(self): return False
    def __call__(self, *a, **k): return a, k
    def __format__(self, spec): return f"<{spec}>"
    def __index__(self): return 2
    def __len__(self): return 3
    def __reversed__(self): return "rev"
    def __missing__(self, k): return k
    def __class_getitem__(cls, k): return f"cgi {k}"
r = Res(); r.z = 1; del r.z; print(r.get_x(), dir(r), bool(r), r(1, a=2), f"{r:abc}", [10, 20, 30][r], len(r), reversed(r), Res[int], hex(r), "ab" * r)
print(types.SimpleNamespace(a=1, b="x"), types.MappingProxyType({"a": 1}), type(print), type(len), type(lambda: 0), type(Res.__len__), type(r.__len__), type(None), type(...), type(NotImplemented), types.FunctionType, types.GeneratorType)
print(json.dumps({"a": [1, 2.5, None, True, "é\n"], "b": {"c": ()}}, indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.loads('{"x": [1, 2.0, "\\u00e9", null, false]}'), json.dumps("é", ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4}))
for bad in ('{"a": }', "[1, 2", "nope", '{"a" 1}', "", '"\x01"'):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e, e.lineno, e.colno, e.pos)
try: json.dumps({"a": {1, 2}})
except TypeError as e: print(e)
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Enc), json.dumps(Pt(1), default=lambda o: asdict(o)))
print(datetime.date(2024, 2, 29) + datetime.timedelta(days=366), datetime.datetime(2024, 1, 31, 13, 5).strftime("%Y-%m-%d %H:%M %A %j"), datetime.timedelta(hours=25, seconds=5), datetime.datetime.fromisoformat("2024-05-06T07:08:09"), datetime.datetime(2024, 1, 1) - datetime.datetime(2023, 12, 25, 12), datetime.date(2024, 5, 6).weekday(), repr(datetime.timedelta(1, 2, 3)), datetime.datetime.strptime("01/02/2024", "%d/%m/%Y"))
