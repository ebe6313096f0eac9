import bisect
import copy
import heapq
import operator

h = []
for x in (5, 1, 8, 3):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h)
items = [9, 4, 7, 1]
heapq.heapify(items)
print(
    items, [heapq.heappop(items) for _ in range(4)], heapq.nlargest(2, [3, 1, 4, 1, 5]),
    heapq.nsmallest(2, ["ccc", "a", "bb"], key=len), list(heapq.merge([1, 4], [2, 3])),
)
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
a = [1, 3, 3, 5]
print(
    bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9),
    bisect.bisect(a, 4, 1, 2),
)
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))
print(
    operator.add(1, 2), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"),
    operator.attrgetter("real")(5), operator.methodcaller("upper")("x"), operator.mul(2, 3),
    operator.not_(0), operator.contains([1], 1),
)
print(
    sorted([("a", 2), ("b", 1)], key=operator.itemgetter(1)), operator.truediv(1, 4),
    operator.eq(1, 1.0), operator.lt(1, 2), operator.neg(5), operator.concat([1], [2]),
)


class Node:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)


tree = Node(1, [Node(2)])
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
tree.children[0].value = 99
tree.children.append(Node(3))
print(
    shallow.children is tree.children, len(shallow.children), deep.children[0].value,
    len(deep.children),
)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(
    twin[1] is twin, twin is loop, copy.copy([1, [2]]), copy.deepcopy({"a": [1, {2}]}),
    copy.copy(5), copy.deepcopy((1, [2])),
)


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


print(copy.copy(Custom()), copy.deepcopy(Custom()))
