from dataclasses import dataclass


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


@dataclass
class Circle:
    centre: Point
    radius: float


def describe(value):
    match value:
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"items": [first, *_]}:
            return f"first item {first}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x, y):
            return f"point {x} {y}"
        case Circle(Point(x, _), radius=r):
            return f"circle {x} {r}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as text:
            return f"text {text}"
        case bool():
            return "never"
        case [Point(), *_] as points:
            return f"{len(points)} points"
        case Exception(args=(message,)):
            return f"error {message}"


for value in (
    {"type": "user", "name": "Al", "age": 3}, {"type": "user", "name": 5}, {"items": [1, 2]}, {},
    {"a": 1}, Point(0, 0), Point(0, 4), Point(2, 2), Point(1, 2), Circle(Point(3, 4), 5), 7, 2.5,
    True, "hi", [Point(1, 1)], ValueError("bad"), ValueError(), None,
):
    print(describe(value))


class Colour:
    RED = 1
    GREEN = 2


def name(code):
    match code:
        case Colour.RED:
            return "red"
        case Colour.GREEN:
            return "green"
    return "?"


print(name(1), name(2), name(3))
match = 5
case = 6
_ = 7
print(match, case, _)


def command(line):
    match line.split():
        case ["go", ("north" | "south") as direction]:
            return f"go {direction}"
        case ["drop", *things]:
            return f"drop {things}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb]:
            return f"just {verb}"
        case _:
            return "what?"


print([command(c) for c in ("go north", "go west", "drop a b", "exit", "look", "")])
try:
    match 5:
        case Point(1, 2, 3):
            pass
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
