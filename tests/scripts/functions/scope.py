x = "global"


def reads():
    return x


def writes():
    x = "local"
    return x


def declares():
    global x, created
    x = "changed"
    created = "by function"


print(reads(), writes(), x)
declares()
print(reads(), x, created)


def outer():
    y = 1

    def inner():
        nonlocal y
        y += 10
        return y

    inner()
    return inner(), y


print(outer())


def unbound():
    print(x)
    x = 1


def unbound_free():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(error)
    value = 1
    return inner()


try:
    unbound()
except UnboundLocalError as error:
    print(error)
print(unbound_free())


def deleted():
    z = 1
    del z
    return z


try:
    deleted()
except UnboundLocalError as error:
    print(error)
try:
    print(no_such_name)
except NameError as error:
    print(error, error.name)
del created
try:
    created
except NameError as error:
    print(error)
i = "outside"
squares = [i * i for i in range(3)]
print(i, squares)


class Body:
    x = "class"
    seen = x

    def method(self):
        return x


print(
    Body.seen, Body().method(), "x" in globals(), sorted(k for k in (lambda a, b: locals())(1, 2)),
)
for sum in [1]:
    pass
print(sum)
del sum
print(sum([1, 2]))
