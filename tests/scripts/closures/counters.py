def make_counter(start=0, step=1):
    count = start

    def increment():
        nonlocal count
        count += step
        return count

    def reset():
        nonlocal count
        count = start

    return increment, reset


a, reset_a = make_counter()
b, _ = make_counter(100, 10)
print(a(), a(), b(), a(), b())
reset_a()
print(a(), b())
functions = []
for i in range(3):
    def show():
        return i
    functions.append(show)
print([f() for f in functions])
i = "later"
print([f() for f in functions])


def bind(n):
    def show():
        return n
    return show


print([f() for f in [bind(n) for n in range(3)]])


def three_levels():
    x = 1

    def middle():
        y = 10

        def inner():
            nonlocal x, y
            x += 1
            y += 1
            return x, y
        return inner
    return middle, lambda: x


middle, read = three_levels()
one, two = middle(), middle()
print(one(), one(), two(), read())


def accumulate():
    total = 0
    history = []

    def add(n):
        nonlocal total
        total += n
        history.append(total)
        return history[:]
    return add


add = accumulate()
add(1)
add(2)
print(add(3), add.__closure__ is not None, make_counter.__closure__)


def late():
    def use():
        return later
    later = "defined after"
    return use()


print(late())


def parameter_cell(a, b):
    def swap():
        nonlocal a, b
        a, b = b, a
    swap()
    return a, b


print(parameter_cell(1, 2))
