"""Calls with defaults, keywords, *args and **kwargs; builtin functions."""


def defaults(a, b=2, c=3):
    return a + b + c


def keywords(*, left, right=1):
    return left - right


def many(*values, **named):
    return len(values) + len(named)


def work(times):
    total = 0
    for i in range(times):
        total += defaults(i)
        total += defaults(i, 5)
        total += defaults(i, c=4)
        total += keywords(left=i)
        total += many(i, i, x=i)
        total += many(*(i, 2), **{"y": 1})
    return total


def builtins(times):
    total = 0
    for i in range(times):
        total += abs(-i) + len("word") + min(i, 5) + max(i, 5) + int("12") + ord("a")
        total += isinstance(i, int)
        total += round(2.5)
    return total


print(work(200000), builtins(250000))
