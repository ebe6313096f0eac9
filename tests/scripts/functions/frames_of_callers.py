# Frames know who called them and with which names.
import inspect
import sys


def who_called():
    caller = sys._getframe(1)
    return caller.f_code.co_name, caller.f_locals.get("local")


def worker(local):
    return who_called()


def chain():
    names = []
    frame = inspect.currentframe()
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def deep(n):
    return chain() if n == 0 else deep(n - 1)


print(worker("here"), worker(local=[1]))
print(deep(2))
print([info.function for info in inspect.stack()], inspect.stack()[0].lineno)
print(sys._getframe().f_locals is globals(), sys._getframe().f_back)


class Body:
    known = 1
    names = sorted(name for name in sys._getframe().f_locals if not name.startswith("__"))


print(Body.names)
for call in (lambda: sys._getframe(1000), lambda: eval((lambda x: lambda: x)(1).__code__),
             lambda: exec((lambda x: lambda: x)(1).__code__)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
