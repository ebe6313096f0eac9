def first(x):
    return second(x - 1)


def second(y):
    values = [1, 2, 3]
    return values[y] + third(y)


def third(z):
    return 10 / z


print("start")
print(first(2))
first(1)
