# lockstep: seed 4
import io
import threading

lock = threading.Lock()
log = []


def guarded(n):
    with lock:
        log.append(("in", n))
        if n == 1:
            return "early"
        if n == 2:
            raise ValueError("two")
        log.append(("out", n))
    return "late"


for n in range(4):
    try:
        print(guarded(n), lock.locked())
    except ValueError as error:
        print("raised", error, lock.locked())
print(log)
with io.StringIO("one\ntwo\n") as source, io.StringIO() as target:
    for number, line in enumerate(source, 1):
        print(number, line.rstrip(), file=target)
    print(repr(target.getvalue()))
print(source.closed, target.closed)
with threading.Condition() as held, threading.Semaphore(1), threading.RLock():
    print(held)
for _ in range(3):
    with lock:
        continue
print(lock.locked())


def generator():
    with lock:
        yield 1
        yield 2


g = generator()
print(next(g), lock.locked())
g.close()
print(lock.locked())
print(list(generator()), lock.locked())
