matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(
    [row[:] for row in matrix], [list(c) for c in zip(*matrix)], sum(sum(row) for row in matrix),
    [matrix[i][i] for i in range(3)], [x for row in matrix for x in row if x % 2],
)
matrix[1][1] = 0
for row in matrix:
    print(" ".join(f"{x:2}" for x in row))
copy = matrix
copy[0][0] = 100
shallow = matrix[:]
shallow[0][1] = 200
shallow[1] = "replaced"
print(matrix[0], matrix[1], shallow[1])
a = [1, 2, 3]
b = a
a += [4]
print(b, a is b)
a = a + [5]
print(b, a, a is b)
a[1:3], a[0] = ["x"], "first"
print(a)


def bubble(items):
    items = list(items)
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(a, b):
    out = []
    while a and b:
        out.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return out + a + b


numbers = [5, 2, 9, 1, 5, 6, -3, 0]
print(bubble(numbers), quick(numbers), merge([1, 4, 9], [2, 3]), numbers)
seen, unique = set(), []
for n in numbers:
    if n not in seen:
        seen.add(n)
        unique.append(n)
print(
    unique, list(dict.fromkeys(numbers)), [numbers.index(x) for x in (9, 5)], numbers[-1:],
    numbers[::-2], sorted(numbers)[len(numbers) // 2],
)
stack, queue = [], [1, 2]
stack.append(1)
stack.append(2)
print(
    stack.pop(), queue.pop(0), stack, queue, [[0] * 2 for _ in range(2)], [None] * 3,
    ["a"] + list("bc"), [1, [2, [3]]][1][1][0],
)
print(
    [1, 2, 3] == [1, 2, 3], [1, 2] < [1, 2, 3], [] < [0], [3] > [2, 9], [1, "a"] == [1, "a"],
    [[1]] == [[1]], 2 in [[2]], [1] in [[1]],
)
