import inspect, functools
def f(a, /, b: int, *args, c=3, d: str = "x", **kw) -> bool: "doc\n    more"
class C:
    "cls doc"
    def __init__(self, x, y=2): pass
    def m(self, z): "m doc"
    @staticmethod
    def s(q): pass
    @classmethod
    def k(cls, w=1): pass
    def gen(self): yield
class D(C):
    def m(self, z): pass
async def co(): pass
print(inspect.signature(f), inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.s), inspect.signature(C.k), inspect.signature(lambda x, *, y: 0), inspect.signature(functools.partial(f, 1, c=5)))
print([str(p) for p in inspect.signature(f).parameters.values()], inspect.signature(f).parameters["b"].annotation, inspect.signature(f).return_annotation, inspect.signature(f).parameters["c"].default, inspect.signature(f).parameters["a"].kind, inspect.signature(f).parameters["b"].default is inspect.Parameter.empty)
b = inspect.signature(f).bind(1, 2, 3, d="z", e=9); print(b, b.args, b.kwargs, b.arguments)
for bad in ((), (1,), (1, 2)):
    try: print(inspect.signature(C).bind(*bad))
    except TypeError as e: print(e)
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.isgeneratorfunction(C.gen), inspect.iscoroutinefunction(co), inspect.isgenerator(C(1).gen()), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.getdoc(f), inspect.getdoc(D(1).m), inspect.getmro(D) == D.__mro__, inspect.getfullargspec(f))
g = C(1).gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g)); print([n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.currentframe().f_code.co_name)
