"""The problems that searches are measured with: name, script, and the most states there are.

The states are those of the threads alone, up to the symmetry of threads that are alike where there is
one, counted by an independent search; ours has the main thread's last steps on top.
"""


def racy(n, m):
    return f'''import threading
x = 0
def work():
    global x
    for _ in range({m}):
        x += 1
threads = [threading.Thread(target=work) for _ in range({n})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(x)
'''


def locked(n):
    return f'''import threading
x = 0
lock = threading.Lock()
def work():
    global x
    with lock:
        x += 1
threads = [threading.Thread(target=work) for _ in range({n})]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(x)
'''


def dining(n, left):
    return f'''import threading
forks = [threading.Lock() for _ in range({n})]
def eat(first, second):
    with first:
        with second:
            pass
threads = []
for i in range({n}):
    a, b = forks[i], forks[(i + 1) % {n}]
    {"" if left else "if i == %d - 1: a, b = b, a" % n}
    threads.append(threading.Thread(target=eat, args=(a, b)))
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
'''


def buffer(call):
    return f'''import threading
items = []
cond = threading.Condition()
def produce():
    for _ in range(2):
        with cond:
            while len(items) >= 1:
                cond.wait()
            items.append(1)
            cond.{call}()
def consume():
    for _ in range(2):
        with cond:
            while not items:
                cond.wait()
            items.pop()
            cond.{call}()
threads = [threading.Thread(target=f) for f in (produce, produce, consume, consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
'''


PETERSON = '''import threading
flag = [False, False]
turn = 0
count = 0
inside = 0
def work(me):
    global turn, inside, count
    other = 1 - me
    flag[me] = True
    turn = other
    while flag[other] and turn == other:
        pass
    count += 1
    flag[me] = False
threads = [threading.Thread(target=work, args=(i,)) for i in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
'''


PROBLEMS = (
    [(f"racy {n}x{m}", racy(n, m), states)
     for n, m, states in ((2, 1, 8), (2, 2, 33), (2, 4, 285), (3, 1, 20), (3, 2, 211), (3, 3, 1529),
                          (4, 2, 1283), (4, 3, 20432), (4, 4, 193828), (5, 4, None))]
    + [(f"locked {n}", locked(n), 4 * n + 1) for n in (2, 3, 4, 5, 6, 8, 10)]
    + [(f"dining, left-handed {n}", dining(n, True), states)
       for n, states in ((2, 19), (3, 87), (4, 391), (5, 1743))]
    + [(f"dining, ordered {n}", dining(n, False), states)
       for n, states in ((2, 16), (3, 72), (4, 320), (5, 1424), (8, 125440))]
    + [("buffer, notify", buffer("notify"), 1266), ("buffer, notify_all", buffer("notify_all"), 807),
       ("Peterson, spinning", PETERSON, 58)])
