# Members whose values are objects of a class that the enumeration derives from.
import enum
from dataclasses import dataclass


@dataclass
class Animal:
    size: str
    legs: int = 4

    def describe(self):
        return f"{self.size}, {self.legs} legs"


class Creature(Animal, enum.Enum):
    BEETLE = "small", 6
    DOG = "medium"


print(Creature.BEETLE, repr(Creature.DOG), Creature.DOG.legs, Creature.BEETLE.value, Creature.BEETLE.describe())
print(list(Creature), Creature(Animal("small", 6)), Creature["DOG"].size, isinstance(Creature.DOG, Animal))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Corner(Point, enum.Enum):
    ORIGIN = 0, 0
    FAR = 3, 4

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


print(repr(Corner.FAR), Corner.FAR.length, Corner.ORIGIN.name, Corner.FAR.value)


class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())


class Word(Upper, enum.Enum):
    A = "a"
    B = "b"


print(repr(Word.A), Word.B.value, Word.A == "A", Word.A.lower())


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.EARTH, Planet.EARTH.mass, repr(Planet.EARTH))
