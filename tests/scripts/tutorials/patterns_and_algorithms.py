# event loop from scratch w/ generators, observer, lru by hand, matrix, graph algos, text adventure, state machine
import heapq, collections, functools, itertools, string, sys, types, operator, abc, typing, dataclasses, enum, contextlib
class Task:
    ids = itertools.count(1)
    def __init__(self, gen): self.id = next(self.ids); self.gen = gen; self.value = None
    def step(self): return self.gen.send(self.value)
class Loop:
    def __init__(self): self.ready = collections.deque(); self.sleeping = []; self.time = 0
    def spawn(self, gen): t = Task(gen); self.ready.append(t); return t.id
    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.time, _, t = heapq.heappop(self.sleeping); self.ready.append(t)
            t = self.ready.popleft()
            try: op, arg = t.step()
            except StopIteration as e: print(f"[{self.time}] task {t.id} done -> {e.value}"); continue
            if op == "sleep": heapq.heappush(self.sleeping, (self.time + arg, t.id, t)); t.value = None
            elif op == "spawn": t.value = self.spawn(arg); self.ready.append(t)
def child(n):
    yield "sleep", n
    return n * 10
def parent():
    a = yield "spawn", child(3)
    b = yield "spawn", child(1)
    yield "sleep", 2
    return a, b
l = Loop(); l.spawn(parent()); l.run()
class LRU:
    def __init__(self, n): self.n = n; self.d = collections.OrderedDict()
    def __getitem__(self, k): self.d.move_to_end(k); return self.d[k]
    def __setitem__(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > self.n: self.d.popitem(last=False)
    def __contains__(self, k): return k in self.d
c = LRU(2); c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3; print("b" in c, list(c.d))
graph = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}
def dijkstra(g, s):
    dist = {n: float("inf") for n in g}; dist[s] = 0; pq = [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist[v]: dist[v] = d + w; heapq.heappush(pq, (d + w, v))
    return dist
print(dijkstra(graph, "A"))
def bfs(g, s):
    seen, q, order = {s}, collections.deque([s]), []
    while q:
        u = q.popleft(); order.append(u)
        for v in g[u]:
            if v not in seen: seen.add(v); q.append(v)
    return order
print(bfs(graph, "A"))
def perms(s): return [s] if len(s) <= 1 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i+1:])]
print(perms("abc"))
def sieve(n):
    p = bytearray([1]) * (n + 1); p[0:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if p[i]: p[i*i::i] = bytes(len(range(i*i, n+1, i)))
    return [i for i, v in enumerate(p) if v]
print(sieve(50))
def qsort(a): return a if len(a) < 2 else qsort([x for x in a[1:] if x < a[0]]) + [a[0]] + qsort([x for x in a[1:] if x >= a[0]])
print(qsort([3, 6, 1, 8, 2, 9, 2]))
def merge_sort(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r = merge_sort(a[:m]), merge_sort(a[m:]); out = []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
print(merge_sort([5, 2, 9, 1]))
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n-1, a, c, b); yield f"{a}->{c}"; yield from hanoi(n-1, b, a, c)
print(list(hanoi(3)), len(list(hanoi(8))))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a*b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n): return functools.reduce(operator.matmul, [self] * n)
    def __str__(self): return "\n".join(" ".join(f"{v:4}" for v in r) for r in self.rows)
    def __neg__(self): return Matrix([[-v for v in r] for r in self.rows])
    def __format__(self, spec): return ";".join(",".join(format(v, spec) for v in r) for r in self.rows)
print(Matrix([[1, 1], [1, 0]]) ** 10); print(f"{-Matrix([[1.5, 2]]):.2f}")
class State(enum.Enum):
    IDLE = enum.auto(); RUN = enum.auto(); STOP = enum.auto()
class Machine:
    T = {(State.IDLE, "start"): State.RUN, (State.RUN, "stop"): State.STOP}
    def __init__(self): self.s = State.IDLE; self.log = []
    def fire(self, ev):
        try: self.s = self.T[self.s, ev]
        except KeyError: raise ValueError(f"no transition from {self.s.name} on {ev!r}") from None
        self.log.append(self.s.name.title())
m = Machine(); m.fire("start")
try: m.fire("start")
except ValueError as e: print(e, m.log)
class Event:
    def __init__(self): self._h = []
    def __iadd__(self, h): self._h.append(h); return self
    def __isub__(self, h): self._h.remove(h); return self
    def __call__(self, *a): return [h(*a) for h in self._h]
e = Event(); e += str.upper; e += len; print(e("hey")); e -= len; print(e("x"))
class Temp:
    class Celsius:
        def __get__(self, o, t): return (o.f - 32) * 5 / 9
        def __set__(self, o, v): o.f = v * 9 / 5 + 32
    celsius = Celsius()
    def __init__(self, f): self.f = f
t = Temp(212); print(t.celsius); t.celsius = 0; print(t.f)
class Plugin:
    reg = {}
    def __init_subclass__(cls, /, name=None, **k): super().__init_subclass__(**k); Plugin.reg[name or cls.__name__] = cls
class A(Plugin, name="alpha"): pass
class B(Plugin): pass
print(Plugin.reg)
class Meta(type):
    def __new__(m, n, b, d, **k): d["made_by"] = m.__name__; return super().__new__(m, n, b, d)
    def __call__(cls, *a, **k): print("making", cls.__name__); return super().__call__(*a, **k)
    def __prepare__(n, b, **k): return {"pre": 1}
    def __iter__(cls): return iter([1, 2])
    def __len__(cls): return 7
class M(metaclass=Meta, opt=1): pass
print(M().made_by, M.pre, list(M), len(M))
def trace(fn=None, *, prefix=">"):
    if fn is None: return functools.partial(trace, prefix=prefix)
    @functools.wraps(fn)
    def w(*a, **k):
        r = fn(*a, **k); print(prefix, fn.__name__, a, k, "=", r); return r
    return w
@trace
def add(a, b=2): "adds"; return a + b
@trace(prefix="##")
def mul(a, b): return a * b
add(1); mul(2, b=3); print(add.__doc__, add.__wrapped__.__name__)
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    inc.reset = lambda: None
    return inc
c1, c2 = counter(), counter(); c1(); c1(5); print(c1(), c2(), c1.__closure__[0].cell_contents)
def fizz(n): return ["FizzBuzz"[i*d%4:i*d%4+0] or {(1,0):"Fizz",(0,1):"Buzz",(1,1):"FizzBuzz"}.get((i%3==0, i%5==0), i) for d, i in ((0, i) for i in range(1, n))]
print(fizz(16))
words = "the cat sat on the mat the end".split()
print({w: words.count(w) for w in dict.fromkeys(words)}, sorted(set(words), key=lambda w: (-len(w), w)), max(words, key=words.count), " ".join(w.capitalize() for w in words), [*map(str.upper, words[:2])], dict(collections.Counter(words).most_common(1)), [(k, [*g]) for k, g in itertools.groupby(sorted(words, key=len), key=len)][0])
@dataclasses.dataclass
class Item: name: str; price: float = 0.0; qty: int = 1
cart = [Item("pen", 1.25, 4), Item("book", 12.5)]
print(f"{'Item':<10}|{'Price':>8}|{'Qty':^5}|"); [print(f"{i.name:<10}|{i.price:>8.2f}|{i.qty:^5}|") for i in cart]; print(f"{'TOTAL':=^25}", f"{sum(i.price*i.qty for i in cart):>10,.3f}", f"{0.5:%}", f"{12345.678:_.1f}", f"{255:#06x}", f"{'x'!r:>6}", f"{3:03d}", f"{1e-10:g}", f"{2**40:,d}", f"{True:d}", f"{None!s:>5}", f"{cart[0].name=}", f"{1+1=:>4}")
try:
    with contextlib.ExitStack() as st:
        st.callback(print, "bye"); st.enter_context(contextlib.suppress(KeyError)); raise KeyError("x")
finally: print("end")
