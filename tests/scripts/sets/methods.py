s = {3, 1, 2, 3}
print(sorted(s), len(s), 2 in s, set(), {1}, set("aab") == {"a", "b"}, frozenset([1]))
s.add(4)
s.add(4)
s.discard(99)
s.remove(1)
s.update([7, 8], (9,))
print(sorted(s))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(
    a | b, a & b, a - b, a ^ b, a.union([9]), a.intersection([1, 2], [2]), a.difference([1]),
    a.symmetric_difference([1, 99]) == {2, 3, 4, 99},
)
print(
    a <= b, {3} <= a, a >= {1}, a > a, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([8]),
)
a &= {2, 3, 4}
a |= {10}
a -= {2}
a ^= {3, 5}
print(sorted(a))
a.intersection_update([4, 5, 10])
a.difference_update([10])
a.symmetric_difference_update([4])
print(a, a.pop(), a, a.copy())
print(
    {1, 1.0, True}, {(1, 2), (1, 2)}, {frozenset([1]), frozenset([1])},
    hash(frozenset([1, 2])) == hash(frozenset([2, 1])),
)
print(
    {x % 3 for x in range(10)}, {1, 2} == frozenset([2, 1]), type({1} | frozenset([2])).__name__,
    type(frozenset([2]) | {1}).__name__,
)
print(sorted({"pear", "fig"} | {"kiwi"}), max({4, 9, 2}), sum({1, 2, 3}), all({1, 0}), list({5}))
for text, attempt in (
    ("set().pop()", lambda: set().pop()),
    ("{1}.remove(2)", lambda: {1}.remove(2)),
    ("{[]}", lambda: {[]}),
    ("{1} + {2}", lambda: {1} + {2}),
    ("{1} | [2]", lambda: {1} | [2]),
    ("s[0]", lambda: s[0]),
    ("frozenset().add(1)", lambda: frozenset().add(1)),
    ("set(1)", lambda: set(1)),
    ("{1} < [1]", lambda: {1} < [1]),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
try:
    for x in (e := {1, 2}):
        e.add(x + 10)
except RuntimeError as error:
    print(error)
