double = lambda x: x * 2
add = lambda x, y=10, *rest, k=1, **named: (x + y + sum(rest)) * k + len(named)
print(double(4), add(1), add(1, 2), add(1, 2, 3, 4), add(1, k=2), add(1, a=1, b=2))
print((lambda: "nothing")(), (lambda *a: a)(1, 2))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
choose = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print([choose(n) for n in (-1, 0, 1)])
makers = [lambda: i for i in range(3)]
print([m() for m in makers])
makers = [lambda i=i: i for i in range(3)]
print([m() for m in makers])
print(double.__name__, (lambda: 0).__qualname__)
compose = lambda f, g: lambda x: f(g(x))
print(compose(double, lambda x: x + 1)(5))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print(table["+"](2, 3), table["-"](2, 3))
