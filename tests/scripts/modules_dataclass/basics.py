from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)

    def total(self, n):
        return self.price * n


a, b = Item("pen"), Item("pen", 1.0, [])
print(a, a == b, a is b, a.total(3), a.tags is b.tags, a != Item("ink"))
a.tags.append("blue")
a.hidden = 5
print(a, b, asdict(a), astuple(b), replace(a, name="pencil"), [f.name for f in fields(Item)])


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


print(
    Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5)]),
    {Version(1): "one"}[Version(1)], hash(Version(1)) == hash(Version(1)),
)
try:
    Version(1).major = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)


@dataclass
class Base:
    x: int
    y: int = 2

    def __post_init__(self):
        self.sum = self.x + self.y


@dataclass
class Child(Base):
    z: int = 3


c = Child(1, z=9)
print(c, c.sum, Child.__match_args__)
for attempt in (
    lambda: Item(), lambda: Item("a", 1, [], 0, 5), lambda: Item("a", nope=1),
    lambda: hash(Item("a")), lambda: Item("a") < Item("b"), lambda: Version(1) < 5,
):
    try:
        attempt()
    except TypeError as error:
        print(error)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Order:
        a: int = 1
        b: str
except TypeError as error:
    print(error)


@dataclass(slots=True, kw_only=True)
class Slim:
    a: int
    b: int = 2


print(Slim(a=1), hasattr(Slim(a=1), "__dict__"))


@dataclass(eq=False)
class Plain:
    a: int


print(Plain(1) == Plain(1), Plain(a=3))
