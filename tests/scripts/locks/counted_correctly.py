# lockstep: seed 17
import threading

counter = 0
lock = threading.Lock()


def read():
    return counter


def add(times):
    global counter
    for _ in range(times):
        with lock:
            old = read()
            counter = old + 1


threads = [threading.Thread(target=add, args=(500,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            if self.balance >= amount:
                left = self.balance
                left -= amount
                self.balance = left
                return True
            return False


account = Account()
taken = []


def customer():
    while account.withdraw(10):
        taken.append(10)


threads = [threading.Thread(target=customer) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(account.balance, sum(taken))
