def take(items, n):
    it = iter(items)
    for _ in range(n):
        yield next(it)


print(list(take([1, 2, 3], 2)))
print(list(take([1], 2)))
