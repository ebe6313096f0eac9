from collections import deque
import heapq

GRAPH = {
    "A": {"B": 4, "C": 2}, "B": {"D": 5}, "C": {"B": 1, "D": 8, "E": 10}, "D": {"E": 2}, "E": {},
}


def breadth_first(start, goal):
    queue, seen = deque([[start]]), {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal:
            return path
        for n in GRAPH[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])


def shortest(start, goal):
    heap, done = [(0, start, [start])], set()
    while heap:
        cost, node, path = heapq.heappop(heap)
        if node == goal:
            return cost, path
        if node in done:
            continue
        done.add(node)
        for n, weight in GRAPH[node].items():
            heapq.heappush(heap, (cost + weight, n, path + [n]))
    return None


def all_paths(node, goal, path=()):
    path += (node,)
    if node == goal:
        yield "".join(path)
    for n in GRAPH[node]:
        if n not in path:
            yield from all_paths(n, goal, path)


def order(graph):
    state, out = {}, []

    def visit(node):
        if state.get(node) == "open":
            raise ValueError(f"cycle at {node}")
        if node not in state:
            state[node] = "open"
            for n in graph[node]:
                visit(n)
            state[node] = "done"
            out.append(node)
    for node in graph:
        visit(node)
    return out[::-1]


print(
    breadth_first("A", "E"), shortest("A", "E"), shortest("E", "A"), list(all_paths("A", "E")),
    order(GRAPH),
)
try:
    order({"x": ["y"], "y": ["x"]})
except ValueError as error:
    print(error)


def queens(n, row=0, columns=(), left=(), right=()):
    if row == n:
        yield columns
    for c in range(n):
        if c not in columns and row - c not in left and row + c not in right:
            yield from queens(n, row + 1, columns + (c,), left + (row - c,), right + (row + c,))


solutions = list(queens(6))
print(len(solutions), solutions[0], len(list(queens(7))))
for c in solutions[0]:
    print(". " * c + "Q " + ". " * (5 - c))


def knapsack(items, room):
    best = [0] * (room + 1)
    for weight, value in items:
        for r in range(room, weight - 1, -1):
            best[r] = max(best[r], best[r - weight] + value)
    return best[room]


print(knapsack([(12, 4), (2, 2), (1, 1), (4, 10), (1, 2)], 15))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row, last = [i], row
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (x != y)))
    return row[-1]


print(distance("kitten", "sitting"), distance("", "abc"), distance("same", "same"))
