"""Globals read and written in loops, in a function and in the module itself."""

counter = 0
step = 1


def work(times):
    global counter
    for _ in range(times):
        counter += step
        counter = counter + 1


work(2000000)
for number in range(1500000):
    counter += step
    if number & 1:
        counter -= 2
print(counter)
