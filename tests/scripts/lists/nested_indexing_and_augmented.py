grid = [[r * 3 + c for c in range(3)] for r in range(3)]
grid[1][2] += 100
grid[-1][0] *= 2
grid[0][0], grid[2][2] = grid[2][2], grid[0][0]
print(grid, [row[::-1] for row in grid], [grid[i][j] for i in range(3) for j in range(3) if i == j])
calls = []


def index(i):
    calls.append(i)
    return i


values = [10, 20, 30]
values[index(0)] += values[index(1)]
values[index(-1)] -= index(5)
print(values, calls)
d = {"a": [1, {"b": 2}]}
d["a"][1]["b"] **= 5
d["a"][0] <<= 3
d["n"] = d.get("n", 0) + 1
d["n"] += 1
print(d)


class Node:
    count = 0

    def __init__(self):
        self.items = [0]
        self.sub = None


n = Node()
n.sub = Node()
n.sub.items[0] += 5
n.sub.items += [6]
n.count += 1
Node.count += 10
print(n.sub.items, n.count, Node.count, n.sub.count)
a = [1, 2, 3, 4, 5, 6]
a[1:3] += ["x"]
print(a)
a[::2] = "abcd"[: len(a[::2])]
print(a)
a[-1:] = a[-1:] * 3
print(a)
del a[1::2]
print(a)
a[:0] = [0, 0]
print(a, a[a.index("c")], a[-len(a)])
s = "text"
s += "!" * 2
s *= 2
print(s)
t = (1,)
t += (2, 3)
t *= 2
print(t)
z = {1}
z |= {2}
z &= {2, 3}
z ^= {5}
z -= {2}
print(z)
i = 7
i //= 2
i **= 3
i %= 10
i |= 8
i ^= 5
print(i)
