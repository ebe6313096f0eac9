"""Ints past 64 bits."""


def factorials(limit):
    product = 1
    for i in range(2, limit):
        product *= i
    return product


def fibonacci(limit):
    a, b = 0, 1
    for _ in range(limit):
        a, b = b, a + b
    return a


total = 0
for _ in range(20):
    total += factorials(2500) % 1000000007
    total += fibonacci(20000) % 1000000007
    total += pow(3, 20000 + total % 3, 10 ** 80)
print(total, len(str(factorials(1500))))
