def classify(n):
    return "neg" if n < 0 else "zero" if not n else "even" if n % 2 == 0 else "odd"


print([classify(n) for n in (-1, 0, 1, 2)])
for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        print("no break", i)
        continue
    print("broke", i, j)
else:
    print("outer done")
result = []
while len(result) < 3:
    for x in range(10):
        if x in result:
            continue
        result.append(x)
        break
print(result)
stack = [1, [2, [3, [4]]]]
while stack:
    top = stack.pop()
    if isinstance(top, list):
        stack.extend(top)
    else:
        print(top, end=" ")
print()
x = 5
x = x if x > 10 else -x
print(x)
if x := 0:
    print("truthy")
elif y := 3:
    print("elif", y)
del x
for i, (a, *b) in enumerate([(1, 2, 3), "xyz"]):
    print(i, a, b)
for d["k"] in (d := {}, ):
    pass
