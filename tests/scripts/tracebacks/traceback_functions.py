import sys
import traceback


def deep(n):
    if n == 0:
        raise LookupError("at the bottom")
    deep(n - 1)


try:
    deep(6)
except LookupError as error:
    print("".join(traceback.format_tb(error.__traceback__)))
    print("".join(traceback.format_tb(error.__traceback__, 2)))
    print("".join(traceback.format_tb(error.__traceback__, -1)))
    summary = traceback.extract_tb(error.__traceback__)
    print(len(summary), summary[-1], summary[0].name, tuple(summary[-1])[1:])
    print("".join(traceback.format_list(summary[-2:])), end="")
    whole = traceback.TracebackException.from_exception(error)
    print("".join(whole.format()) == traceback.format_exc(), str(whole), whole.exc_type.__name__)
    print(list(whole.format_exception_only()))
    print(len(traceback.format_exception(type(error), error, error.__traceback__)) > 3)
    traceback.print_tb(error.__traceback__, limit=1, file=sys.stdout)


def show():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack(limit=1)[0], end="")
    print([frame.name for frame in traceback.extract_stack()])


show()
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as error:
    print("".join(traceback.format_exception(error, chain=False)))
    print(traceback.format_exception_only(error))
    traceback.print_exception(error, limit=0, file=sys.stdout)
error = ValueError("has notes")
error.add_note("first note")
print(traceback.format_exception_only(error), traceback.format_exception(error))
try:
    traceback.format_exception(ValueError, None)
except ValueError as problem:
    print(problem)
try:
    traceback.format_exception(5)
except TypeError as problem:
    print(problem)
print(traceback.format_list([("f.py", 3, "go", "x = 1"), ("g.py", 4, "on", None)]))
