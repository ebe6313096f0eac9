import sys
import traceback


def inner():
    raise KeyError("missing")


def outer():
    try:
        inner()
    except KeyError as error:
        raise ValueError("outer failed") from error


try:
    outer()
except ValueError as error:
    print(traceback.format_exc())
    print("".join(traceback.format_exception(error)) == traceback.format_exc())
    print(traceback.format_exception_only(type(error), error))
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    traceback.print_exc(limit=1)
    traceback.print_exc(file=sys.stdout)
print(traceback.format_exc())
