def area(width: float, height: "float" = 2.0, *rest: int, scale: int = 1, **more: str) -> float:
    """Gives the area.

    Of a rectangle.
    """
    result: float = width * height * scale
    return result


print(area(3), area.__annotations__, area.__doc__)
print(area.__name__, area.__code__.co_varnames[:2], area.__code__.co_argcount)


class Documented:
    """A class."""
    x: int = 5
    y: str

    def method(self):
        "A method."


print(
    Documented.__doc__, Documented.method.__doc__, Documented.__annotations__,
    hasattr(Documented, "y"), Documented().x,
)
z: int = 3
w: list[int] = [1]
print(z, w, __annotations__)


def bare():
    a: int
    try:
        return a
    except UnboundLocalError as error:
        return str(error)


print(bare())


def no_doc():
    x = "not a doc"


print(no_doc.__doc__)
