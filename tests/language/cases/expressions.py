a or b or c and d and not e
not not a
a or (b or c) or d
a if b else c if d else e
(a if b else c) if (d if e else f) else g
a < b <= c == d != e > f >= g
a in b not in c is d is not e
not a in b
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
a - b - c - (d - (e - f))
-a ** -b ** ~c
-+~-a
(-a) ** b
2 ** 3 ** 4
a.b.c(d)(e)[f][g:h].i
a . b (c) [d]
await_.x
f()
f(a)
f(a,)
f(a, *b, c, *d, e=1, *f, **g, h=2, **i)
f(*a, **b)
f(a=1, b=2,)
f(x for x in y)
f((x for x in y), z)
f(a := 1, b=(c := 2))
f(**a, b=1)
f(a)(b)(c)
x[1]
x[1,]
x[1, 2]
x[:]
x[::]
x[a:]
x[:b]
x[a:b:c]
x[::c]
x[a::c]
x[:b:]
x[a:b, c:d, ...]
x[*a]
x[*a, b]
x[a, *b, c:d]
x[a := 1]
x[(a := 1):2, b := 3]
x[()]
x[a if b else c:d]
x[lambda: 1:2]
()
(a)
((a))
(a,)
(a, b)
(a, b,)
(*a,)
(*a, b)
(a := 1)
(a := 1, b := 2)
(yield_)
[]
[a]
[a,]
[a, *b, c := 1]
{}
{a}
{a, *b, (c := 1),}
{*a}
{a: b}
{a: b, **c, d: e,}
{**a}
{**a | b, "x": lambda: 1}
{(a := 1): (b := 2)}
{a: b if c else d}
{a := 1, b}
[x for x in y]
[x for x in y if a if b for z in w if c]
[x, y]
[(x, y) for x, y in z]
[x for x, in y]
[x for (x, *y) in z]
[x for x.a in y]
[x for *x, y in z]
[lambda: x for x in y]
[x if y else z for x in w]
[y := f(x) for x in z]
[x for x in (a, b)]
[x for x in [lambda: y, z]] if 0 else 1
{x for x in y}
{x: y for x, y in z}
{x: y for x in z for y in x if y if x}
(x for x in y)
(x async for x in y)
{x async for x in y async for z in x}
(a + b) * c, (a) + (b), (a).b, (a)(b), (a)[b]
(a
 + b
 .c)
a \
  + b
print(a, b, sep="", end="\n")
None, True, False, ..., ...
...
x = *a, *b
return_ = a,
(lambda: (yield))()
a if (b := c) else d
[*a, *b][0]
(not a, -b, *c)
a<b>c
a if b else lambda: c if d else e
