# lockstep: seed 12
import threading

shared = []
total = 0
guard = threading.Lock()


def work(n):
    global total
    mine = 0
    for i in range(n):
        mine += i
    with guard:
        shared.append((n, mine))
        total += mine


threads = []
for n in (10, 20, 30):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print(sorted(shared), total)


def make():
    count = 0

    def add():
        nonlocal count
        with guard:
            count += 1
        return count
    return add, lambda: count


add, read = make()
threads = [threading.Thread(target=add) for _ in range(20)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(read())
