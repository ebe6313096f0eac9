class V:
    def __init__(s, n): s.n = n
    def __add__(s, o): return NotImplemented if isinstance(o, str) else ("add", s.n, o)
    def __radd__(s, o): return ("radd", s.n, o)
    def __sub__(s, o): return NotImplemented
    def __iadd__(s, o): s.n += 1; return s
    def __mul__(s, o): raise ValueError("mul")
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __rpow__(s, o, m=None): return ("rpow", o, m)
    def __lt__(s, o): return "lt"
    def __ge__(s, o): return NotImplemented
    def __neg__(s): return "neg"
    def __divmod__(s, o): return ("divmod", o)
    def __rdivmod__(s, o): return ("rdivmod", o)
    def __matmul__(s, o): return "mm"
    def __imatmul__(s, o): return NotImplemented
    def __lshift__(s, o): return NotImplemented
    def __rrshift__(s, o): return "rrshift"
    def __rlshift__(s, o): return "rlshift"
    def __contains__(s, x): return x
    def __len__(s): return s.n
    def __index__(s): return s.n
    def __bool__(s): return s.n > 2
    def __format__(s, spec): return f"<{spec}>"
    def __call__(s, *a, **k): return (a, k)
    def __repr__(s): return f"V({s.n})"
class W(V):
    def __radd__(s, o): return ("W.radd", o)
    def __gt__(s, o): return "W.gt"
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
v, w = V(1), W(5)
for f in [lambda: v + 1, lambda: 1 + v, lambda: v + w, lambda: w + v, lambda: v + "a", lambda: "a" + v, lambda: v - 1, lambda: 1 - v,
  lambda: v - v, lambda: v * 2, lambda: 2 * v, lambda: [1] * v, lambda: v * [1], lambda: "ab" * w, lambda: v ** 2, lambda: 2 ** v, lambda: pow(v, 2, 3), lambda: pow(2, v),
  lambda: pow(2, v, 3), lambda: v < 1, lambda: 1 > v, lambda: v > 1, lambda: v < w, lambda: w < v, lambda: v > w, lambda: v >= 1, lambda: v <= 1, lambda: -v, lambda: +v, lambda: ~v,
  lambda: divmod(v, 2), lambda: divmod(2, v), lambda: v @ 2, lambda: 2 @ v, lambda: v << 1, lambda: 1 << v, lambda: 1 >> v, lambda: v >> 1, lambda: v << v,
  lambda: 0 in v, lambda: "x" in v, lambda: len(v), lambda: [1,2,3][v], lambda: "abc"[v:w], lambda: range(v, w), lambda: bool(v), lambda: bool(w), lambda: f"{v:>10} {v} {v!r:>8}",
  lambda: format(v), lambda: "{:x}{}".format(v, w), lambda: "%s %d %5d" % (v, v, w), lambda: "%x" % w, lambda: v(1, *[2], a=3, **{"b": 4}), lambda: v == v, lambda: v != w, lambda: v == 1,
  lambda: hex(w), lambda: bin(v), lambda: chr(V(65)), lambda: round(2.567, v), lambda: [0] * w, lambda: (1, 2) * v, lambda: b"x" * w, lambda: list(range(10))[::w],
  lambda: not v, lambda: not w, lambda: v and 1, lambda: v or 1, lambda: w if v else v, lambda: sum([v, 1]), lambda: sum([1, v], v), lambda: max(v, w), lambda: sorted([w, v]),
  lambda: 1 < v < 2, lambda: v < 1 < 2, lambda: hash(v) == hash(v), lambda: {v: 1}[v], lambda: abs(v), lambda: round(v), lambda: int(v), lambda: float(v), lambda: complex(v), lambda: str(v), lambda: v.x, lambda: v[0], lambda: iter(v), lambda: next(v),
  lambda: v & 1, lambda: 1 | v, lambda: v // 2, lambda: 2 % v, lambda: "%s" % v, lambda: v % 2]:
    t(f)
a = V(1); a += 5; print(a)
try:
    a @= 3; print(a)
except TypeError as e: print(e)
try:
    a -= 3; print(a)
except TypeError as e: print(e)
x = 5
try:
    x <<= a; print(x)
except TypeError as e: print(e)
class I(int):
    def __add__(s, o): return NotImplemented
    def __lt__(s, o): return NotImplemented
    def __eq__(s, o): return NotImplemented
    __hash__ = int.__hash__
class S(str):
    def __mul__(s, o): return "S" + super().__mul__(o)
    def __eq__(s, o): return super().__eq__(o)
    def __hash__(s): return 1
    def __lt__(s, o): return NotImplemented
    def __mod__(s, o): return NotImplemented
    def __getitem__(s, i): return S("item" + super().__getitem__(i))
class L(list):
    def __eq__(s, o): return "leq"
    def __add__(s, o): return L(super().__add__(o))
    def __getitem__(s, i): return ("item", i)
    def __len__(s): return 7
    def __contains__(s, x): return False
    def __iter__(s): return iter("it")
class D(dict):
    def __missing__(s, k): return ("missing", k)
    def __getitem__(s, k): return ("get", super().__getitem__(k))
for f in [lambda: I(1) + 2, lambda: I(1) + I(2), lambda: 2 + I(1), lambda: I(1) < 2, lambda: I(1) < I(2), lambda: I(1) == 1, lambda: I(1) == I(1), lambda: I(1) != 1, lambda: 1 == I(1), lambda: {1: "a"}[I(1)],
  lambda: I(1) + 1.5, lambda: I(3) * I(4), lambda: type(I(3) * 2), lambda: I(1) + "a", lambda: S("ab") * 2, lambda: 2 * S("ab"), lambda: S("a") == "a", lambda: S("a") < "b", lambda: S("a") < S("b"), lambda: "a" < S("b"), lambda: S("%s") % 1,
  lambda: S("abc")[1], lambda: S("abc")[0:2], lambda: type(S("abc").upper()), lambda: S("a") + "b", lambda: {S("a"), "a"} , lambda: L([1, 2]) == 3, lambda: L([1]) + [2], lambda: L([1])[0], lambda: len(L([1])), lambda: 1 in L([1]), lambda: list(L([1])), lambda: [*L([1])],
  lambda: sorted(L([3, 1])), lambda: L([1]) < [2], lambda: repr(L([1])), lambda: D(a=1)["a"], lambda: D(a=1)["b"], lambda: D(a=1).get("b"), lambda: {**D(a=1)}, lambda: list(D(a=1)), lambda: D(a=1) == {"a": 1}, lambda: dict(D(a=1)), lambda: "%(a)s %(zz)s" % D(a=1), lambda: "{0[a]}".format(D(a=1)), lambda: "{a}".format_map(D(b=1)),
  lambda: tuple(L([1])), lambda: sorted(set(L([1, 5]))), lambda: "-".join(L(["a", "b"])), lambda: max(L([1, 9])), lambda: sum(L([1, 9])), lambda: [1] + L([2]), lambda: L([1]) * 2, lambda: list(reversed(L([1,2,3])))]:
    t(f)
