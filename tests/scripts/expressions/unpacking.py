a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "xyz"
print(start, end)
head, *tail = [9]
print(head, tail)
(x, y), z = (1, 2), 3
[p, [q, r]] = 4, (5, 6)
print(x, y, z, p, q, r)
a = b, c = 7, 8
print(a, b, c)
print(*[1, 2], *(3,), sep="-")
print([*range(3), *"ab"], (*{5: "x"},), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
for key, (low, high) in {"k": (1, 2), "m": (3, 4)}.items():
    print(key, low, high)
for n, *rest in [(1, 2, 3), (4,), "ab"]:
    print(n, rest)

def attempt(function):
    try:
        function()
    except Exception as error:
        print(f"{function.__name__}: {type(error).__name__}: {error}")


@attempt
def too_few():
    a, b = 1


@attempt
def too_many():
    a, b = 1, 2, 3


@attempt
def one_of_list():
    a, b = [1]


@attempt
def star_missing():
    a, *b, c = [1]


@attempt
def not_iterable():
    a, b = 5


@attempt
def none():
    a, b = None


@attempt
def from_iterator():
    a, b = iter([1, 2, 3])


@attempt
def nested():
    (a, b), c = [1], 2


@attempt
def star_of_number():
    [*5]


@attempt
def call_with_number():
    print(**5)

