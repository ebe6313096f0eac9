"""A module's docstring."""
from __future__ import annotations
import queue, threading as t, concurrent.futures, os.path as path
from collections import (deque, defaultdict as default,)
from . import sibling
from .. import parent as p, other
from ... pkg . mod import name
from .... import far
from .near import *

pass; pass
x = 1; y = 2;
a = b = c = 3
a, b = b, a
a, = b,
(a, *b), [c, d] = value = e
*head, last = items
obj.attr = obj[0] = obj.method().other[1:2] = 1
total: int = 0
total: "list[int]"
(paren): int = 1
obj.field: str = "x"
obj[1]: float
pair: tuple = 1, *rest
got: int = 4 if True else 5
def annotated_yield(): a: int = yield 1
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= m
a **= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1
obj.n += 1, 2
(a) += *b, c
del a, b[0], c.d, (e, f), [g], (h)
del ()
assert x
assert x == 1, "message"
global g1, g2
raise
raise ValueError
raise ValueError("x") from None
lock.acquire()
1, 2, *three
yield_, = (4,)


if a:
    pass
elif b:
    pass
elif c: pass
else:
    pass

if x: y = 1; z = 2

if (n := len(a)) > 10:
    if n: pass
    else: pass

while True:
    break
else:
    pass
while x < 3: x += 1; continue

for i in range(3):
    continue
else:
    i = 1
for i, (j, *k) in pairs: print(i)
for x.y in z, *w: pass
for x[0], in [1]: pass
for (i) in [1,]: pass

try:
    risky()
finally:
    pass
try: risky()
except: pass
try:
    risky()
except ValueError:
    pass
except (KeyError, TypeError) as error:
    raise RuntimeError from error
except Exception as e: pass
else:
    fine()
finally:
    done()
try:
    group()
except* OSError as errors:
    pass
except *(ValueError, KeyError):
    pass

with lock:
    pass
with open("f") as f, lock as (a, b), c: pass
with (lock): pass
with (open("f") as f, lock as b.c,): pass
with (a, b): pass
with (a, b) as c: pass
with (a), (b): pass
with (a).b as d[0]: pass
with (yield_): pass
with (a, b), c as d: pass
with (open("a")) as a, (open("b")) as b: pass
with (a if b else c) as d: pass
