import sys
import time
import threading
import itertools


def bar(done, total, width=20, fill="#", empty="."):
    filled = width * done // total
    return f"[{fill * filled}{empty * (width - filled)}] {done / total:>4.0%}"


for i in range(0, 11, 2):
    print("\r" + bar(i, 10), end="", flush=True)
print()
sys.stdout.write("\rdone\n")
sys.stdout.flush()


class Spinner:
    def __init__(self, frames="|/-\\"):
        self.frames = itertools.cycle(frames)
        self.out = []

    def tick(self):
        self.out.append(next(self.frames))
        return self


s = Spinner()
for _ in range(6):
    s.tick()
print("".join(s.out), repr("\r\b\a\t\x1b[31mred\x1b[0m"))
total = 3
state = [0] * total
lock = threading.Lock()


def work(n):
    for step in range(1, 5):
        with lock:
            state[n] = step * 25


ts = [threading.Thread(target=work, args=(n,)) for n in range(total)]
for t in ts: t.start()
for t in ts: t.join()
for n, percent in enumerate(state):
    print(f"task {n}: {percent:3d}% {'=' * (percent // 10):<10}|")
print(*[f"{x:>{w}}" for x, w in zip("abc", (2, 4, 6))], sep="\t", end="!\n")
print("unicode bar: " + "".join("▁▂▃▄▅▆▇█"[i] for i in range(8)), "é".encode(), len("naïve ☃ 🎉"))
print("a", "b", sep="")
print()
print(end="")
print("x", file=sys.stderr)
print(1, 2, sep=None, end=None)
try:
    print(1, sep=3)
except TypeError as e:
    print(e)
