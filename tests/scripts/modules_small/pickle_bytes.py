import pickle, threading, collections, enum, datetime, decimal, fractions, io, copy
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 2


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = 1, 2


class Stateful:
    def __init__(self):
        self.lock = threading.Lock()
        self.n = 5

    def __getstate__(self):
        s = self.__dict__.copy()
        del s["lock"]
        return s

    def __setstate__(self, s):
        self.__dict__.update(s)
        self.lock = threading.Lock()


class Color(enum.Enum):
    RED = 1


Pair = collections.namedtuple("Pair", "a b")


class Stack(list):
    pass


def add(a, b):
    return a + b


class MyError(Exception):
    pass


data = [None, True, False, 0, 255, 256, 65535, 65536, -1, -129, 2**31, -2**31, 2**40, -2**40, 2**100, -2**63, 1.5,
        float("inf"), "", "abc", "é" * 200, b"", b"xy", b"z" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1],
        [1, 2], {}, {1: 2}, {"a": 1, "b": [1]}, set(), {1}, frozenset(), frozenset([1]), bytearray(b"q"), 1j, range(3),
        [list(range(1500))]]
for d in data:
    p = pickle.dumps(d)
    assert pickle.loads(p) == d
    print(repr(d)[:30], len(p), p[:40])
for o in [Point(1), Slotted(), Stateful(), Color.RED, Pair(1, 2), add, Point, len, int, MyError("x", 1), ValueError("v"),
          collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1, 2], 3), collections.defaultdict(list, a=[1]),
          datetime.datetime(2020, 1, 2, 3), datetime.timedelta(days=1), decimal.Decimal("1.5"), fractions.Fraction(1, 3)]:
    q = pickle.loads(pickle.dumps(o))
    print(type(q).__name__, q == o, (repr(q).split(" at 0x")[0] if "object at" not in repr(q) else vars(q) if hasattr(q, "__dict__") else (q.a, q.b)) if not isinstance(o, Stateful) else q.n)
n = Node("root")
n.children.append(Node("kid"))
n.children[0].parent = n
m = pickle.loads(pickle.dumps(n))
print(m.name, m.children[0].name, m.children[0].parent is m)
l = [1]
l.append(l)
k = pickle.loads(pickle.dumps(l))
print(k[1] is k)
s = Stack([1, 2])
s.extra = 1
t = pickle.loads(pickle.dumps(s))
print(t, t.extra, type(t))
f = io.BytesIO()
pickle.dump({"a": 1}, f)
pickle.dump([1, 2], f)
f.seek(0)
print(pickle.load(f), pickle.load(f))
try:
    pickle.load(f)
except EOFError as e:
    print("EOF", e)


def tried(x):
    try:
        pickle.dumps(x)
        print("fine")
    except Exception as e:
        import re
        print(type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))


class Holder:
    pass


def local():
    class L:
        pass

    def g():
        pass
    return L, L(), g


h = Holder()
h.lock = threading.Lock()
for x in [lambda: 1, threading.Lock(), threading.RLock(), threading.Event(), threading.Thread(), h, (i for i in []), open, *local(), threading, threading.Condition(), {1: threading.Lock()}]:
    tried(x)
for b in [b"", b"garbage", b"\x80\x04"]:
    try:
        pickle.loads(b)
    except Exception as e:
        print(type(e).__name__, e)
try:
    copy.deepcopy(h)
except TypeError as e:
    print(e)
print(pickle.dumps(Point(3, 4)))
print(pickle.dumps([Point(3, 4), Node("a")]))
print(pickle.dumps({"name": "x", "items": [1, 2.5, "y"], "ok": True}))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
