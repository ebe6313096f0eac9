"""Texts, slices, sets and operators where the machine has short ways of its own: the corners of these."""

text = "alpha,beta,,gamma,"
for separator in (",", ",,", "a", "", "x", "alpha,beta,,gamma,", "alpha,beta,,gamma,!"):
    try:
        print(text.split(separator), text.count(separator), text.find(separator), text.rfind(separator))
        print(text.split(separator, 1), text.replace(separator, "-"), text.replace(separator, "", 1))
    except ValueError as error:
        print(error, text.count(separator), text.replace(separator, "-"))
print("".split(","), "".replace("a", "b"), "a".replace("a", ""), "aa".replace("a", "b"), "ab".replace("b", ""))
print("ä,ö".split(","), "äöä".replace("ä", "aa"), "äöä".replace("ö", ""), "abc".replace("b", "é"), "".replace("", "x"))
long = "ab" * 300 + "needle" + "ab" * 300
print(long.find("needle"), long.find("nothing"), long.count("ba"), "needle" in long, "nee" * 3 in long, long.count("abab"))
near = "xneedlx" * 30 + "needle"
print(near.find("needle"), near.index("needle", 5), near.find("needle", 0, -1), near.count("need"))
print("aaaa".count("aa"), "aXbXc".find("X", 2), "abc".find("", 3), "abc".find("", 4), "\x00a\x00".find("\x00", 1))
for size in range(1, 40):
    row = "." * size
    for place in range(size):
        marked = row[:place] + "#" + row[place + 1 :]
        assert marked.find("#") == place and marked.split("#") == [row[:place], row[place + 1 :]]
        pair = row[:place] + "#!" + row[place:]
        assert pair.find("#!") == place and pair.count("#!") == 1 and pair.replace("#!", "") == row
high = "".join(chr(c) for c in range(256))
for c in range(256):
    assert high.find(chr(c)) == c, c
    assert high.encode("latin-1").find(bytes([c])) == c, c
print([t.strip() for t in ("", " ", " a ", "\u00a0a \u2003", "\ta\x1c\x1f", "\x0b\x0ca\x85", "é ", " é")])
print(["Abc".upper(), "aBC".lower(), "z{Z[@`".upper(), "ß".upper(), "straße".upper(), "ÀÉ".lower(), "".upper(), "x".upper()])

word = "abcdefghij"
row = list(range(10))
for start in (None, 0, 3, -3, 10, -10, 12, -12, 2**70, -(2**70)):
    for stop in (None, 0, 5, -1, 10, 11, -11, 2**70):
        assert list(word[start:stop]) == [word[i] for i in row[start:stop]] == [word[i] for i in tuple(row)[start:stop]]
        for step in (1, 2, 3, -1, -2, 11, -11, 2**70):
            assert list(word[start:stop:step]) == [word[i] for i in row[start:stop:step]]
            assert "é".join(word)[start:stop:step] == "".join(list("é".join(word))[start:stop:step])
print(word[2:5], word[::-1], word[-3:], word[5:2] == "", word[::5], word[True:3], word[:] is word)
for key in ("x", 1.5, None, (1, 2)):
    try:
        word[key]
    except TypeError as error:
        print(error)
try:
    word[1:"x"]
except TypeError as error:
    print(error)


class Place:
    def __index__(self):
        return 2


print(word[Place() :], word[: Place()], row[Place() : 4], word[Place()])

a = set(range(0, 60, 2))
b = set(range(0, 60, 3)) | {"x", 1.5, (1, 2), None}
c = frozenset([4, 5, "x"])
for left in (a, b, c, set()):
    for right in (a, b, c, set()):
        print(len(left & right), len(left | right), len(left - right), len(left ^ right), left <= right, left < right)
        print(left.isdisjoint(right), type(left & right).__name__, sorted(map(str, left ^ right))[:3])
        changed = set(left)
        changed -= right
        other = set(left)
        other ^= right
        assert changed == left - right and other == left ^ right and changed | (left & right) == left
print(set(range(0, 60, 7)) & set(range(0, 60, 3)), set(range(20)) - {1, 2, 3}, {1, 2, 3} ^ {3, 4})
s = {1, 2}
s.add(True)
s.add(2.0)
s.add("t")
s.discard("u")
s.discard(1.0)
print(sorted(map(str, s)))
for bad in ([], {}, set()):
    try:
        s.add(bad)
    except TypeError as error:
        print(error)
try:
    s.discard([])
except TypeError as error:
    print(error)
s.discard(set())


class Same:
    def __init__(self, key):
        self.key = key

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Same) and self.key == other.key


mixed = {Same("a"), 1}
mixed.add(Same("a"))
mixed.add(1)
mixed.add(Same("b"))
mixed.discard(Same("a"))
print(len(mixed), Same("b") in mixed, Same("a") in mixed, 1 in mixed)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return Money(self.cents + other) if isinstance(other, int) else NotImplemented

    def __eq__(self, other):
        return self.cents == other.cents if isinstance(other, Money) else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents if isinstance(other, Money) else NotImplemented

    def __bool__(self):
        return self.cents != 0

    def __len__(self):
        return self.cents

    def __contains__(self, item):
        return item

    def __getitem__(self, key, *more):
        return key if key else more

    def __call__(self, *arguments, **named):
        return arguments, named


class Coin(Money):
    def __radd__(self, other):
        return "coin first"


one, two = Money(1), Money(2)
print((one + two).cents, (5 + one).cents, one + Coin(1), (Coin(1) + one).cents, sum([one, two]).cents)
for operation in (lambda: one + "x", lambda: "x" + one, lambda: one + 1.5, lambda: one < 1, lambda: one <= two):
    try:
        print(operation())
    except TypeError as error:
        print(error)
print(one == Money(1), one != Money(1), one == 1, one != 1, one < two, two > one, bool(Money(0)), not one)
print(len(two), 0 in two, "" in two, [1] in two, two["k"], two[0], two(1, k=2))
total = one
total += two
print(total.cents, one.cents)
try:
    len(Money(-1))
except ValueError as error:
    print(error)
print(True + True, True & False, 3 & True, 2**70 + True, 1.5 + 2**70, 7 // 2.0, -7 % 3, 2**64 // -3, -(2**64) % 10**9)
for operation in (lambda: 1 + None, lambda: 1.5 @ 2, lambda: 2**70 << -1, lambda: 2**70 // 0, lambda: 1.5 | 1):
    try:
        print(operation())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


def keywords(a, /, b, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(keywords(1, 2, d=4), keywords(1, b=2, d=4, a=9), keywords(1, 2, 3, 4, d=5, f=6, e=7), keywords(1, **{"b": 2, "d": 3}))
name = "".join(["e"])
print(keywords(0, 1, **{"d": 2, name: 3, name * 2: 4}))
for wrong in ({"x": 1}, {"d": 1, "b": 2}, {"d": 1, "c": 2, "c" * 2: 3}):
    try:
        print(keywords(1, 2, **wrong))
    except TypeError as error:
        print(error)

top = 2**62 - 1
print(top + True, top + (1 == 1) + False, -top - 2 + True, 5 + (3 > 2), (3 > 2) + 5, 1.5 + True, "x" + "y" + "", True + top)
for left in ("", "a", "b", "ab", "ba", "é", "è", "\u20ac", "\U0001f600", "a\x00", "a"):
    for right in ("", "a", "b", "ab", "é", "€", "\x00", "".join(["a", "b"]), "".join(["a"])):
        print(int(left == right), int(left != right), int(right in left), int(right not in left), int(left < right), end=" ")
print()


class Text(str):
    def __eq__(self, other):
        return "mine"

    def __contains__(self, other):
        return 1

    def __add__(self, other):
        return "added"

    __hash__ = str.__hash__


print(Text("a") == "a", "a" == Text("a"), "z" in Text("a"), Text("a") + "b", "b" + Text("a"), Text("a") in "xa")

for parts in ([], [""], ["a"], ["é"], ["a", "b"], ["a", "é"], ("", ""), ["\U0001f600"] * 3):
    for glue in ("", ",", "ö", "--"):
        joined = glue.join(parts)
        print(ascii(joined), len(joined), joined.isascii(), joined[-1:], joined[len(joined) // 2 :][:1] == joined[len(joined) // 2 : len(joined) // 2 + 1], end="; ")
    print()
row = [1, 2, 3]
print(row[-1], row[-3], (4, 5)[-2], "xyz"[-1], "é"[-1], "aé"[-2], "aé"[-1], b"ab"[-1], row[True], row[-True])
for sequence in (row, (1, 2, 3), "xyz", "éèê", [], "", ()):
    for index in (-4, 3, -(2**61), 2**61, -(2**70)):
        try:
            sequence[index]
        except IndexError as error:
            print(error, end="; ")
print()
