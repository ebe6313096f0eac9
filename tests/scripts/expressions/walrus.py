data = [3, 8, 12, 5, 21]
if (n := len(data)) > 3:
    print("long", n)
values = iter(data)
while (item := next(values, None)) is not None:
    print(item, end=";")
print()
print([half for x in data if (half := x // 2) > 2], half)
print((y := 5) + y, y)
total = 0
print([total := total + x for x in data], total)


def f(value):
    if (m := value % 7) == 0:
        return "divides"
    return m


print(f(14), f(15))
print(any((found := x) > 10 for x in data), found)
print(f(value := 21), value)
