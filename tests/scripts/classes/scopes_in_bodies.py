x = "global"


class Outer:
    x = "outer"
    y = x + "!"
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]

    def method(self):
        return x

    class Inner:
        seen = x
        z = 5

    def other(self):
        return self.x, Outer.x, Outer.Inner.z


print(
    Outer.y, Outer.doubled, Outer().method(), Outer.Inner.seen, Outer().other(),
    Outer.Inner.__qualname__,
)


def factory(n):
    class Made:
        value = n

        def get(self):
            return n + self.value
    return Made


A, B = factory(1), factory(2)
print(A().get(), B().get(), A is B, A.__qualname__)


def shadow():
    x = "local"

    class C:
        print(x)
        x = "class"
        print(x)
    return C


print(shadow().x)


class Loop:
    for i in range(3):
        last = i
    del i
    if last == 2:
        flag = True
    else:
        flag = False

    def f(self, default=last):
        return default


print(Loop.last, Loop.flag, Loop().f(), hasattr(Loop, "i"))


class Alias:
    def original(self):
        return "original"
    copy = original

    def __len__(self):
        return 3
    size = __len__


print(Alias().copy(), Alias().size(), Alias.copy is Alias.original)


class Uses:
    def who(self):
        return __class__.__name__


class Sub(Uses):
    pass


print(Sub().who())
