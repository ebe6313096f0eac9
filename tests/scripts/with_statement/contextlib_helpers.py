import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("p") as p, tag("b"):
    print(p)
with tag("div"):
    raise ValueError("oops")
print("on")


@tag("wrapped")
def function():
    print("in function")
    return 5


print(function())
with contextlib.suppress(KeyError, IndexError):
    {}["a"]
    print("never")


class Closes:
    def close(self):
        print("closed")


with contextlib.closing(Closes()) as thing:
    print(type(thing).__name__)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xy"]
    stack.callback(print, "callback", 1)
    print(names)
with contextlib.nullcontext(7) as seven:
    print(seven)


@contextlib.contextmanager
def silent():
    if False:
        yield


try:
    with silent():
        pass
except RuntimeError as error:
    print(error)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        print("once")
except RuntimeError as error:
    print(error)
