# lockstep: mask 0x[0-9a-f]+
import queue, threading
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar, FrozenInstanceError, make_dataclass, is_dataclass
from typing import Any, ClassVar, Optional
@dataclass(order=True)
class Job:
    priority:int
    name:str=field(compare=False)
    payload:Any=field(default=None,compare=False,repr=False)
q=queue.PriorityQueue()
for p,n in ((3,"c"),(1,"a"),(2,"b")): q.put(Job(p,n))
while not q.empty(): print(q.get())
q.put((1,{"a":1})); 
try: q.put((1,{"b":1}))
except TypeError as e: print(e)
@dataclass
class P:
    x:int
    y:int=0
    _:KW_ONLY
    tags:list=field(default_factory=list)
    z:InitVar[int]=5
    C:ClassVar[int]=1
    def __post_init__(self,z): self.s=self.x+self.y+z
p=P(1,2,tags=["q"]); print(p,asdict(p),astuple(p),p.s,replace(p,x=5,z=1).s,[f.name for f in fields(p)], p==P(1,2,tags=["q"]))
try: P()
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
@dataclass(frozen=True,slots=True)
class F: a:int; b:str="x"
f=F(1); print(hash(f)==hash(F(1)),f)
try: f.a=3
except FrozenInstanceError as e: print(repr(e))
try: del f.a
except AttributeError as e: print(repr(e))
try:
    @dataclass
    class Bad: a:list=[]
except ValueError as e: print(e)
try:
    @dataclass
    class Bad: a:int=1; b:int
except TypeError as e: print(e)
@dataclass
class Base: a:int=1
@dataclass
class D(Base): b:int=2; a:int=7
print(D(), D.__match_args__, D.__dataclass_params__, D.__dataclass_fields__["b"].default)
@dataclass(unsafe_hash=True, repr=False)
class U: a:int
print(hash(U(1))==hash((1,)), is_dataclass(U))
try: Job(1,"x")<5
except TypeError as e: print(e)
M=make_dataclass("M",["x",("y",int),("z",int,field(default=3))],namespace={"add":lambda s:s.x+s.y}); print(M(1,2), M(1,2).add())
print(Job.__doc__, P.__doc__)
print(fields(P)[0])
@dataclass(eq=False)
class N: a:int
print(N(1)==N(1))
import copy; print(copy.deepcopy(p), copy.replace if hasattr(copy,"replace") else None)
match p:
    case P(x,y): print("m",x,y)
lq=queue.LifoQueue(2); lq.put(1); lq.put(2)
try: lq.put_nowait(3)
except queue.Full as e: print(repr(e), lq.full(), lq.qsize())
try: queue.Queue().get(timeout=0.01)
except queue.Empty as e: print(repr(e))
try: queue.Queue().get(timeout=-1)
except ValueError as e: print(e)
try: queue.Queue().task_done()
except ValueError as e: print(e)
print(queue.SimpleQueue().empty())
