import collections
import copy
from collections import abc

print(collections.ChainMap({"a": 1}, {"z": 5}) | {"b": 2}, {"z": 0} | collections.ChainMap({"a": 1}))
chain = collections.ChainMap({"a": 1})
chain |= {"c": 3}
print(chain)
print(isinstance(collections.deque(), abc.MutableSequence), issubclass(collections.deque, abc.Sequence))
Point = collections.namedtuple("Point", "cls self x")
print(Point(cls=1, self=2, x=3), Point(1, 2, 3)._replace(self=5))
numbers = collections.UserList([1])
other = copy.copy(numbers)
other.append(2)
print(numbers, other, collections.UserDict.fromkeys("ab", 0))
ordered = collections.OrderedDict(a=1)
print(ordered.pop("z", default=5), ordered.setdefault("q", default=3), collections.OrderedDict.fromkeys("ab", value=0))
ordered |= [("k", 1)]
print(ordered, ordered | {"a": 2}, {"a": 9, "n": 1} | ordered)
ordered["self"] = ordered
print(ordered)
ring = collections.deque([1])
ring.append(ring)
default = collections.defaultdict(list)
default["x"] = default
print(ring, default)
print(collections.Counter(a="x"), collections.Counter({"a": 2.5}) + collections.Counter(a=1))
