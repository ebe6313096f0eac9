# lockstep: mask 0x[0-9a-f]+
import sys
print("to stderr", file=sys.stderr)
sys.stdout.write("no newline"); sys.stdout.write("\n"); sys.stderr.write("err2\n")
print("a", "b", sep="", end=""); print(); print("x\ty\\n", r"\n", b"\x00\xff", "\u00e9", "\N{BULLET}" if False else "")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t\n\r\x00\x7f\u200b\U0001F600"), ascii("é😀"), str(b"abc"), "%r" % "x")
print([1.0, 2, "three", None, True, (4,), {5}, {"six": 7}, b"8", range(9), 1j, ...], (), [], {}, set(), frozenset([1]), ((1, 2), [3]))
print(1_000_000, 0xFF, 0b101, 0o17, 1e3, 1.5e-8, .5, 5., 1E5, 0.1 + 0.2, 1e22, 1e21, 123456789012345678, 1.0e100, 2.5e-310, float("nan"), -float("inf"))
print(10 / 3, 10 // 3, 10 % 3, -10 // 3, -10 % 3, 10 % -3, 2 ** -1, 2 ** 0.5, 7.5 // 2, 7.5 % 2, divmod(7.5, 2), 1e308 * 10, 0.0 == -0.0, round(0.5), round(1.5), round(2.675, 2), round(1234.5, -2), int(-3.7), int("  42 "), float(" 3.14 "), complex("1+2j"), bool("False"), 3 & 5, 3 | 5, 3 ^ 5, ~3, 1 << 10, -17 >> 2, abs(-2.5), pow(3, -1, 7), (255).bit_length(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (0.5).as_integer_ratio(), (3.0).is_integer(), float.hex(1.5), (2.5).__class__)
print("abc" < "abd", "a" < "B", [1, 2] < [1, 2, 3], (1, "a") < (1, "b"), {1} < {1, 2}, not [], None == 0, 1 == 1.0 == True, "1" == 1, 1 is 1, [] is [], 3 in [1, 2, 3], "bc" in "abcd", 5 not in (1, 2))
s = "Python Programming"
print(s[0], s[-1], s[2:6], s[:6], s[7:], s[::2], s[::-1], s[-3:], s[10:2:-2], len(s), s.lower(), s.upper(), s.count("P"), s.find("z"), s.split(), s.replace("P", "J"), "n" in s, s * 2, s.index("P", 1), s.title(), s.swapcase(), s.center(24, "*"), s.ljust(20, ".") + "|", s.rjust(20) + "|", s.isalnum(), s.startswith("Py"), s.endswith("ing"), s.splitlines(), s.rsplit(" ", 1), s.rpartition("o"), ",".join(s[:3]), s.encode("utf-8")[:3], list(s[:3]), sorted(s)[:4], max(s), min(s), set("aab") == {"a", "b"}, "%-10s|%5.1f|%03d|%+d|%e|%x" % ("l", 2.345, 7, 3, 12345.6789, 255), "a,b,,c".split(","), " x ".strip() + "|", "xxhixx".strip("x"), "1,2;3".replace(";", ",").split(","), "abc".zfill(5), "-5".zfill(4), "ß".upper(), "İ".lower(), "ǆ".title(), "Straße".casefold())
l = [5, 3, 8, 1]
l.append(9); l.extend([2, 7]); l.insert(1, 100); print(l, l.pop(), l.pop(1), l); l.remove(8); l.sort(reverse=True); print(l, l.index(3), l.count(5), sum(l), max(l), min(l), len(l), sorted(l), list(reversed(l)), l[1:3], l[-2:], l + [0], l * 2, 3 in l, l.copy() is l); l[1:3] = [10, 20, 30]; print(l); del l[::2]; print(l); l[:] = []; print(l)
nested = [[0] * 3 for _ in range(2)]; nested[0][1] = 5; print(nested); bad = [[0] * 2] * 2; bad[0][0] = 1; print(bad); a = b = [1]; b.append(2); print(a, a is b, a == [1, 2]); x, *y = [1, 2, 3]; *p, q = "abc"; print(x, y, p, q); m = [[1, 2], [3, 4]]; print([r[0] for r in m], [list(c) for c in zip(*m)], [v for r in m for v in r if v % 2], [[v * 2 for v in r] for r in m])
d = {"one": 1, "two": 2}; d["three"] = 3; print(d, d["one"], d.get("four"), d.get("four", 4), "one" in d, len(d), list(d), list(d.values()), list(d.items()), d.pop("one"), d.setdefault("five", 5), d); d.update({"two": 22}, six=6); print(d, {k: v for k, v in sorted(d.items(), key=lambda kv: -kv[1])}, dict([("a", 1)]), dict(a=1), {**d, "z": 0}, d | {"y": 1}, d.keys() & {"two"}, list(reversed(d)), d.popitem(), d == dict(d))
for i, c in enumerate("ab", start=1): print(i, c, end=" ")
for k, v in {"x": 1}.items(): print(k, v, end=" ")
for a, b in zip([1, 2], "xy"): print(a, b, end=" ")
for n in range(10, 0, -3): print(n, end=",")
else: print("else")
i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
    print("i", i)
else: print("never")
def f(a, /, b, *, c=3, **kw): return (a, b, c, kw)
print(f(1, 2), f(1, b=2, c=4, d=5), f(*(1, 2), **{"c": 9}))
def g(*args, sep="-", **kwargs): return sep.join(map(str, args)) + str(kwargs)
print(g(1, 2, sep="+", z=1), (lambda *a, **k: (a, k))(1, x=2), (lambda: None)(), g.__kwdefaults__)
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(20), fact(30), [fact(i) for i in range(6)])
def outer():
    msg = "hi"
    def inner(): nonlocal msg; msg += "!"; return msg
    return inner(), msg
print(outer()); gl = 1
def setg():
    global gl; gl += 1; return gl
print(setg(), gl)
try: print(undefined)
except NameError as e: print("NameError:", e)
try: [1, 2][5]
except IndexError as e: print("IndexError:", e)
else: print("no")
finally: print("finally")
try: int("abc")
except (TypeError, ValueError) as e: print(type(e).__name__, e.args)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("converted") from e
except ValueError as e: print(e, "from", repr(e.__cause__))
class Animal:
    count = 0
    def __init__(self, name): self.name = name; Animal.count += 1
    def speak(self): raise NotImplementedError("subclass")
    def __str__(self): return f"{type(self).__name__}:{self.name}"
    def __repr__(self): return f"<{self}>"
class Dog(Animal):
    def speak(self): return f"{self.name} says Woof"
class Puppy(Dog):
    def __init__(self, name, age): super().__init__(name); self.age = age
    def speak(self): return super().speak() + " (squeaky)"
ds = [Dog("Rex"), Puppy("Bit", 1)]; print(*ds, ds, [x.speak() for x in ds], Animal.count, isinstance(ds[1], Animal), issubclass(Dog, Puppy), Puppy.__mro__, ds[1].__dict__)
try: Animal("x").speak()
except NotImplementedError as e: print(repr(e))
print(type(ds[0]).__name__, ds[0].__class__, Dog.__bases__, hasattr(ds[0], "age"), getattr(ds[0], "age", "n/a"), callable(ds[0].speak), Dog.speak, str(ds[0].speak)[:24], vars(ds[1]), dir(ds[0])[-2:])
gen = (x ** 2 for x in range(5)); print(next(gen), sum(gen), list(gen), [*map(lambda a, b: a + b, [1, 2], [3, 4])], list(filter(lambda v: v % 2, range(6))), [i for i in range(20) if i % 2 == 0 if i % 3 == 0], {i: i ** 2 for i in range(3)}, any(v > 3 for v in [1, 5]), all([]), list(zip("abc", [1, 2])), sorted([("b", 2), ("a", 2), ("c", 1)], key=lambda t: (t[1], t[0])))
print(sys.version_info >= (3, 11), sys.argv[0][-6:], __name__)
sys.exit("done with message")
