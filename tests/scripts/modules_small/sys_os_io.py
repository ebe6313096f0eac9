import io
import os
import sys

print(
    sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize, sys.byteorder,
    type(sys.argv).__name__, len(sys.argv),
)
print(
    "math" in sys.modules or True, sys.getrecursionlimit(), isinstance(sys.getsizeof([]), int),
    sys.getswitchinterval(),
)
sys.stdout.write("written\n")
print(sys.stdout.write("five\n"), file=sys.stdout)
sys.setswitchinterval(0.001)
print(sys.getswitchinterval(), sys.float_info.max, sys.float_info.epsilon, sys.maxunicode)
old = sys.stdout
sys.stdout = io.StringIO()
print("captured")
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text))
f = io.StringIO("one\ntwo\nthree")
print(f.readline(), f.read(3), f.tell(), list(f), f.read())
f.seek(0)
print(
    f.readlines(), [line.strip() for line in io.StringIO("a\nb\n")], io.StringIO().getvalue() == "",
)
out = io.StringIO()
out.write("abc")
out.writelines(["d", "e"])
print(out.getvalue(), out.tell(), out.closed)
with io.StringIO() as g:
    g.write("x")
try:
    g.getvalue()
except ValueError as error:
    print(error)
print(
    os.path.join("a", "b", "c.txt"), os.path.basename("/x/y.py"), os.path.dirname("/x/y.py"),
    os.path.splitext("f.tar.gz"), os.sep, os.linesep == "\n", os.name,
)
print(
    os.environ.get("NO_SUCH_VARIABLE"), os.environ.get("NO_SUCH_VARIABLE", "d"),
    type(os.getpid()).__name__, os.path.exists("/no/such/path"), os.cpu_count() > 0,
)
print(
    io.BytesIO(b"abc").read(2), sys.exc_info(), sys.intern("x"),
    sys.platform in ("linux", "emscripten", "darwin", "win32"),
)
print("to stderr", file=sys.stderr)
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1])
