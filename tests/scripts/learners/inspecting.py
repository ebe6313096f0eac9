import threading, sys, traceback, types, inspect, io
def f(a, /, b: int, *args, c=3, **kw) -> str: "doc"
print(inspect.signature(f), f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__code__.co_varnames)
try: f()
except TypeError as e: print(e)
try: f(1, 2, a=3, d=4, c=1); f(1, b=2, c=3, **{"c": 4})
except TypeError as e: print(e)
def outer():
    x = 1
    def inner(): nonlocal x; x += 1; return x
    return inner
i = outer(); i(); print(i.__closure__[0].cell_contents, i.__qualname__, outer.__code__.co_cellvars)
def trace_me():
    try: [1, 2][5]
    except IndexError: return traceback.format_exc()
print(trace_me())
def depth(n): return depth(n - 1)
try: depth(1)
except RecursionError as e: print(e)
buf = io.StringIO(); print("to buf", file=buf, end="!"); print(repr(buf.getvalue()))
print(type(lambda: 0).__name__, types.FunctionType, isinstance(print, types.BuiltinFunctionType), callable(f))
print(sys.version_info[:2], sys.maxsize, sys.getrecursionlimit(), __name__, __file__.endswith("inspecting.py"))
print(globals().get("f") is f, "f" in dir(), vars().keys() >= {"f", "i"})
x = 10
exec("y = x * 2"); print(y, eval("x + y", {"x": 1, "y": 2}), compile("1+1", "", "eval"))if False else print(eval("x + 1"))
assert x == 11, f"x is {x}"
