class Logged:
    def save(self):
        print("log before")
        result = super().save()
        print("log after", result)
        return result


class Checked:
    def save(self):
        if not self.data:
            raise ValueError("nothing to save")
        return super().save()


class Store:
    def __init__(self, data, **kwargs):
        super().__init__(**kwargs)
        self.data = data

    def save(self):
        return f"saved {self.data}"


class Named:
    def __init__(self, name="anonymous", **kwargs):
        super().__init__(**kwargs)
        self.name = name


class Document(Logged, Checked, Store, Named):
    pass


d = Document([1], name="doc")
print(d.save(), d.name, [c.__name__ for c in Document.__mro__])
try:
    Document([]).save()
except ValueError as error:
    print(error)
try:
    Document([], colour="red")
except TypeError as error:
    print(error)
try:
    Logged().save()
except AttributeError as error:
    print(error)


class Base:
    x = "base"

    def get(self):
        return "base get"

    @property
    def p(self):
        return "base p"

    @staticmethod
    def s():
        return "base s"

    def __getitem__(self, k):
        return f"base[{k}]"


class Child(Base):
    x = "child"

    def get(self):
        return super().get() + ", child get", super().x, super().p, super().s(), super(
        ).__getitem__(
            5
        ), super().__class__.__name__

    @classmethod
    def make(cls):
        return super().s()

    def outer(self):
        def inner():
            return super(Child, self).get()
        return inner(), [super(Child, self).x for _ in range(1)]

    def broken(self):
        return super()["k"]


c = Child()
print(c.get(), Child.make(), c.outer(), super(Child, c).x, repr(super(Child, c)))
for attempt in (c.broken, lambda: super().x, lambda: super(Child, 5), lambda: super(Child, c).nope):
    try:
        attempt()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
