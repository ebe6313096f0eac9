from collections.abc import Iterable, Mapping, MutableMapping, Sequence, Set, Hashable, Callable


class Table(MutableMapping):
    def __init__(self, **start):
        self._data = dict(start)

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


t = Table(a=1)
t["b"] = 2
t.update(c=3)
print(dict(t), t.get("z", 0), t.pop("a"), "b" in t, list(t.items()), t.setdefault("d", 4), len(t))
print(
    list(t.keys()), list(t.values()), t == {"b": 2, "c": 3, "d": 4}, t.popitem(),
    isinstance(t, Mapping),
)
t.clear()
print(bool(t), {**Table(x=1)})
try:
    t.pop("nope")
except KeyError as error:
    print("KeyError", error)


class Letters(Sequence):
    def __init__(self, text):
        self.text = text

    def __getitem__(self, i):
        return self.text[i]

    def __len__(self):
        return len(self.text)


s = Letters("hello")
print(list(s), "l" in s, s.index("l"), s.count("l"), list(reversed(s)), s[1:3])


class Bits(Set):
    def __init__(self, items):
        self.items = sorted(set(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


print(
    list(Bits([1, 2]) | Bits([2, 3])), list(Bits([1, 2]) & [2]), Bits([1]) <= Bits([1, 2]),
    Bits([1]) == {1},
)
print(
    isinstance([], Iterable), isinstance(5, Iterable), isinstance("a", Sequence),
    isinstance([], Hashable),
)
print(
    isinstance(len, Callable), isinstance({}, Mapping), issubclass(list, Sequence),
    isinstance(t, Iterable),
)
try:
    Mapping()
except TypeError as error:
    print(error)
