from enum import Enum, IntEnum, Flag, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def shout(self):
        return self.name + "!"


print(
    Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, Colour(2), Colour["GREEN"],
    Colour.CRIMSON is Colour.RED,
)
print(
    list(Colour), len(Colour), Colour.RED in Colour, Colour.RED == 1, Colour.RED == Colour.RED,
    Colour.RED.shout(), isinstance(Colour.RED, Colour),
)
print(
    {Colour.RED: "r"}[Colour.RED], f"{Colour.GREEN}", Colour.__members__["CRIMSON"],
    type(Colour.RED).__name__,
)


class Level(IntEnum):
    LOW = 1
    HIGH = 5


print(
    Level.LOW < Level.HIGH, Level.HIGH + 1, Level.HIGH == 5, sorted([Level.HIGH, Level.LOW]),
    Level.LOW, repr(Level.LOW), f"{Level.LOW}", max(Level),
)


class Auto(Enum):
    A = auto()
    B = auto()
    C = "text"


print([m.value for m in Auto])


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, p & Perm.R, ~Perm.R, bool(p & Perm.W), p.value)


class Planet(Enum):
    EARTH = (5.97, 6371)
    MARS = (0.642, 3389)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def ratio(self):
        return round(self.mass / self.radius * 1000, 3)


print(Planet.MARS.ratio, Planet.EARTH.radius, Planet((0.642, 3389)))
for text, attempt in (
    ("value", lambda: Colour(9)), ("name", lambda: Colour["BLUE"]),
    ("attribute", lambda: Colour.BLUE), ("assign", lambda: setattr(Colour, "RED", 5)),
    ("compare", lambda: Colour.RED < Colour.GREEN), ("call", lambda: Colour()),
):
    try:
        attempt()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class More(Colour):
        BLUE = 3
except TypeError as error:
    print(error)
