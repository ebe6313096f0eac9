from enum import Enum, Flag, IntFlag, StrEnum, auto


class Side(StrEnum):
    LEFT = auto()
    RIGHT = "right hand"


print(
    Side.LEFT, Side.LEFT == "left", f"{Side.RIGHT}", Side("left"), Side.LEFT.upper(),
    repr(Side.LEFT), {Side.LEFT: 1}["left"],
)


class Mode(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


m = Mode.READ | Mode.RUN
print(
    m, repr(m), int(m), Mode.READ in m, m & Mode.WRITE, m ^ Mode.RUN, ~Mode.READ, m == 5, Mode(6),
    [str(x) for x in Mode(7)],
)


class Days(Flag):
    MON = auto()
    TUE = auto()
    WED = auto()
    WEEK = MON | TUE | WED


print(
    Days.WEEK, list(Days.WEEK), Days.MON | Days.TUE, len(Days.WEEK), Days(0), bool(Days(0)),
    list(Days),
)


class Suit(Enum):
    HEARTS = "h"
    SPADES = "s"

    @classmethod
    def from_letter(cls, letter):
        return cls(letter.lower())

    @property
    def colour(self):
        return "red" if self is Suit.HEARTS else "black"

    def __str__(self):
        return self.name.title()

    def __lt__(self, other):
        return self.value < other.value


print(
    Suit.from_letter("H"), Suit.SPADES.colour, sorted(Suit, reverse=True),
    f"{Suit.HEARTS!r} {Suit.HEARTS}", [s.value for s in Suit],
)


class Numbered(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)

    ONE = auto()
    TWO = auto()


print([n.value for n in Numbered], Numbered.ONE._name_, Numbered["TWO"] is Numbered("two1"))
Animal = Enum("Animal", "CAT DOG")
print(Animal.CAT, list(Animal), Animal.DOG.value, Enum("Pair", {"A": 1, "B": 2}).B, Animal.__name__)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A


print(
    Missing(99), Missing.A.__class__, isinstance(Animal.CAT, Enum), Suit.HEARTS != Suit.SPADES,
    hash(Suit.HEARTS) == hash(Suit.HEARTS),
)
