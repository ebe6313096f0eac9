def tr(s):
    try: exec(s,{})
    except BaseException as e: print(type(e).__name__, e, "|", s)
for s in """x=lenght
import math; math.sqr(2)
[].appendd(1)
"a".uper()
class A: pass
A().foo
class A:\n  def hello(self): pass\nA().helo()
def f(a,b): pass\nf(1)
def f(a,b): pass\nf(1,2,3)
def f(a,*,b): pass\nf(1)
def f(a): pass\nf(b=1)
def f(a): pass\nf(1,a=1)
def f(alpha): pass\nf(alhpa=1)
f=lambda:0\nf(1)
class A:\n  def m(self): pass\nA().m(1)
class A:\n  def __init__(self,x): pass\nA()
class A: pass\nA(1)
int("abc")
int("1.5")
int([])
float("x")
1+"a"
"a"+1
[1]+(2,)
None+1
-"a"
~1.5
"a"*"b"
[1,2]["a"]
[1][5]
(1,)[3]
{}["k"]
"abc"[10]
None.foo
None[0]
5()
for x in 5: pass
a,b=1
a,b=1,2,3
a,b,*c=1,
x=1\ndel x\nx
print(undefined_thing)
raise 5
raise ValueError
assert 1==2, "msg"
assert False
import nosuchmodule
from math import nosuch
from collections import Countr
len(5)
abs("x")
sum(["a"])
max([])
min()
sorted([1,"a"])
{[]:1}
{{}}
set([[]])
int(1,2)
"%d"%"a"
"%d %d"%(1,)
"%d"%(1,2)
"{} {}".format(1)
"{a}".format(b=1)
f"{1:z}"
f"{'a':d}"
"a".join([1])
open
chr(-1)
ord("ab")
range(1,2,0)
"abc".index("z")
[1].remove(5)
[].pop()
{}.pop("a")
{}.popitem()
set().pop()
next(iter([]))
1/0
1//0
1%0
1.0/0
divmod(1,0)
0**-1
2**"a"
1<"a"
[1]<5
object()<object()
isinstance(1,5)
issubclass(1,int)
super().x
class A(5): pass
class A(int,str): pass
class A: pass\nclass B(A,A): pass
class X: pass\nclass Y(X): pass\nclass Z(X,Y): pass
yield_=1; yield_()
type("A",(),{})().x
bool.x=1
int.foo=1
(1).foo=2
"a".b=1
def f(): return x; x=1\nf()
def f():\n  print(y)\n  y=1\nf()
def g():\n  def h(): return z\n  h()\n  z=1\ng()
with 5: pass
with open: pass
[*5]
{**5}
f(*5)
print(*5)
print(**5)
print(1,foo=2)
round("a")
hash([])
iter(5)
next(5)
enumerate(5)
zip(5)
list(zip([1],[1,2],strict=True))
map(5)
list(map(5,[1]))
int.from_bytes("a","big")
bytes("a")
bytes([256])
b"a"+"b"
"a".encode("foo")
b"\\xff".decode()
"é".encode("ascii")
complex("x")
slice()
[1,2,3][::0]
x=[1];x[5]=1
x=(1,);x[0]=1
x="abc";x[0]="z"
del (1,2)[0]
a=1;a.b.c
import sys;sys.exit(3)
raise SystemExit
raise KeyboardInterrupt
eval("1+")
exec("x = = 1")
compile("a b","f","exec")
globals()["zz"]
getattr(5,"foo")
setattr(5,"a",1)
delattr(5,"real")
vars(5)
dir(5,6)
__import__("zzz")
type(5,5)
property(1)()
staticmethod()
from enum import Enum\nclass C(Enum): R=1\nC(5)
from enum import Enum\nclass C(Enum): R=1\nC["Q"]
from enum import Enum\nclass C(Enum): R=1\nC.Z
from enum import Enum\nclass C(Enum): R=1\nC.R=2
import json\njson.loads("{")
import json\njson.loads("[1,]")
import json\njson.dumps(object())
import json\njson.dumps({(1,):2})
import datetime\ndatetime.date(2020,13,1)
import datetime\ndatetime.datetime.strptime("x","%Y")
import threading\nt=threading.Thread();t.start();t.start()
import threading\nthreading.Thread().join()
import threading\nthreading.current_thread().join()
import threading\nthreading.Lock().release()
import threading\nthreading.RLock().release()
import threading\nthreading.Condition().wait()
import threading\nthreading.Condition().notify()
import threading\nthreading.Thread(target=1,foo=2)
import threading\nthreading.Thread(None,5,args=5).run()
import threading\nthreading.Thread(1)
import threading\nthreading.Semaphore(-1)
import threading\nthreading.Lock().acquire(timeout=-5)
import threading\nthreading.Lock().acquire(False,1)
import threading\nthreading.local().x
import time\ntime.sleep(-1)
import time\ntime.sleep("a")
import random\nrandom.choice([])
import random\nrandom.randint(5,1)
import random\nrandom.sample([1],5)
import random\nrandom.sample({1},1)
import re\nre.compile("(")
import re\nre.compile("[")
import re\nre.compile("*a")
import collections\ncollections.namedtuple("A","a a")
import collections\ncollections.namedtuple("A","a b")(1)
import collections\ncollections.deque([],-1)
import collections\ncollections.deque().popleft()
import itertools\nnext(itertools.count("a"))
import functools\nfunctools.reduce(lambda a,b:a,[])
import statistics\nstatistics.mean([])
import decimal\ndecimal.Decimal("x")
import fractions\nfractions.Fraction(1,0)
import math\nmath.sqrt(-1)
import math\nmath.log(0)
import math\nmath.factorial(-1)
import math\nmath.factorial(1.5)
import operator\noperator.itemgetter(5)([1])
import copy\ncopy.copy()
import string\nstring.Template("$a").substitute()
import abc\nclass A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\nA()
import abc\nclass A(abc.ABC):\n  @abc.abstractmethod\n  def f(self): pass\n  @abc.abstractmethod\n  def g(self): pass\nA()
def g(): yield 1\nx=g();next(x);next(x)
def g(): yield 1\ng().send(5)
def g(): yield 1\ng().throw(ValueError("v"))
import queue\nqueue.Queue().get_nowait()
class A:\n  __slots__=("a",)\nA().b=1
class A:\n  @property\n  def p(self): return 1\nA().p=2
class A:\n  def __len__(self): return -1\nlen(A())
class A:\n  def __str__(self): return 5\nstr(A())
class A:\n  def __repr__(self): return 5\nrepr(A())
class A:\n  def __bool__(self): return 5\nbool(A())
class A:\n  def __iter__(self): return 5\niter(A())
class A:\n  def __hash__(self): return "a"\nhash(A())
class A:\n  def __enter__(self): pass\nwith A(): pass
class A:\n  def __eq__(self,o): return True\n{A():1}
async def f(): pass\nfor x in f(): pass
lambda: (yield)
nonlocal_x
print("a" "b" 5)""".split("\n"):
    tr(s.replace("\\n","\n"))
