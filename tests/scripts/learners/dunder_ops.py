import functools, operator
@functools.total_ordering
class V:
    __slots__ = ("x", "y")
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return V(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __contains__(self, v): return v in (self.x, self.y)
    def __repr__(self): return f"V({self.x!r}, {self.y!r})"
    def __format__(self, s): return "/".join(format(c, s) for c in self)
    def __call__(self, f): return V(*map(f, self))
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
a, b = V(1, 2), V(3, 4)
print(a + b, sum([a, b]), 2 * a, a @ b, -a, abs(b), bool(V()), a == V(1, 2), a < b, a >= b, {a: 1}[V(1, 2)], *a, b[1], len(a), 3 in b, f"{b:.1f}", b(str), max(a, b), sorted([b, a]))
c = a; c += b; print(a, c is a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a.z, lambda: setattr(a, "z", 1), lambda: a < 5, lambda: a["k"], lambda: a[5], lambda: a & 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
class M(dict):
    def __missing__(self, k): self[k] = v = k * 2; return v
    def __getattr__(self, n):
        try: return self[n] if n in self else super().__getattribute__(n)
        except AttributeError: raise AttributeError(f"no {n}") from None
m = M(a=1); print(m["zz"], m.a, m); 
try: m.q
except AttributeError as e: print(e)
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("x")(a), operator.methodcaller("upper")("s"))
