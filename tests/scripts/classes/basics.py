class Dog:
    """A good animal."""

    kind = "canine"
    count = 0

    def __init__(self, name, age=1):
        self.name = name
        self.age = age
        Dog.count += 1

    def speak(self, sound="woof"):
        return f"{self.name} says {sound}"

    def birthday(self):
        self.age += 1
        return self


rex, fido = Dog("Rex"), Dog("Fido", age=5)
print(rex.speak(), fido.speak(sound="arf"), Dog.count, rex.kind)
print(rex.birthday().birthday().age, fido.age)
rex.kind = "special"
print(rex.kind, fido.kind, Dog.kind)
del rex.kind
print(rex.kind, rex.__dict__, Dog.__name__, Dog.__doc__, type(rex) is Dog, rex.__class__.__name__)
print(
    isinstance(rex, Dog), isinstance(rex, object), isinstance(5, Dog), Dog.speak(rex),
    hasattr(rex, "age"), hasattr(rex, "wings"),
)
setattr(rex, "tail", True)
print(getattr(rex, "tail"), getattr(rex, "nope", "default"), vars(rex))
delattr(rex, "tail")
method = rex.speak
print(method("hi"), method.__name__, method.__self__ is rex, rex == fido, rex == rex)
for text, attempt in (
    ("rex.wings", lambda: rex.wings),
    ("Dog()", lambda: Dog()),
    ("Dog(1, 2, 3)", lambda: Dog(1, 2, 3)),
    ("Dog.speak()", lambda: Dog.speak()),
    ("rex.speak(1, 2)", lambda: rex.speak(1, 2)),
    ("rex()", lambda: rex()),
    ("Dog.nope", lambda: Dog.nope),
    ("rex + 1", lambda: rex + 1),
    ("rex < fido", lambda: rex < fido),
    ("len(rex)", lambda: len(rex)),
    ("rex[0]", lambda: rex[0]),
    ("iter(rex)", lambda: iter(rex)),
    ("int(rex)", lambda: int(rex)),
    ("delattr(rex, 'zip')", lambda: delattr(rex, "zip")),
    ("object().x", lambda: setattr(object(), "x", 1)),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")


class Empty:
    pass


e = Empty()
e.anything = [1]
print(e.anything, Empty.__mro__ == (Empty, object), Empty.__bases__, bool(e))
print(repr(Empty), str(Empty), Empty.__module__, Empty.__qualname__)
