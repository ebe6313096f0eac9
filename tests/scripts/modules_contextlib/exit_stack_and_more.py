from contextlib import ContextDecorator, ExitStack, contextmanager, redirect_stderr, suppress
import io
import sys


@contextmanager
def step(name):
    print("+", name)
    try:
        yield name
    finally:
        print("-", name)


with ExitStack() as stack:
    for name in ("a", "b"):
        stack.enter_context(step(name))
    stack.callback(print, "callback", 1, sep=":")
    stack.push(lambda kind, value, trace: print("pushed sees", kind))
    print("body")
with ExitStack() as stack:
    stack.enter_context(step("kept"))
    later = stack.pop_all()
print("still open")
later.close()
try:
    with ExitStack() as stack:
        stack.enter_context(step("x"))
        stack.enter_context(suppress(KeyError))
        raise KeyError("gone")
    print("suppressed")
    with ExitStack() as stack:
        stack.enter_context(step("y"))
        raise ValueError("seen")
except ValueError as error:
    print("caught", error)


class Traced(ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *exc):
        print("exit", exc[0])


@Traced()
def work(n):
    return n * 2


print(work(4))
err = io.StringIO()
with redirect_stderr(err):
    print("into the buffer", file=sys.stderr)
print(repr(err.getvalue()))


@contextmanager
def transaction(log):
    log.append("begin")
    try:
        yield log
    except ZeroDivisionError:
        log.append("rollback")
        raise
    else:
        log.append("commit")


log = []
with transaction(log):
    log.append("work")
try:
    with transaction(log):
        1 / 0
except ZeroDivisionError:
    pass
print(log)
