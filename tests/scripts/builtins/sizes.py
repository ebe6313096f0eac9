import sys

print([sys.getsizeof(x) for x in (0, 1, 2 ** 30, 2 ** 60, -5, 2 ** 100, True, 1.5, None, "", "abc", "é", "日本", "🎉", b"abc")])
print([sys.getsizeof(x) for x in ((), (1, 2), range(5), {}, {"a": 1}, {i: i for i in range(6)}, {str(i): i for i in range(100)})])
print([sys.getsizeof(x) for x in (set(), {1, 2, 3}, set(range(5)), set(range(100)), [], [1], [1, 2, 3], list(range(1000)), [0] * 10)])
squares = [x * x for x in range(1000)]
print(sys.getsizeof(squares), sys.getsizeof(x * x for x in range(1000)) < 250)
