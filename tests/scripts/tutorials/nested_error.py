def outer():
    def inner(a, b):
        return a + \
            b["k"]["z"]
    return inner(1, {"k": None})
class A:
    def __getattr__(self, n):
        if n.startswith("x"): return lambda *a: (n, a)
        raise AttributeError(f"{type(self).__name__!r} has no {n!r}")
print(A().xfoo(1))
try: A().foo
except AttributeError as e: print(e)
for i, (a, b) in enumerate(zip("ab", [1, 2])): print(i, a, b)
value = outer()
