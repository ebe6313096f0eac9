# lockstep: mask 0x[0-9a-f]+
import functools as ft, contextlib as cl, contextvars, threading, abc, enum, copy, weakref, operator as op, typing as t, types, inspect, sys
class X:
    @ft.cached_property
    def v(self): print("calc"); return 5
    @ft.singledispatchmethod
    def f(self,a): return "obj"
    @f.register
    def _(self,a:int): return "int"
    @f.register(list)
    def _(self,a): return "list"
    def pm(self,a,b): return (a,b)
    p5=ft.partialmethod(pm,5)
x=X(); print(x.v,x.v,x.f(1),x.f([]),x.f("a"),x.p5(6),x.__dict__)
@ft.singledispatch
def fun(a): return "base"
@fun.register(int)
@fun.register(float)
def _(a): return "num"
@fun.register
def _(a: t.Union[str,bytes]): return "text"
print(fun(1),fun(2.0),fun("a"),fun(None),fun.dispatch(bool).__name__,sorted(k.__name__ for k in fun.registry))
@ft.total_ordering
class TO:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(TO(1)<=TO(1),TO(2)>TO(1),TO(1)>=TO(2))
@ft.lru_cache(maxsize=2)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(20),fib.cache_info(),fib.cache_parameters()); fib.cache_clear(); print(fib.cache_info())
@ft.cache
def g(a,*,k=1): return a+k
print(g(1),g(1,k=2),g.cache_info())
p=ft.partial(int,base=2); print(p("101"),p,p.func,p.args,p.keywords, ft.partial(p,base=8)("17"))
print(ft.reduce(op.add,[1,2,3],10),ft.cmp_to_key(lambda a,b:b-a)(1)<ft.cmp_to_key(lambda a,b:b-a)(2),sorted([3,1,2],key=ft.cmp_to_key(lambda a,b:b-a)))
class CM:
    def __init__(s,n,sup=False): s.n=n; s.sup=sup
    def __enter__(s): print("enter",s.n); return s
    def __exit__(s,*a): print("exit",s.n,a[0] and a[0].__name__,a[1]); return s.sup
with cl.ExitStack() as es:
    for i in range(3): es.enter_context(CM(i,i==1))
    es.callback(print,"callback",1,k=2) if False else es.callback(print,"callback")
    @es.push
    def ex(t,v,tb): print("pushed",t)
    raise ValueError("in stack")
with cl.suppress(ValueError,KeyError): raise KeyError(1)
import io
with cl.redirect_stdout(io.StringIO()) as f: print("captured")
print(repr(f.getvalue()))
@cl.contextmanager
def cm(a):
    print("in",a)
    try: yield a*2
    except ZeroDivisionError as e: print("handled",e)
    finally: print("out")
with cm(4) as v: print(v); 1/0
@cm(1)
def deco(): print("decorated")
deco()
try:
    with cm(1): raise KeyError("k")
except KeyError as e: print(repr(e))
@cl.contextmanager
def bad(): 
    if 0: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@cl.contextmanager
def bad2(): yield 1; yield 2
try:
    with bad2(): pass
except RuntimeError as e: print(e)
with cl.nullcontext(5) as n, cl.closing(io.StringIO()) as s: print(n)
print(s.closed)
var=contextvars.ContextVar("var",default="d"); print(var.get(),var.name); tok=var.set(5); print(var.get(),tok.old_value is contextvars.Token.MISSING); var.reset(tok); print(var.get())
ctx=contextvars.copy_context(); ctx.run(var.set,"in"); print(var.get(),ctx[var],ctx.get(var),len(ctx))
th=threading.Thread(target=lambda: print("thread",var.get())); th.start(); th.join()
class L(threading.local):
    n=0
    def __init__(s,v=1): s.v=v; s.items=[]
loc=L(7); loc.v=8; o=[]
def lw(): o.append((loc.v,loc.n)); loc.v=99; loc.items.append(1)
th=threading.Thread(target=lw); th.start(); th.join(); print(o,loc.v,loc.items,loc.__dict__)
class Color(enum.Enum):
    RED=1; GREEN=2; CRIMSON=1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.RED
print(Color.RED,repr(Color.GREEN),Color.CRIMSON is Color.RED,list(Color),Color["RED"],Color(2),Color.RED.low,Color.default(),Color.__members__,len(Color),Color.RED in Color,isinstance(Color.RED,Color))
class Perm(enum.Flag): R=4; W=2; X=1; RW=R|W
print(Perm.R|Perm.X,repr(Perm.R|Perm.W),Perm.RW,~Perm.R,Perm(0),Perm.R in Perm.RW,list(Perm.RW),bool(Perm(0)),Perm(7),Perm.R&Perm.W,Perm.R^Perm.RW)
class I(enum.IntEnum): A=1; B=enum.auto(); C=enum.auto()
print(I.A+1,I.B,repr(I.C),f"{I.A}",I(2)==2,sorted([I.C,I.A]), "%d"%I.A, I.A<I.B)
class S(enum.StrEnum): A=enum.auto(); B="bee"
print(S.A,S.B,S.A=="a",f"{S.B:>5}",S.B.upper())
class IF(enum.IntFlag): A=1;B=2
print(IF.A|IF.B,IF.A|8,repr(IF(3)),IF.A+1)
@enum.unique
class Un(enum.Enum): A=1
try:
    @enum.unique
    class Un2(enum.Enum): A=1;B=1
except ValueError as e: print(e)
class Planet(enum.Enum):
    E=(1,2); M=(3,4)
    def __init__(s,a,b): s.a=a; s.b=b
print(Planet.E.a,Planet((3,4)),Planet.E.value)
Animal=enum.Enum("Animal","CAT DOG"); print(list(Animal),Animal.CAT.value)
class Au(enum.Enum):
    def _generate_next_value_(name,start,count,last): return name.lower()
    A=enum.auto()
print(Au.A.value)
try: Color.RED.value=3
except AttributeError as e: print(e)
try:
    class Sub(Color): pass
except TypeError as e: print(e)
class Shape(t.Protocol):
    def area(self)->float: ...
@t.runtime_checkable
class Sz(t.Protocol):
    def __len__(self)->int: ...
print(isinstance([],Sz),isinstance(5,Sz))
try: isinstance(5,Shape)
except TypeError as e: print(e)
try: Shape()
except TypeError as e: print(e)
T=t.TypeVar("T"); K=t.TypeVar("K",bound=int)
class Stack(t.Generic[T]):
    def __init__(s)->None: s.items:list[T]=[]
    def push(s,i:T)->None: s.items.append(i)
print(Stack[int],Stack[int]().items,T,t.Optional[int],t.Union[int,str],t.List[int],t.Dict[str,int],t.Callable[[int],str],list[int],dict[str,list[int]],int|None,t.Literal["a"],t.Tuple[int,...],t.Any,t.ClassVar[int],t.Final)
class NT(t.NamedTuple):
    a:int; b:str="x"
    def m(self): return self.a
print(NT(1),NT(1).m(),NT._field_defaults,NT.__annotations__)
class TD(t.TypedDict,total=False): a:int; b:str
print(TD(a=1),TD.__annotations__,TD.__total__,TD.__required_keys__)
@t.overload
def ov(a:int)->int: ...
@t.overload
def ov(a:str)->str: ...
def ov(a): return a
print(ov(1),t.get_type_hints(NT.m),t.cast(int,"a"),t.get_type_hints(Stack.push),t.get_origin(list[int]),t.get_args(dict[str,int]))
UserId=t.NewType("UserId",int); print(UserId(5),UserId)
def ann(a:int,b:"str"="x",*c:float,d:bool=True,**e)->list[int]: "doc"
print(inspect.signature(ann),ann.__annotations__,inspect.getdoc(ann))
wr=[]; 
class W: pass
w=W(); r=weakref.ref(w); print(r() is w, weakref.WeakValueDictionary({1:w}).get(1) is w, len(weakref.WeakSet([w])))
a=[1,[2,3],{"k":[4]}]; b=copy.copy(a); c=copy.deepcopy(a); a[1].append(9); print(b[1],c[1])
class Cp:
    def __init__(s): s.l=[1]
    def __copy__(s): n=Cp(); n.l="copied"; return n
    def __deepcopy__(s,m): n=Cp(); n.l=copy.deepcopy(s.l,m)+["d"]; return n
print(copy.copy(Cp()).l,copy.deepcopy(Cp()).l)
print(op.itemgetter(1,0)([5,6]),op.attrgetter("a.b")(types.SimpleNamespace(a=types.SimpleNamespace(b=3))),op.methodcaller("upper")("x"),types.SimpleNamespace(x=1,y="a"),op.contains([1],1))
