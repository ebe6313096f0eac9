for i in range(3):
    print(i, end=" ")
else:
    print("loop done")
for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print(i, end=" ")
else:
    print("never")
print("broke at", i)
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n, end=" ")
else:
    print("while done")
while True:
    n += 1
    if n > 4:
        break
print(n)
for i in range(2):
    for j in range(3):
        if j == 2:
            break
        print(i, j, end="; ")
    else:
        print("no")
print()
for x in []:
    pass
else:
    print("empty runs else")
print(
    list(range(5)), list(range(2, 8, 3)), list(range(5, 0, -2)), list(range(0)), range(3),
    range(1, 10, 2), len(range(1, 10, 2)), 7 in range(1, 10, 2),
)
items = [1, 2, 3, 4]
for item in items:
    if item == 2:
        items.remove(item)
print(items)
for i, ch in enumerate("ab"):
    print(i, ch)
for a, b in zip([1, 2, 3], "xy"):
    print(a, b)
for i in range(3):
    i = 10
print(i)
total = 0
for i in range(1, 101):
    if i % 15 == 0:
        total += 15
    elif i % 5 == 0:
        total += 5
    elif i % 3 == 0:
        total += 3
    else:
        total += 1
print(total)
pass
if False:
    x = 1
elif None:
    x = 2
else:
    x = 3
print(x)
