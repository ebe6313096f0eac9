from pprint import pprint, pformat, PrettyPrinter
import pprint as pp_
from collections import *
from dataclasses import dataclass
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": [1, 2, {"deep": "y" * 50, "er": ("t", "u")}]}, "t": (1,), "s": "the quick brown fox jumps over the lazy dog " * 3}
pprint(data); pprint(data, width=40, compact=True, indent=4); print(pformat([1, 2])); pprint(list("abcdefghijklmnopqrstuvwxyz" * 2)); pprint({"b": 1, "a": 2}); pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint(data, depth=1); pprint(OrderedDict((str(i), i) for i in range(20)), width=50); pprint(defaultdict(list, {i: "v" * 10 for i in range(6)}), width=40); pprint(Counter("mississippi" * 3), width=20); pprint(deque(range(40)), width=60); pprint("long text " * 20); pprint(b"bytes" * 30, width=40); l = [1]; l.append(l); print(pp_.isrecursive(l)); pp_.pp({"z": 1, "a": [1] * 40})
pprint([{"id": i, "tags": ["a", "b"], "score": i * 1.5} for i in range(4)]); pprint({1: 2, "a": 3}, width=1); pprint(10 ** 8, underscore_numbers=True); pprint(set(range(30)), width=30); pprint((1, (2, (3, "x" * 70)))); pprint("line one\nline two\n" + "w " * 50)
