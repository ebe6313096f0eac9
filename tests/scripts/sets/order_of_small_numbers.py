print({3, 1, 2}, {10, 5, 0, 7}, {100, 50, 25}, {8, 0, 16}, {-1, -2, 1})
print(
    {x * x for x in range(10)}, set(range(20, 0, -3)), {1, 2, 3} | {7, 5}, {5, 6, 7, 8} - {6},
    {9, 1} ^ {1, 4},
)
print(
    list({4, 2, 9}), tuple({30, 20, 10}), [x for x in {33, 1, 17}], sum({1.5, 2}), {True, 2},
    {1.5, 0.5, 2.5} == {0.5, 1.5, 2.5},
)
s = set()
for x in (64, 32, 16, 8, 4):
    s.add(x)
print(s)
s.discard(16)
s.add(5)
print(s, s.pop(), s, frozenset({3, 2, 1}), max({3, 9}), {(1,), (1,)})
