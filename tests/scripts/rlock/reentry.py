# lockstep: seed 3
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
lock.release()
lock.release()
outcome = []
t = threading.Thread(target=lambda: outcome.append(lock.acquire(blocking=False)))
t.start()
t.join()
print(outcome)
lock.release()


def other():
    outcome.append(lock.acquire(timeout=1))
    lock.release()


t = threading.Thread(target=other)
t.start()
t.join()
print(outcome)
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock:
    with lock:
        t = threading.Thread(target=lambda: outcome.append(lock.acquire(timeout=0.01)))
        t.start()
        t.join()
        print("inside", outcome[-1])


def steal():
    try:
        lock.release()
    except RuntimeError as error:
        print("thief:", error)


lock.acquire()
t = threading.Thread(target=steal)
t.start()
t.join()
lock.release()


def depth(n):
    with lock:
        return 0 if n == 0 else 1 + depth(n - 1)


print(depth(20))


class Account:
    def __init__(self):
        self.lock = threading.RLock()
        self.money = 0

    def add(self, n):
        with self.lock:
            self.money += n

    def add_twice(self, n):
        with self.lock:
            self.add(n)
            self.add(n)


a = Account()
threads = [threading.Thread(target=a.add_twice, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.money)
