import itertools, contextlib
def averager():
    total = n = 0; avg = None
    while True:
        x = yield avg
        if x is None: return total, n
        total += x; n += 1; avg = total / n
def collect(res):
    while True:
        r = yield from averager()
        res.append(r)
res = []; c = collect(res); next(c)
for v in (10, 20, None, 5, None):
    print(c.send(v), end=" ")
print(res); c.close()
def chunked(it, n):
    it = iter(it)
    while ch := list(itertools.islice(it, n)): yield ch
print(list(chunked(range(7), 3)))
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(*tree(3))
@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("swallowed", e)
    finally: print(f"</{name}>")
with tag("b") as t: print(t); raise ValueError("v")
g = (x for x in range(3)); print(sum(g), list(g), g)  if False else print(sum(g), list(g))
def countdown(n):
    try:
        while n: yield n; n -= 1
    finally: print("cleanup")
for x in countdown(5):
    if x == 3: break
print(next(itertools.dropwhile(lambda x: x < 5, itertools.count())), list(itertools.pairwise("abc")), list(itertools.zip_longest("ab", "c", fillvalue="-")))
print(list(itertools.accumulate([1, 2, 3], initial=10)), list(itertools.starmap(pow, [(2, 3), (3, 2)])), [*itertools.compress("abcd", [1, 0, 1, 0])])
a, b = itertools.tee([1, 2]); print(list(a), list(b), list(itertools.batched) if hasattr(itertools, "batched") else "no batched")
