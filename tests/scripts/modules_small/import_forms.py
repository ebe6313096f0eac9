import math as m
import collections.abc
import os.path
from math import sqrt, pi as circle
from random import *
import json, string

print(
    m.floor(2.5), sqrt(9), circle > 3, collections.abc.Iterable.__name__,
    isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping),
    os.path.basename("a/b"),
)
print(callable(randint), json.__name__, type(m).__name__, m.__name__, "sqrt" in dir(m))


def local():
    import math
    from itertools import count
    return math.pi, next(count(3))


print(local(), __name__)
try:
    from math import no_such_thing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import math.inner
except ModuleNotFoundError as error:
    print(error)
try:
    m.nothing
except AttributeError as error:
    print(error)
try:
    json
    del json
    json
except NameError as error:
    print(error)
import json
print(json.dumps([1]))
if __name__ == "__main__":
    print("main")
