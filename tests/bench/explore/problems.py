"""The problems that searches are measured with: each as a script, and as models for two other checkers.

The numbers of states were counted by an independent search. An operation is a read or write of shared
data, or one on a lock or condition; a state is what is shared, and how far each thread has come with what
it will still need.
"""

from dataclasses import dataclass

import murphi
import promela


@dataclass
class Problem:
    name: str
    script: str
    promela: str
    murphi: str
    states: int | None                # of the threads alone; None: too many to have been counted
    symmetric: int | None = None      # up to the exchange of threads that are alike
    spawning: int | None = None       # with a main thread that starts and joins the others, and steps
                                      # of their own for a thread's beginning and its end
    ends: tuple = ("finished",)       # the kinds of outcomes there are
    finals: int = 1                   # how many outcomes

    @property
    def most(self):
        """What a search of the script, with its main thread, should not exceed."""
        return self.spawning or self.states



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
def work(me):
    global turn, count
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


def racy_problem(n, m, finals, states, symmetric, spawning=None):
    return Problem(f"racy {n}x{m}", racy(n, m), promela.racy(n, m), murphi.racy(n, m), states, symmetric,
                   spawning, finals=finals)


def locked_problem(n):
    return Problem(f"locked {n}", locked(n), promela.locked(n), murphi.locked(n),
                   (3 * n + 2) * 2 ** (n - 1), 4 * n + 1, (5 * n + 4) * 4 ** (n - 1))


def dining_problem(n, left, states, spawning=None):
    deadlocks = {"ends": ("deadlock", "finished"), "finals": 2} if left else {}
    return Problem(f"dining {'left' if left else 'ordered'} {n}", dining(n, left), promela.dining(n, left),
                   murphi.dining(n, left), states, None, spawning, **deadlocks)


PROBLEMS = [
    racy_problem(2, 1, 2, 12, 8, 49),
    racy_problem(2, 2, 3, 57, 33, 136),
    racy_problem(2, 4, 7, 541, 285, 854),
    racy_problem(3, 1, 3, 59, 20, 376),
    racy_problem(3, 2, 5, 904, 211, 2618),
    racy_problem(3, 3, 8, 7646, 1529, 15252),
    racy_problem(4, 2, 7, 17231, 1283, 58219),
    racy_problem(4, 3, 11, 361775, 20432),
    racy_problem(4, 4, 15, 3892125, 193828),
    racy_problem(5, 4, 19, None, 4546670),
    *(locked_problem(n) for n in range(2, 11)),
    dining_problem(2, True, 19, 59),
    dining_problem(3, True, 87, 395),
    dining_problem(4, True, 391, 2619),
    dining_problem(5, True, 1743, 17307),
    dining_problem(2, False, 16, 56),
    dining_problem(3, False, 72, 374),
    dining_problem(4, False, 320, 2474),
    dining_problem(5, False, 1424, 16346),
    *(dining_problem(n, False, states) for n, states in ((6, 6336), (7, 28192), (8, 125440))),
    Problem("buffer notify", buffer("notify"), promela.buffer(False), murphi.buffer(False), 4782, 1266,
            ends=("deadlock", "finished"), finals=2),
    Problem("buffer notify_all", buffer("notify_all"), promela.buffer(True), murphi.buffer(True), 2948, 807),
    Problem("Peterson spinning", PETERSON, promela.peterson(), murphi.peterson(), 58,
            spawning=119),
]
