# lockstep: mask 0x[0-9a-f]+
import time, random
from threading import Thread, Lock
print("start")
class Philosopher(Thread):
    def __init__(self, name, left, right):
        Thread.__init__(self)
        self.name = name; self.left = left; self.right = right; self.meals = 0
    def run(self):
        for _ in range(3):
            a, b = sorted((self.left, self.right), key=id)
            with a:
                with b:
                    self.meals += 1
forks = [Lock() for _ in range(5)]
ps = [Philosopher(f"P{i}", forks[i], forks[(i+1) % 5]) for i in range(5)]
for p in ps: p.start()
for p in ps: p.join()
print([(p.name, p.meals) for p in ps])
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n-1) + fib(n-2)
    return memo[n]
print(fib(90))
matrix=[[1,2,3],[4,5,6]]
print(list(map(list,zip(*matrix))), [x for r in matrix for x in r], {k:v for k,v in zip("abc",range(3))}, {x%3 for x in range(10)})
print(f"{3.14159:.2f} {42:>10} {42:<10}| {42:^10} {1234567:,} {0.256:.1%} {255:#x} {255:08b} {1e10:e} {'hi':*^10} {5:+d} {-5: d}")
print("%s %d %.3f %5s|%-5s| %x %o %e %g %c %r %%" % ("a",5,3.14159,"ab","cd",255,8,12345.678,0.0001,"z","q"))
print("{:>8} {!r} {0[0]} {a.real}".format("x","y",a=3) if 0 else "{0:>8} {1!r} {2[0]} {a.real}".format("x","y",[9],a=3))
s="Hello, World"; print(s[::-1],s.swapcase(),s.split(", "),s.find("W"),s.replace("l","L",1),s.count("l"),s.isalpha(),s.startswith(("He","x")),s.partition(","),s.zfill(15),s.center(20,"-"),s.encode(),"-".join("abc"),s.title(),s.casefold(),s.index("o"),s.rindex("o"),"a\tb".expandtabs(4),"abc".translate(str.maketrans("ab","xy")),"x".isidentifier(),"12".isdigit(),"  a ".strip(),"aXbX".rstrip("X"),"prefix-x".removeprefix("prefix-"))
print(int("ff",16),bin(10),hex(255),oct(8),round(2.5),round(3.5),round(-2.567,1),divmod(-7,3),-7//2,-7%3,2**100,7/2,abs(-3),pow(2,10,1000),max([1,5,2],key=lambda x:-x),sum([0.1]*10),min("hello"),sorted("hello",reverse=True),any([0,1]),all([]),chr(8364),ord("€"),float("1e-5"),1e16,1e15,123456789.123456789,0.1+0.2,1/3,100000000000000000000.0,float("inf"),-0.0,3.0,1e-7,complex(1,-2)*2j)
print(*range(3),sep="-",end="!\n"); print([]or"x", None is None, 1<2<3, not 0, 5 if 0 else 6, (1,)+(2,), [1]*3, {**{"a":1},"b":2}, [*"ab",*[1]], {1,2}|{3}, {1,2}&{2}, {1,2}^{2,3}, {1}<={1,2}, "a" in "abc", [1,2]==[1,2], (1,2)<(1,3))
a,*b,c=range(5); print(a,b,c); (x,y),z=(1,2),3; print(x,y,z); i=j=0; i+=1; print(i,j); print((n:=5)+n)
l=[3,1,2]; l.sort(); l.append(4); l.insert(0,9); l.extend([7]); print(l,l.pop(),l.pop(0),l.index(2),l.count(1)); l.reverse(); l.remove(4); print(l,l[1:],l[-1],l[::2]); del l[0]; l[0:1]=[8,8]; print(l); l.clear(); print(l, len(l))
d={"a":1,"b":2}; d["c"]=3; print(d,d.get("z",0),d.setdefault("q",[]),list(d.items()),d.pop("a"),d.popitem(),"b" in d); d.update(b=5); print(d, sorted(d), {v:k for k,v in d.items()}, dict(zip("xy",[1,2])), d|{"n":1}, dict.fromkeys("ab",0))
for k in list(d): del d[k]
else: print("emptied",d)
while True:
    try: raise KeyError("k")
    except (KeyError,ValueError) as e: print(repr(e)); break
    finally: print("fin")
def f(a,b=2,*args,c=3,**kw): return a,b,args,c,kw
print(f(1),f(1,2,3,c=4,d=5),f(*[1,2],**{"c":9}),(lambda x,y=1:x+y)(5)); print(f.__name__,f.__defaults__,f.__kwdefaults__,f.__code__.co_varnames,f.__code__.co_argcount)
def g():
    r=yield 1; print("got",r); yield from [2,3]; return "done"
it=g(); print(next(it),it.send("x"),list(it))
class V:
    def __init__(s,x,y): s.x,s.y=x,y
    def __add__(s,o): return V(s.x+o.x,s.y+o.y)
    def __eq__(s,o): return (s.x,s.y)==(o.x,o.y)
    def __repr__(s): return f"V({s.x}, {s.y})"
    def __getitem__(s,i): return (s.x,s.y)[i]
    def __len__(s): return 2
    def __bool__(s): return bool(s.x or s.y)
    def __contains__(s,v): return v in (s.x,s.y)
    def __call__(s,k): return V(s.x*k,s.y*k)
    def __iter__(s): yield s.x; yield s.y
    @property
    def mag(s): return (s.x**2+s.y**2)**.5
    @classmethod
    def zero(c): return c(0,0)
    @staticmethod
    def dot(a,b): return sum(p*q for p,q in zip(a,b))
v=V(3,4); print(v+V(1,1),v==V(3,4),v[0],len(v),bool(V.zero()),3 in v,v(2),list(v),v.mag,V.dot(v,v),sum(v),max(v),tuple(v),[*v])
match {"type":"move","x":1,"y":[2,3]}:
    case {"type":"move","x":x,"y":[a,*rest]} if x>0: print("move",x,a,rest)
match [1,2,3]:
    case [1,_,z]: print(z)
import os, sys; print(os.path.join("a","b"), os.sep, sys.version_info[:2], sys.maxsize, sys.byteorder, len(sys.argv), sys.platform, __name__)
print(type(1),type("a"),type([]),type(None),type(f),type(V),type(v),isinstance(True,int),issubclass(V,object),callable(f),id(v)==id(v),hash("a")==hash("a"),dir(V)[-3:],vars(v),getattr(v,"x"),hasattr(v,"q"),V.__mro__,v.__class__.__name__,V.__dict__["zero"].__class__)
