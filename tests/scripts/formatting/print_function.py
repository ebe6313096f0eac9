import io
import sys

print()
print(1, 2, 3)
print("a", "b", sep="")
print("a", "b", "c", sep=", ", end="!\n")
print("no newline", end="")
print(" and on")
print(*range(5), sep="\n")
print([1, "two", 3.0, None, True, (4,), {5}, {"six": 7}])
print("x", end="", flush=True)
print(file=sys.stdout)
print("to stderr", file=sys.stderr)
out = io.StringIO()
print("kept", 5, file=out, sep="/")
print(repr(out.getvalue()))
print(sep="x", end="only end\n")
print("a", "b", sep=None, end=None)
print(print("inner"))
nested = [1]
nested.append(nested)
print(nested)
d = {}
d["self"] = d
print(d)
for bad in (dict(sep=5), dict(end=1), dict(nope=1)):
    try:
        print("a", "b", **bad)
    except TypeError as error:
        print(error)
