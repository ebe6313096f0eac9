counter = 0
for turn in range(3):
    counter += turn


def increment(amount=1, *, by: int = 2) -> int:
    global counter
    counter += amount
    del counter


def closure(a):
    b = 1

    def inner():
        nonlocal b
        b += a
        return b
    return inner


import os.path, os.path as p
from a import b as c, d
x: int = 1
assert x, "message"
