from collections import Counter, OrderedDict, defaultdict

c = Counter("mississippi")
print(c, c.most_common(2), c["s"], c["z"], sum(c.values()), sorted(c.elements())[:4], len(c))
c.update("miss")
c.subtract("i")
c["new"] += 3
print(c, c.total(), c + Counter("m"), c - Counter("sss"), c & Counter("mm"), c | Counter("mmmmm"))
print(
    Counter(a=2, b=1), Counter({"x": 0}), Counter([1, 1, 2]).most_common(), Counter() == {},
    +Counter(a=-1, b=2),
)
del c["new"]
print("new" in c, c.pop("m"), dict(c))
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, dict(d), d.get("zz"), "zz" in d, d.default_factory)
n = defaultdict(int)
for letter in "hello":
    n[letter] += 1
print(dict(n), defaultdict(lambda: "?")["x"], defaultdict(None, {"k": 1}))
try:
    defaultdict(None)["x"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t["a"]))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(
    o, o.popitem(last=False), list(o), OrderedDict(a=1) == {"a": 1},
    OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)]),
)
o.move_to_end("a", last=False)
print(list(o.items()))
