class Shelf:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        print("get", key)
        if isinstance(key, slice):
            return Shelf(*self.items[key])
        return self.items[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.items[key]

    def __contains__(self, item):
        print("contains", item)
        return item in self.items

    def __reversed__(self):
        return iter(self.items[::-1])

    def __call__(self, *args, **kwargs):
        return len(args), kwargs


s = Shelf("a", "b", "c")
print(len(s), s[1], s[-1], "b" in s, "z" not in s, bool(s), bool(Shelf()))
s[0] = "A"
s[0] += "!"
del s[1]
print(s[0:2].items, list(reversed(s)), s(1, 2, k=3))
print(list(s))
for item in s:
    print("item", item)
print(s[::2].items)


class Grid:
    def __getitem__(self, key):
        return key


g = Grid()
print(g[1, 2], g[1:2], g[1:2, ::3], g[...], g[()], g["k"], g[1:2:3, 4])


class Fallback:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10


print(
    list(Fallback()), 20 in Fallback(), 25 in Fallback(), max(Fallback()), [*Fallback()],
    dict(zip("abc", Fallback())),
)
a, b, c, d = Fallback()
print(a, d)
try:
    reversed(Fallback())
except TypeError as error:
    print(error)
try:
    Fallback()[0] = 1
except TypeError as error:
    print(error)
