import io
import sys

sys.stdin = io.StringIO("first\nsecond\nlast")
print(input(), input("prompt: "), input())
try:
    input()
except EOFError as error:
    print(error)
sys.stdin = io.StringIO("a b\nc\n")
print([line.split() for line in sys.stdin])
sys.stdin = sys.__stdin__
captured = io.StringIO()
sys.stdout, kept = captured, sys.stdout
try:
    input("asked ")
except EOFError:
    pass
sys.stdout = kept
print(repr(captured.getvalue()), sys.stdin.name, sys.stdin.isatty())
