from collections import ChainMap, UserDict, deque, namedtuple

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.rotate(1)
print(d)
d.extend("ab")
d.extendleft("xy")
print(d, d.index(2), d.count("a"), list(reversed(d)))
d.remove("a")
d.insert(1, "in")
d[0] = "first"
del d[1]
print(d, deque("abc") == deque("abc"), deque([1]) + deque([2]), deque([1]) * 2)
last = deque(maxlen=3)
for i in range(5):
    last.append(i)
print(last, last.maxlen, deque([1, 2, 3], 2))
d.clear()
for text, attempt in (
    ("pop", lambda: d.pop()), ("popleft", lambda: d.popleft()), ("index", lambda: d[3]),
    ("remove", lambda: d.remove(1)), ("slice", lambda: last[0:1]),
):
    try:
        attempt()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
try:
    for x in last:
        last.append(x)
except RuntimeError as error:
    print(error)
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(
    p, p.x, p[1], p == (1, 2), p._asdict(), p._replace(x=9), Point._fields, Point._make([5, 6]),
    tuple(p), len(p), *p,
)
x, y = p
print(x, y, sorted([Point(2, 1), Point(1, 2)]), isinstance(p, tuple))
Employee = namedtuple("Employee", ["name", "role"], defaults=["staff"])
print(Employee("Al"), Employee._field_defaults)
for text, attempt in (
    ("assign", lambda: setattr(p, "x", 5)), ("few", lambda: Point(1)),
    ("many", lambda: Point(1, 2, 3)), ("bad name", lambda: namedtuple("Bad", "class x")),
    ("twice", lambda: namedtuple("Bad", "a a")),
):
    try:
        attempt()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")


class Named(namedtuple("Base", "a b")):
    def total(self):
        return self.a + self.b


print(Named(1, 2), Named(1, 2).total())
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], len(m), sorted(m), m.maps)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


u = Lower(A=1)
u["B"] = 2
print(u, u.data, "a" in u)
