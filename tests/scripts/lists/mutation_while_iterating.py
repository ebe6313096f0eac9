items = [1, 2, 3, 4, 5, 6]
for x in items:
    if x % 2 == 0:
        items.remove(x)
print(items)
items = [1, 2, 3]
for x in items:
    if len(items) < 8:
        items.append(x + 10)
print(items)
items = [1, 2, 3, 4]
for i, x in enumerate(items):
    if x == 2:
        del items[i]
print(items)
it = iter([1, 2, 3])
for x in it:
    print(x, next(it, None), end=" ")
print()
items = [3, 1, 2]
for x in sorted(items):
    items.append(x)
print(items)
it = iter(items)
items.clear()
print(list(it))
r = reversed([1, 2, 3])
print(list(r), list(r))
a = [1, 2, 3]
a[1:1] = a
print(a)
a.extend(a)
print(a)
a.insert(1, a.pop())
print(a[:3])
b = [[]] * 3
b[0].append(1)
b[1] = b[1] + [2]
print(b)
c = [1, 2, 3]
c[0], c[1] = c[1], c[0]
c[c[0]], c[0] = 10, 20
print(c)
x = [0, 1, 2]
i = 0
i = x[i] = 2
print(i, x)
d = [1, 2, 3, 4, 5]
while d and d[-1] > 2:
    d.pop()
print(d, [y for y in d if y], d * 2, sum(d, 100))


def evil(n):
    evil.items.clear()
    return n


evil.items = [3, 2, 1]
try:
    evil.items.sort(key=evil)
except ValueError as error:
    print(error)
print(evil.items)
