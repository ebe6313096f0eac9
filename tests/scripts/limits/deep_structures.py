nested = []
for _ in range(500):
    nested = [nested]
depth = 0
while nested:
    nested = nested[0]
    depth += 1
print(depth)


def recurse(n):
    return recurse(n + 1) if n < 100000 else n


try:
    recurse(0)
except RecursionError as error:
    print("RecursionError", str(error)[:32])


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Equal:
    def __eq__(self, other):
        return self == other


class Shown:
    def __repr__(self):
        return repr(self)


for attempt in (lambda: Loop().a, lambda: Equal() == 5, lambda: repr(Shown())):
    try:
        attempt()
    except RecursionError as error:
        print("RecursionError")


def generators(n):
    yield n
    yield from generators(n + 1)


count = 0
try:
    for _ in generators(0):
        count += 1
except RecursionError:
    print("stopped", count > 100)
d = {}
for i in range(100000):
    d[i] = str(i)
print(len(d), d[99999])
print(sum(range(10 ** 6)), len("x" * 10 ** 6), len([0] * 10 ** 6))
total = 0
for i in range(200000):
    total += i & 3
print(total)
for i in range(50000):
    garbage = [i] * 10
print(len(garbage))
