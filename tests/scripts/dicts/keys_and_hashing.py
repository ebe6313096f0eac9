class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        log.append("hash")
        return self.value % 2

    def __eq__(self, other):
        log.append("eq")
        return isinstance(other, Key) and self.value == other.value

    def __repr__(self):
        return f"K{self.value}"


log = []
d = {Key(1): "one", Key(2): "two", Key(3): "three"}
print(d, d[Key(3)], Key(5) in d, len(d), "eq" in log, log.count("hash"))
d[Key(1)] = "uno"
del d[Key(2)]
print(d, list(d), d.get(Key(9), "none"))
mixed = {
    1: "int", "1": "text", (1,): "tuple", 1.5: "float", None: "none", frozenset([1]): "set",
    True: "bool", b"1": "bytes", int: "class", len: "function",
}
print(
    mixed[1], mixed["1"], mixed[(1,)], mixed[None], mixed[frozenset({1})], mixed[b"1"], mixed[int],
    mixed[len], len(mixed),
)
print(
    {0: "a", False: "b", 0.0: "c", -0: "d"}, {"a": 1, "a": 2}, {1: 1, True: 2}[1.0],
    {"x": 1}.keys() == {"x"}, {(): 0, (()): 1},
)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


grid = {Point(0, 0): "origin", Point(1, 0): "east"}
print(grid[Point(1, 0)], Point(0, 0) in grid, Point(9, 9) in grid, len({Point(1, 1), Point(1, 1)}))
p = Point(2, 2)
grid[p] = "moved"
p.x = 3
print(p in grid, Point(2, 2) in grid, len(grid), list(grid.values()))
for bad in ([], {}, set(), bytearray(), [1, (2, [3])], (1, [2])):
    try:
        {bad: 1}
    except TypeError as error:
        print(error)
nested = {"a": {"b": {}}}
nested["a"]["b"]["c"] = nested["a"]
print(nested["a"]["b"]["c"] is nested["a"], str(nested))
many = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del many[i]
print(len(many), sum(many) == sum(range(1, 1000, 2)), list(many)[:3], next(reversed(many)))
