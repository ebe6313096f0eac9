# CPython's classes written in C are called by their modules, too; their functions complain as C's do.
import array
import bisect
import collections
import datetime
import heapq
import io
import itertools
import json
import operator
import re
import sys
import types
from decimal import Decimal


def show(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


day = datetime.date(2024, 1, 2)
show(lambda: collections.deque().push(1), lambda: hash(collections.deque()), lambda: collections.deque() + 1,
     lambda: collections.OrderedDict().push, lambda: collections.defaultdict(int).push, lambda: re.compile("a").foo,
     lambda: re.match("a", "a").foo, lambda: day.foo, lambda: day + 5, lambda: day < 5, lambda: day[0],
     lambda: Decimal(1) + 1.5, lambda: Decimal(1).foo, lambda: io.StringIO().foo, lambda: io.BytesIO("a"),
     lambda: array.array("i").foo, lambda: types.SimpleNamespace().foo, lambda: types.SimpleNamespace(1),
     lambda: itertools.count().foo, lambda: collections.deque.__name__,
     lambda: datetime.datetime.__qualname__, lambda: type(sys.stdout), lambda: print >> 5)


class Own(collections.deque):
    pass


show(lambda: Own().foo, lambda: Own.__name__, lambda: len(Own([1, 2])), lambda: Own([1]))
show(lambda: datetime.date(2024, 1), lambda: datetime.date(), lambda: datetime.date(2024, 1, 1, 1),
     lambda: heapq.heappush([]), lambda: heapq.heappush(5, 1),
     lambda: heapq.heapify((1,)), lambda: heapq.heappop(), lambda: heapq.heappop([], 1))
show(lambda: hash(""), lambda: hash(b""), lambda: str(b"a", 5), lambda: str(b"a", "ascii", 5),
     lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(float("inf"), allow_nan=False, indent=1))
show(lambda: types.MethodType(len, "abc")(), lambda: types.MethodType(5, 1), lambda: types.MethodType(len, None),
     lambda: types.ModuleType("made"), lambda: types.ModuleType("made", "its doc").__doc__,
     lambda: types.ModuleType("made").foo, lambda: types.ModuleType(5), lambda: types.CellType(5).cell_contents,
     lambda: types.CellType().cell_contents)
module = types.ModuleType("made")
module.answer = 42
print(module.answer, sorted(vars(module)), isinstance(module, types.ModuleType))
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType))
print([cls.__name__ for cls in ArithmeticError.__subclasses__()][:3],
      [cls.__name__ for cls in LookupError.__subclasses__()][:2])
