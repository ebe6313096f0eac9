def attempt(action):
    try:
        print("try", end=" ")
        action()
    except (ZeroDivisionError, KeyError) as error:
        print("caught", type(error).__name__, end=" ")
    except ValueError:
        print("value", end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally")


attempt(lambda: None)
attempt(lambda: 1 / 0)
attempt(lambda: {}["k"])
attempt(lambda: int("x"))
try:
    attempt(lambda: [][0])
except IndexError as error:
    print("outside", error)


def returns():
    try:
        return "try"
    finally:
        print("in finally", end=" ")


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def loops():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("f", i)
    return "out"


print(returns(), overrides(), swallows(), loops())


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value_kept())
try:
    try:
        raise ValueError("inner")
    except ValueError:
        raise
except ValueError as error:
    print("again", error)
try:
    try:
        1 / 0
    finally:
        print("cleanup")
except ZeroDivisionError:
    print("after")
error = "name"
try:
    raise KeyError("k")
except KeyError as error:
    pass
try:
    error
except NameError as problem:
    print(problem)
try:
    raise
except RuntimeError as problem:
    print(problem)
try:
    try:
        raise TypeError("a")
    except ValueError:
        print("no")
except Exception as problem:
    print(type(problem).__name__, problem.args)
try:
    raise ValueError
except ValueError as problem:
    print(repr(problem), str(problem) == "")
try:
    raise 5
except TypeError as problem:
    print(problem)
try:
    try:
        1 / 0
    except "text":
        pass
except TypeError as problem:
    print(problem)
