# lockstep: seed 33
import threading

items, table = [], {}


def fill(n):
    for i in range(300):
        items.append((n, i))
        table[n, i] = i


threads = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(
    len(items), len(table),
    all([i for m, i in items if m == n] == list(range(300)) for n in range(4)),
)


def drain(out):
    try:
        while True:
            out.append(items.pop())
    except IndexError:
        pass


outs = [[] for _ in range(3)]
threads = [threading.Thread(target=drain, args=(out,)) for out in outs]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(map(len, outs)), len(set(outs[0] + outs[1] + outs[2])), items)
