def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class P:
    def __init__(s, k): s.k = k
    def __lt__(s, o): return s.k < o.k
    def __repr__(s): return f"P{s.k}"
ps = [P(3), P(1), P(2)]; print(sorted(ps), min(ps), sorted(ps, reverse=True), sorted(ps, key=lambda p: -p.k)); ps.sort(); print(ps, max(ps))
t(sorted, [1, "a"]); t(sorted, [object(), 5]); t(lambda: [1, 2].sort(key=lambda x: 1 / 0)); t(lambda: sorted([3, 1], key=5)); t(lambda: max(1)); t(lambda: max(1, "a"))
l = [3, 1, 2]
def evil(x): l.append(9); return x
t(lambda: l.sort(key=evil)); print(l)
class R:
    def __init__(s): s.l = [1, 2]
    def __getitem__(s, i): return s.l[i]
    def __len__(s): return 2
print(list(R()), list(reversed(R())), 2 in R(), [*R()], tuple(R()), sum(R())); a, b = R(); print(a, b)
class BadIter:
    def __iter__(s): return 5
class BadIter2:
    def __iter__(s): return s
t(list, BadIter()); t(list, BadIter2()); t(lambda: [x for x in BadIter()]); t(iter, BadIter2())
def loop():
    for x in BadIter2(): pass
t(loop)
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        s.n -= 1
        if s.n < 0: raise StopIteration
        return s.n
print(list(It(3)), sum(It(4)), 2 in It(5), max(It(3)), [*It(2)], dict(zip(It(3), "abc")), list(map(str, It(3))), list(zip(It(2), It(3))), sorted(It(3)), set(It(3)), "".join(map(str, It(4))), list(enumerate(It(2))), any(It(2)), all(It(2)), tuple(It(2)), list(filter(None, It(3))))
a, *b = It(4); print(a, b); print(next(It(1)), next(It(0), "d")); t(next, It(0))
l = [1]; l.extend(It(3)); l[1:1] = It(2); l += It(2); print(l); d = {}; d.update(zip("ab", It(2))); d.update(x=1); print(d); s = set(); s.update(It(3), [9]); print(s)
class Map:
    def keys(s): return ["a", "b"]
    def __getitem__(s, k): return k * 2
print(dict(Map()), {**Map()}, (lambda **k: k)(**Map())); d = {}; d.update(Map()); print(d)
t(lambda: (lambda **k: k)(**{1: 2})); t(lambda: (lambda **k: k)(**{"a": 1}, **{"a": 2})); t(lambda: (lambda a: a)(1, a=2)); t(lambda: print(1, sepp=2)); t(lambda: len()); t(lambda: len(1, 2)); t(lambda: [].append()); t(lambda: [].append(1, 2)); t(lambda: {}.get()); t(lambda: "a".join()); t(lambda: int("1", base=16, x=1)); t(lambda: isinstance(1)); t(lambda: "a".split(sep=1)); t(lambda: range()); t(lambda: list(1, 2)); t(lambda: dict(1, 2)); t(lambda: sorted()); t(lambda: sum()); t(lambda: sum(1)); t(lambda: zip(1)); t(lambda: map(1)); t(lambda: open()); t(lambda: chr("a")); t(lambda: ord(1)); t(lambda: abs("a")); t(lambda: round("a")); t(lambda: hash([])); t(lambda: iter(1)); t(lambda: next([])); t(lambda: reversed({1})); t(lambda: pow("a", 1)); t(lambda: divmod("a", 1)); t(lambda: bytes("a")); t(lambda: float([])); t(lambda: int([])); t(lambda: complex("a")); t(lambda: bool(1, 2)); t(lambda: type(1, 2)); t(lambda: super(1)); t(lambda: property(1, 2, 3, 4, 5)); t(lambda: setattr(1, 2, 3)); t(lambda: getattr(1)); t(lambda: vars(1)); t(lambda: exec(1)); t(lambda: eval("1+")); t(lambda: compile("a", "b", "c")); t(lambda: input(1, 2)); t(lambda: format(1, 2)); t(lambda: id()); t(lambda: slice()); t(lambda: object(1)); t(lambda: frozenset(1)); t(lambda: tuple(1)); t(lambda: set(1))
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(500)); t(deep, 5000)
class Rec:
    def __repr__(s): return repr(s)
l = []; l.append(l); print(l, l == l); d = {}; d["d"] = d; print(d); t(lambda: l == [l])
a = []; b = [a]; a.append(b); nest = []
for _ in range(3000): nest = [nest]
t(lambda: hash((1, (2, 3), "a")) == hash((1, (2, 3), "a")))
class Ctx:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print("in", s.n); return s
    def __exit__(s, t, v, tb): print("out", s.n, t and t.__name__, v); return s.sup
with Ctx(1) as a, Ctx(2, True) as b: raise ValueError("x")
with (Ctx(3) as a, Ctx(4)): pass
def wr():
    for i in range(3):
        with Ctx(i):
            if i == 1: continue
            if i == 2: return "ret"
print(wr())
def we():
    with Ctx("e"):
        try: raise KeyError
        finally: raise TypeError("fin")
t(we)
class RE:
    def __enter__(s): return 1
    def __exit__(s, *a): raise RuntimeError("in exit")
def wx():
    with RE(): raise ValueError("body")
try: wx()
except RuntimeError as e: print(e, repr(e.__context__))
def kw(a, b=1, /, c=2, *args, d, e=5, **k): return a, b, c, args, d, e, k
t(lambda: kw(1, d=4)); t(lambda: kw(1, 2, 3, 4, 5, d=6, a=7, b=8)); t(lambda: kw(d=1)); t(lambda: kw(1)); t(lambda: kw(1, 2, c=3, d=4)); t(lambda: kw(1, 2, 3, c=3, d=4)); t(lambda: kw(*(1, 2), **{"d": 1, "z": 2})); print(kw.__defaults__, kw.__kwdefaults__, kw.__name__, kw.__code__.co_varnames, kw.__code__.co_argcount)
def mut(x, l=[]): l.append(x); return l
print(mut(1), mut(2), mut(3, []))
def deco(n):
    def d(f):
        def w(*a, **k): return (n, f(*a, **k))
        return w
    return d
@deco(1)
@deco(2)
def dd(x): "doc"; return x
print(dd(5), dd.__name__)
def anno(a: int, b: "str" = 5) -> list: x: int = 3; return x
print(anno.__annotations__, anno(1))
print((lambda: (yield))().__class__.__name__)
print([f.__name__ for f in (len, print, deep, dd, str.join, [].append)], (lambda: 0).__name__, deep.__qualname__)
x = 5
def loc():
    y = 1
    print(sorted(locals()), "x" in globals())
    exec("z = 1"); return eval("y + x")
print(loc())
exec("def made(): return 'made'"); print(made())
ns = {}; exec("a = 1\nb = a + 1", ns); print(ns["b"], eval("a * 10", ns), eval("q", {"q": 7}), eval(compile("1 + 2", "f", "eval")))
t(lambda: exec("raise KeyError('in exec')"))
print(__name__, type(__builtins__).__name__)
import math, random, time
print(math.floor(2.5), math.sqrt(16), math.pi, math.gcd(12, 18), math.inf, math.isnan(math.nan))
print(f"{1_000_000:,} {0xff} {0b11} {0o17} {1e3} {1_0.5}")
print("a" "b" f"{1}" r"\n", """tri
ple""", 'it\'s', "\x41\u0042\t|\
cont")
print(1 if False else 2 if False else 3, not 1 == 2, 1 in [1] == True, (1, 2) in [(1, 2)], 5 and 0 or 7, None is None)
print(i := 5, (j := 6) + 1); print(*"ab", *[1], sep=","); del i, j
assert True; pass; ...
lst = [1, 2, 3]
for v in lst:
    if v < 3: lst.append(v + 10)
    if len(lst) > 6: break
print(lst)
dct = {1: 1}
def chg():
    for k in dct: dct[k + 1] = 1
t(chg)
st = {1}
def chs():
    for k in st: st.add(k + 1)
t(chs)
print({i: {j: i * j for j in range(2)} for i in range(2)}, [[0] * 2 for _ in range(2)], sum(i * j for i in range(3) for j in range(3) if i != j))
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), dict(sorted({"b": 1, "a": 2}.items())), list({"x": 1, "y": 2}.values()), {"a": 1}.setdefault("b", []), {"a": 1}.pop("z", 3), {"a": 1}.popitem(), dict.fromkeys("ab", 0), {1: 2}.copy(), {"a": 1} == {"a": 1.0})
t(lambda: {}.popitem()); t(lambda: {}.pop("a")); t(lambda: set().pop()); t(lambda: [].pop()); t(lambda: {1}.remove(2)); t(lambda: [1].remove(2)); t(lambda: (1,).index(2)); t(lambda: "a".index("b")); t(lambda: [1].index(2))
