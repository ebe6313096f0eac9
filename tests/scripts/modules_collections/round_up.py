# lockstep: mask 0x[0-9a-f]+
from collections import *
import collections, heapq, bisect, string, textwrap, statistics, copy, weakref, operator, itertools, functools
from itertools import *
c = Counter("mississippi")
print(c, c.most_common(), c["z"], sorted(c.elements()), c.total())
c.subtract("miss"); print(c, +c, -c, c & Counter("ip"), c | Counter("zz"), c + Counter(i=5), c - Counter(p=1))
c.update(["a", "b"]); print(repr(c), dict(c), Counter(a=1) == Counter({"a": 1, "b": 0}), Counter("ab") <= Counter("abc"))
d = defaultdict(list); d["x"].append(1); print(d, d["y"], len(d), d.default_factory, d.get("q"))
dd = defaultdict(lambda: defaultdict(int)); dd["a"]["b"] += 1; print(dd["a"], dict(dd["a"]))
o = OrderedDict(a=1, b=2); o["c"] = 3; o.move_to_end("a"); print(o, o.popitem(), list(reversed(o)), o == OrderedDict(b=2, c=3), OrderedDict(a=1) == {"a": 1})
q = deque(range(5), maxlen=5); q.append(9); q.appendleft(-1); print(q, q.maxlen); q.rotate(2); print(q, q.index(2), q.count(1)); q.extendleft([7, 8]); print(q, q[1], q.copy(), list(reversed(q)), list(q)[::-1])
try: deque([1], 0).popleft()
except IndexError as e: print(e)
try: q.remove(99)
except ValueError as e: print(e)
try:
    for x in q: q.append(1)
except RuntimeError as e: print(e)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(cm, cm["b"], dict(cm), cm.parents, cm.new_child({"z": 0}), list(cm), len(cm))
P = namedtuple("P", ["x", "y"]); p = P(1, y=2); print(p, p.x, p._asdict(), p._replace(x=5), P._make([3, 4]), p == (1, 2), P.__doc__, P.x, hash(p) == hash((1, 2)))
for bad in (lambda: P(1), lambda: P(1, 2, 3), lambda: p._replace(z=1), lambda: setattr(p, "x", 3), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "def"), lambda: namedtuple("Q", "_x")):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple("R", "a b def", rename=True)._fields)
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3], reverse=False)))
print(bisect.bisect([1, 3, 3, 5], 3), bisect.bisect_left([1, 3, 3, 5], 3), bisect.bisect_right([1, 2], 5, hi=1)); l = [1, 3]; bisect.insort(l, 2); print(l, bisect.bisect([("a", 1), ("b", 2)], 1, key=lambda t: t[1]))
print(list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(combinations("abc", 2)), list(permutations([1, 2, 3], 2))[:3], list(product("ab", repeat=2)), list(combinations_with_replacement("ab", 2)))
print(list(compress("abc", [1, 0, 1])), list(dropwhile(lambda x: x < 2, [1, 2, 1])), list(takewhile(lambda x: x < 2, [1, 2, 1])), list(filterfalse(None, [0, 1])), list(islice(count(5, 2), 1, 6, 2)), list(pairwise("abc")), list(starmap(pow, [(2, 3)])), list(zip_longest("ab", "c", fillvalue="-")), [list(g) for k, g in groupby("aabba")], list(repeat(1, 2)), [(k, list(g)) for k, g in groupby(sorted(["bb", "a", "cc"], key=len), len)])
a, b = tee([1, 2]); print(next(a), list(b), list(a), repr(count(1)), repr(repeat(3, 2)), next(cycle("x")))
def chunked(it, n):
    it = iter(it)
    while batch := list(islice(it, n)): yield batch
print(list(chunked(range(7), 3)), list(zip(*[iter("abcdef")] * 2)), dict(enumerate("ab", 1)), list(map(None.__class__, [])), sum(x for x in range(4)))
print(string.Template("$a ${b}c $$").substitute(a=1, b=2), string.Template("$a $x").safe_substitute(a=1), string.ascii_lowercase[:3], string.capwords("hello big world"), string.punctuation, string.Formatter().format("{0} {x}", 1, x=2), string.hexdigits, string.printable[-6:])
try: string.Template("$a $b").substitute(a=1)
except KeyError as e: print("KeyError", e)
try: string.Template("$1").substitute()
except ValueError as e: print(e)
t = "The quick brown fox jumps over the lazy dog. It was a sunny day."
print(textwrap.fill(t, 20), textwrap.wrap(t, 30), textwrap.shorten(t, 25), textwrap.dedent("""\
    a
      b
    c"""), textwrap.indent("x\n\ny", "> "), textwrap.fill(t, 24, initial_indent="* ", subsequent_indent="  "), sep="\n")
print(statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.mode("aab"), round(statistics.stdev([1, 2, 3, 4]), 6), statistics.pvariance([1, 2, 3]), statistics.mean([1.5, 2]), statistics.quantiles([1, 2, 3, 4], n=4), statistics.multimode("aabb"), statistics.harmonic_mean([40, 60]), statistics.fmean([1, 2]), statistics.median_low([1, 2, 3, 4]), statistics.geometric_mean([1, 10, 100]))
try: statistics.mean([])
except statistics.StatisticsError as e: print(e)
x = [[1, 2], {"a": [3]}]; y = copy.deepcopy(x); z = copy.copy(x); y[0].append(9); z[1]["a"].append(4); print(x, y, z)
class N:
    def __init__(s, v): s.v = v; s.next = None
    def __deepcopy__(s, memo): print("deep", s.v); n = N(s.v); memo[id(s)] = n; n.next = copy.deepcopy(s.next, memo); return n
n = N(1); n.next = N(2); n.next.next = n; m = copy.deepcopy(n); print(m.next.next is m, m is not n)
r = weakref.ref(n); print(r() is n, r); wd = weakref.WeakValueDictionary(); wd["n"] = n; print(len(wd), wd["n"] is n)
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info()); fib.cache_clear(); print(fib.cache_info())
@functools.lru_cache(2)
def sq(x, *, k=1): print("call", x); return x * x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(4))
@functools.singledispatch
def show(x): return f"obj {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
@show.register(tuple)
def _(x): return f"seq {len(x)}"
print(show(1), show([1]), show(()), show("s"), show(True), show.dispatch(bool).__name__, show.registry.keys())
pp = functools.partial(print, "a", sep="-"); pp("b"); print(pp.func, pp.args, pp.keywords, repr(functools.partial(int, base=2)), functools.partial(int, base=2)("101"))
print(functools.reduce(operator.add, [1, 2, 3], 10), sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
class T:
    @functools.cached_property
    def val(self): print("computing"); return 42
    @functools.singledispatchmethod
    def go(self, a): return "default"
    @go.register
    def _(self, a: str): return "str"
    hello = functools.partialmethod(lambda self, a, b: (a, b), 1)
t = T(); print(t.val, t.val, t.__dict__, t.go(1), t.go(""), t.hello(2))
@functools.total_ordering
class V:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __lt__(s, o): return s.x < o.x
print(V(1) <= V(2), V(2) >= V(3), max([V(1), V(5)], key=lambda v: v.x).x)
