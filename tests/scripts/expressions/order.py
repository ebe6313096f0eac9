def f(name, value=0):
    print(name, end=" ")
    return value


print(f("a", 1) + f("b", 2) * f("c", 3))
print([f("x", 1), f("y", 2)], (f("z"),))
print({f("k1", 1): f("v1", 2), f("k2", 3): f("v2", 4)})
data = {}
data[f("key", "k")] = f("value", 7)
print(data)
numbers = [0, 1, 2, 3]
numbers[f("i", 1)], numbers[f("j", 2)] = f("first", 10), f("second", 20)
print(numbers)
numbers[f("index", 0)] += f("amount", 5)
print(numbers)


def call(*args, **kwargs):
    return args, kwargs


print(call(f("p1", 1), *f("star", [2, 3]), f("p2", 4), key=f("kw", 5), **f("more", {"z": 6})))
print(f("then", "T") if f("test", True) else f("otherwise", "O"))
print(f("low", 1) < f("mid", 2) < f("high", 3))
a = b = f("once", 3)
print(a, b)
i = 0
i, numbers[i] = 2, 99
print(i, numbers)
