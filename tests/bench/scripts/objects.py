"""Classes with operator methods, containers of one's own, dataclasses, namedtuples, a linked list."""

from collections import deque, namedtuple
from dataclasses import dataclass


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __hash__(self):
        return hash((self.x, self.y))


class Stack:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def push(self, item):
        self.items.append(item)


class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


@dataclass
class Point:
    x: int
    y: int = 0


Pair = namedtuple("Pair", "first second")


class Node:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def vectors(times):
    total = Vector(0, 0)
    step = Vector(1, 2)
    same = 0
    for _ in range(times):
        total = total + step * 2
        same += total == step
        same += total < step
    return total.x + same


def stacks(times):
    stack = Stack()
    for i in range(10):
        stack.push(i)
    total = 0
    for i in range(times):
        total += len(stack) + stack[3] + (5 in stack)
        if stack:
            total += 1
    for _ in range(times // 10):
        for item in stack:
            total += item
    return total


def others(times):
    total = sum(Countdown(times))
    for i in range(times):
        point = Point(i, 2)
        total += point.x + point.y
        pair = Pair(i, 3)
        total += pair.first + pair[1]
    nodes = None
    for i in range(times):
        nodes = Node(i, nodes)
    while nodes is not None:
        total += nodes.value
        nodes = nodes.rest
    queue = deque()
    for i in range(times):
        queue.append(i)
    while queue:
        total += queue.popleft()
    keys = {Vector(i % 50, 0): i for i in range(times // 4)}
    return total + len(keys)


print(vectors(150000), stacks(120000), others(120000))
