class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        return self.swallow


with Managed("a") as a:
    print("body", a)
with Managed("b", swallow=True):
    raise ValueError("swallowed")
try:
    with Managed("c"):
        1 / 0
except ZeroDivisionError:
    print("escaped")
with Managed("d") as d, Managed("e") as e:
    print(d, e)
with (
    Managed("f") as f,
    Managed("g"),
):
    print(f)


def returns():
    with Managed("h"):
        return "returned"


print(returns())
for i in range(3):
    with Managed(f"loop{i}"):
        if i == 0:
            continue
        break
try:
    with Managed("outer"), Managed("inner", swallow=True):
        raise KeyError("k")
    print("carried on")
except KeyError:
    print("not here")


class FailsToEnter:
    def __enter__(self):
        raise RuntimeError("no entry")

    def __exit__(self, *args):
        print("never")


try:
    with Managed("i"), FailsToEnter():
        print("never")
except RuntimeError as error:
    print(error)


class FailsToExit(Managed):
    def __exit__(self, *args):
        raise TypeError("in exit")


try:
    with FailsToExit("j"):
        raise ValueError("in body")
except TypeError as error:
    print(error, repr(error.__context__))
for bad in (5, "text"):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)


class NoExit:
    def __enter__(self):
        pass


try:
    with NoExit():
        pass
except TypeError as error:
    print(error)
pair = [None]
with Managed("k") as pair[0]:
    print(pair)
