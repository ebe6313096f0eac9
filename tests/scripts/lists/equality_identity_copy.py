import copy

a = [1, [2, 3], {"k": [4]}]
b = a
c = a[:]
d = copy.deepcopy(a)
b.append("b")
c[1].append("c")
d[1].append("d")
print(a)
print(c)
print(d)
print(a is b, a == c, a[1] is c[1], a[1] is d[1], a[2]["k"] is d[2]["k"])


def grow(items=[], *, table={}):
    items.append(len(items))
    table[len(table)] = items[:]
    return items, table


print(grow())
print(grow())
print(grow([]))
x = y = []
x.append(1)
print(x, y, x is y)
x = x + [2]
print(x, y)
x, y = [0] * 2, [[0]] * 2
x[0] += 1
y[0] += [1]
print(x, y)
nan = float("nan")
print(
    [nan] == [nan], nan == nan, nan in [nan], [float("nan")] == [float("nan")],
    (1, nan) == (1, nan),
)
print([1, 2] == [1.0, 2.0], [True] == [1], ["a"] == ("a",), [] is [], tuple() is tuple(), [1, 2] != [2, 1])
t = (1, [2])
u = t + (3,)
t[1].append(9)
print(t, u, t is t[:], list(t) is t)
m = [[0] * 2 for _ in range(2)]
n = list(map(list, m))
m[0][0] = 1
print(m, n, sorted(m) is m, m.sort(), m.copy() is m)
