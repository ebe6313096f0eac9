def deep(n):
    return 1 + deep(n + 1)


for attempt in range(3):
    try:
        deep(0)
    except RecursionError as error:
        print(attempt, error)


def after():
    return "the stack is usable again"


print(after())


def cleanup(n):
    try:
        return cleanup(n + 1)
    finally:
        seen.append(n)


seen = []
try:
    cleanup(0)
except RecursionError:
    print("cleaned", len(seen) > 100, seen[-1])
try:
    [0] * 10 ** 18
except MemoryError as error:
    print("MemoryError", repr(str(error)))
kept = []
for i in range(2000):
    kept = [kept, i]
depth = 0
while kept:
    kept, _ = kept
    depth += 1
print(depth)
total = 0
for i in range(100000):
    piece = {"i": i, "list": [i] * 3, "text": str(i)}
    total += len(piece["text"])
print(total)


class Cycle:
    def __init__(self):
        self.me = self


for i in range(20000):
    Cycle()
print("cycles are collected or not, but the program goes on")
