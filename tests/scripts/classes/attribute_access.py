class Lazy:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        print("make", name)
        value = len(name)
        setattr(self, name, value)
        return value


z = Lazy()
print(z.known, z.hello, z.hello)
try:
    z._private
except AttributeError as error:
    print("no", error)
print(hasattr(z, "_x"), getattr(z, "_x", "default"))


class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if name == "secret":
            return "hidden"
        return super().__getattribute__(name)


r = Recorder()
r.a = 1
r.a += 1
r.secret = 5
del r.a
print(r.log, r.secret, sorted(r.__dict__))


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


p = Proxy([3, 1, 2])
p.sort()
p.append(9)
print(p._target, p.index(9))
try:
    len(p)
except TypeError as error:
    print(error)
try:
    p.nope
except AttributeError as error:
    print(error)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
s.y = 2
print(s.x, s.y, Slotted.__slots__, hasattr(s, "__dict__"))
try:
    s.z = 3
except AttributeError as error:
    print(error)
del s.y
try:
    s.y
except AttributeError as error:
    print(error)
print(sorted(n for n in dir(Lazy) if not n.startswith("__")), "known" in dir(z))
