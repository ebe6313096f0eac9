class Registered:
    kinds = []

    def __init_subclass__(cls, *, kind="plain", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        cls.kinds.append((cls.__name__, kind))


class A(Registered):
    pass


class B(Registered, kind="special"):
    pass


class C(B, kind="child"):
    pass


print(Registered.kinds, A.kind, B.kind, C.kind, hasattr(Registered, "kind"))


class Field:
    def __set_name__(self, owner, name):
        self.label = f"{owner.__name__}.{name}"


class Form:
    first = Field()
    second = Field()


late = Field()
Form.third = late
print(Form.first.label, Form.second.label, hasattr(late, "label"))


class Broken:
    def __set_name__(self, owner, name):
        raise ValueError("no name wanted")


try:
    class Uses:
        field = Broken()
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))


class Validator:
    def __init_subclass__(cls):
        if not hasattr(cls, "check"):
            raise TypeError(f"{cls.__name__} has no check")


class Fine(Validator):
    def check(self):
        return True


try:
    class Bad(Validator):
        pass
except TypeError as error:
    print(error)


class Generic:
    def __class_getitem__(cls, item):
        return type(f"{cls.__name__}Of{item.__name__}", (cls,), {"item": item})


print(Generic[int].__name__, Generic[int]().item("5") + 1)
