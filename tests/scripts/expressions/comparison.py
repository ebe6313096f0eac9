print(1 < 2, 2 <= 2, 3 > 4, 4 >= 4, 1 == 1.0, 1 != 2)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 == 2, 1 == 1 != 2)
print("apple" < "banana", "Zebra" < "apple", "" < "a", "abc" < "abcd")
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, "a") < (1, "b"), [] == ())
print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {3} > {1}, {1} == {1.0})
print({"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2})
print(None is None, None is not None, not None, [] is [], [] == [])
print(3 in [1, 2, 3], 3 not in [1, 2], "b" in "abc", "" in "", "k" in {"k": 0})
print(True == 1, True is not None, False == 0, True < 2)


def noisy(value):
    print("look at", value)
    return value


print(noisy(1) < noisy(5) < noisy(3) < noisy(9))
print(noisy(2) < noisy(1) < noisy(0))
try:
    1 < "a"
except TypeError as error:
    print(error)
try:
    [1] < (1,)
except TypeError as error:
    print(error)
try:
    1 in 5
except TypeError as error:
    print(error)
print(float("nan") == float("nan"), float("inf") > 10 ** 400)
