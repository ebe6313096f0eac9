d, items = {}, [0, 0]


class Box:
    pass


box = Box()
for d["key"] in range(3):
    pass
for items[1] in "ab":
    pass
for box.value in (1.5, 2.5):
    pass
for [a, b] in [(1, 2)]:
    pass
for x, in [(1,), (2,)]:
    pass
print(d, items, box.value, a, b, x)
for i in (numbers := [1, 2]):
    if len(numbers) < 6:
        numbers.append(i * 10)
print(numbers)
