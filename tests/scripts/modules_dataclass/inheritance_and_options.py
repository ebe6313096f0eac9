from dataclasses import InitVar, KW_ONLY, asdict, dataclass, field, fields, is_dataclass, make_dataclass
from typing import ClassVar


@dataclass
class Base:
    name: str
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    value: int = field(default=10, metadata={"unit": "cm"})

    def __post_init__(self, scale):
        self.value *= scale
        Base.count += 1


@dataclass
class Child(Base):
    extra: list[str] = field(default_factory=lambda: ["x"])
    hidden: int = field(default=5, init=False)


c = Child("c", 3)
print(c, Base.count, c.hidden, [f.name for f in fields(c)], fields(Base)[1].metadata["unit"])


@dataclass
class Keyed:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


print(Keyed(1, c=3))
try:
    Keyed(1, 2, 3)
except TypeError as error:
    print(error)


@dataclass(order=True)
class Ranked:
    rank: int
    name: str = field(compare=False)


print(
    Ranked(1, "z") < Ranked(2, "a"), Ranked(1, "a") == Ranked(1, "b"),
    max(Ranked(1, "x"), Ranked(3, "y")),
)


@dataclass(repr=False)
class Quiet:
    x: int

    def __repr__(self):
        return "quiet"


@dataclass
class Tree:
    value: int
    children: "list[Tree]" = field(default_factory=list)

    def total(self):
        return self.value + sum(child.total() for child in self.children)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(Quiet(1), t.total(), asdict(t), is_dataclass(t), is_dataclass(int))
print(t)
Point = make_dataclass("Point", ["x", ("y", int, field(default=0))])
print(Point(1), Point(1, 2) == Point(1, 2))


@dataclass(frozen=True)
class Frozen:
    items: tuple = ()

    def with_item(self, item):
        return Frozen((*self.items, item))


print(
    Frozen().with_item(1).with_item(2), hash(Frozen()) == hash(Frozen()), {Frozen(): "f"}[Frozen()],
)
try:
    Frozen().items = 5
except AttributeError as error:
    print(type(error).__name__, error)


@dataclass
class Recursive:
    me: object = None


r = Recursive()
r.me = r
print(r)


@dataclass(unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(hash=False, default=0)


print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)), Hashed(1, 2) == Hashed(1, 3))
