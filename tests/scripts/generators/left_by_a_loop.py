def gen(n="g"):
    try:
        for i in range(5):
            yield i
    finally:
        print("cleanup", n)


for x in gen():
    if x == 2:
        break
print("after break")


def f():
    for x in gen("f"):
        return x


print(f())


def h():
    for x in gen("h"):
        raise ValueError(x)


try:
    h()
except ValueError as e:
    print("caught", e)


class Tree:
    def __iter__(self):
        yield from gen("tree")


for x in Tree():
    break
print("after tree")
t = Tree()
for x in t:
    for y in t:
        break
    else:
        print("never")
    print("inner done")
    break
else:
    print("never")
g = gen("kept")
for x in g:
    break
print("not closed", next(g))
for i, x in enumerate(gen("enumerated")):
    break
print("after enumerate")
for a, b in zip(gen("z1"), gen("z2")):
    if a == 1:
        break
print("after zip")
for a, b in zip(range(2), gen("shortest")):
    pass
print("after short zip")
for x in (y * y for y in gen("in expression")):
    if x == 4:
        break
print("after expression")
for x in map(str, filter(None, gen("deep"))):
    break
print("after map")
for x in (y + z for y in gen("o") for z in gen("i")):
    if x == 6:
        break
print("after nested")


def wrapped(*args):
    return gen(*args)


for x in wrapped("wrapped"):
    break
print("after wrapped")


def bad():
    try:
        yield 1
    finally:
        1 / 0


stash = []


def keep():
    g = gen("stashed")
    stash.append(g)
    return g


for x in keep():
    break
print("stashed", next(stash[0]))


def outer():
    try:
        for x in gen("inner of outer"):
            yield x
    finally:
        print("outer done")


for x in outer():
    if x == 1:
        break
print("done")
for x in gen("continue"):
    if x < 2:
        continue
    while True:
        break
    try:
        break
    finally:
        print("finally before cleanup")
print("end")


class Res:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *a):
        print("exit", a[0])


def many():
    for a in gen("a"):
        for b in gen("b"):
            with Res() as f:
                try:
                    return a, b
                finally:
                    print("leaving")


print(many())


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")
            break


for x in stubborn():
    break


def managed():
    with Res():
        yield 1
        yield 2


for x in managed():
    print(x)
    break
print("over")


def find(pred):
    for x in gen("find"):
        if pred(x):
            return x
    return None


print(find(lambda x: x == 3), find(lambda x: False))


def last():
    for x in gen("last"):
        raise KeyError(x)


last()
