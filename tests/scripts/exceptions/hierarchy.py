import builtins

names = """
BaseException SystemExit KeyboardInterrupt GeneratorExit Exception StopIteration ArithmeticError
FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError BufferError
EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError
UnboundLocalError OSError FileNotFoundError PermissionError TimeoutError ConnectionError
ReferenceError RuntimeError NotImplementedError RecursionError SyntaxError IndentationError
TabError SystemError TypeError ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError
Warning DeprecationWarning UserWarning StopAsyncIteration
""".split()
for name in names:
    cls = getattr(builtins, name)
    print(name, "<-", cls.__bases__[0].__name__)
print(
    IOError is OSError, EnvironmentError is OSError, OSError(2, "x").__class__.__name__,
    OSError("just text").errno, FileNotFoundError(2, "gone", "f.txt"),
)
for error in (
    ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), StopIteration(5),
    SystemExit(3), SystemExit(), ImportError("i", name="n"), AttributeError("x"),
    NameError("n", name="q"),
):
    print(repr(error), "|", str(error), "|", error.args)
try:
    open("/no/such/file")
except OSError as error:
    print(type(error).__name__, error, error.errno, error.filename)
try:
    raise NotImplementedError
except RuntimeError as error:
    print(repr(error))
e = SyntaxError("msg", ("file.py", 3, 5, "x = = 1"))
print(e, e.lineno, e.filename, e.text, e.msg)
