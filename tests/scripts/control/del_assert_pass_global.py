x = [1, 2, 3, 4]
del x[0], x[-1:]
print(x)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class Box:
    pass


b = Box()
b.v = 1
del b.v
print(hasattr(b, "v"))
a = b2 = c = 5
del (a, b2), [c]
for name in ("a", "b2", "c"):
    print(name in globals(), end=" ")
print()
try:
    assert x == [2, 3], "never"
    assert x == [], f"x is {x}"
except AssertionError as error:
    print("assert:", error)
try:
    assert False
except AssertionError as error:
    print("bare:", repr(str(error)))
try:
    assert (1 == 2), ("tuple", 1)
except AssertionError as error:
    print(error.args)


def f():
    global made
    made = "made in f"
    del made
    made = "again"


f()
print(made)
try:
    del nothing_here
except NameError as error:
    print(error)
...
if True: pass
if x: print("one"); print("two")
class Empty: pass
def g(): return 5
for i in range(2): print(i, end=";")
print(); print(g(), Empty.__name__)
while x: x.pop()
print(x)
total = 1 + \
    2
print(total, (
    3 +
    4
), [
    1,
    2,
][1])
