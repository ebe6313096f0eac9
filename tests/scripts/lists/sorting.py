records = [("ann", 3), ("bob", 1), ("cid", 3), ("dan", 2), ("eve", 1)]
print(sorted(records, key=lambda r: r[1]))
print(sorted(records, key=lambda r: r[1], reverse=True))
print(sorted(sorted(records, reverse=True), key=lambda r: r[1]))
print(sorted([True, False, 2, 0.5, -1]), sorted("bAdC"), sorted("bAdC", key=str.lower))
print(
    sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]), sorted({3: "c", 1: "a"}),
    sorted({"b", "a"}),
)
print(
    max(records, key=lambda r: r[1]), min(records, key=lambda r: r[1]), max([], default="none"),
    max("ab", "b", key=len),
)


class Item:
    compared = 0

    def __init__(self, weight):
        self.weight = weight

    def __lt__(self, other):
        Item.compared += 1
        return self.weight < other.weight

    def __repr__(self):
        return f"Item({self.weight})"


items = [Item(w) for w in (5, 2, 9, 1)]
print(sorted(items), min(items), max(items), Item.compared > 0)
items.sort(reverse=True)
print(items)


def key(value):
    if value == 3:
        raise ValueError("no three")
    return value


numbers = [2, 3, 1]
try:
    numbers.sort(key=key)
except ValueError as error:
    print(error, sorted(numbers))
values = list(range(50))
values = [(v * 37) % 50 for v in values]
print(sorted(values) == list(range(50)), sorted(values, key=lambda v: v % 5)[:12])
print(
    sorted(["10", "9", "2"]), sorted(["10", "9", "2"], key=int),
    sorted([3, 1, 2], key=lambda x: -x),
)
