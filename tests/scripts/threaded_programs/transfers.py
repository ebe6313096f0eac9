# lockstep: seed 24
import random
import threading


class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, threading.Lock()


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda a: a.number)
    with first.lock, second.lock:
        if source.balance < amount:
            return False
        source.balance -= amount
        target.balance += amount
        return True


accounts = [Account(i, 100) for i in range(4)]
refused = []


def clerk(seed):
    dice = random.Random(seed)
    for _ in range(100):
        a, b = dice.sample(accounts, 2)
        if not transfer(a, b, dice.randint(1, 80)):
            refused.append(seed)


threads = [threading.Thread(target=clerk, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts), len(refused) < 400)
