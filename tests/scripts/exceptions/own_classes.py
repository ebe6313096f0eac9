class AppError(Exception):
    """Anything of this program."""


class NotFound(AppError):
    def __init__(self, key, where="store"):
        super().__init__(f"{key} not in {where}")
        self.key = key


class Coded(AppError):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"code {self.code}"


for error in (AppError("plain"), NotFound("k"), Coded(7), AppError(), AppError(1, 2)):
    try:
        raise error
    except NotFound as e:
        print("NotFound", e, e.key, e.args)
    except AppError as e:
        print(type(e).__name__, str(e), repr(e), e.args)
print(
    issubclass(NotFound, AppError), issubclass(KeyError, LookupError),
    issubclass(ZeroDivisionError, ArithmeticError), issubclass(KeyboardInterrupt, Exception),
    issubclass(SystemExit, BaseException),
)
print(
    str(KeyError("k")), str(KeyError(1, 2)), str(ValueError("a", 1)), repr(OSError(2, "none")),
    str(OSError(2, "none", "file")), [c.__name__ for c in FileNotFoundError.__mro__],
)


class Retry(Exception):
    pass


def flaky(state={"n": 0}):
    state["n"] += 1
    if state["n"] < 3:
        raise Retry(state["n"])
    return "ok after %d" % state["n"]


while True:
    try:
        print(flaky())
        break
    except Retry as e:
        print("retry", e)
try:
    assert 1 == 2, "numbers differ"
except AssertionError as e:
    print(repr(e))
try:
    assert []
except AssertionError as e:
    print(repr(e))
assert True, "never"
e = ValueError("noted")
e.add_note("first")
e.add_note("second")
print(e.__notes__, e.with_traceback(None) is e)


class Weird(Exception):
    def __new__(cls, *args):
        return super().__new__(cls, "changed")


print(
    Weird("x").args, Exception("a") == Exception("a"), isinstance(StopIteration(3).value, int),
    SystemExit(4).code,
)
