import threading, logging, sys, time, random
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(threadName)s:%(message)s", stream=sys.stdout)
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
class Account:
    _ids = iter(range(1, 100))
    def __init__(self, balance):
        self.id = next(self._ids)
        self.balance = balance
        self.lock = threading.RLock()
    def withdraw(self, n):
        with self.lock:
            if n > self.balance:
                raise InsufficientFunds(n, self.balance)
            self.balance -= n
    def deposit(self, n):
        with self.lock:
            self.balance += n
    def __repr__(self):
        return f"<Account #{self.id}: {self.balance:,.2f}>"
def transfer(a, b, n):
    first, second = sorted((a, b), key=lambda x: x.id)
    with first.lock, second.lock:
        try:
            a.withdraw(n)
        except InsufficientFunds as e:
            logging.warning("failed: %s", e)
            return False
        b.deposit(n)
        return True
a, b = Account(1000), Account(50)
results = []
t = threading.Thread(target=lambda: results.append(transfer(a, b, 300)), name="T-1")
t.start(); t.join()
t = threading.Thread(target=lambda: results.append(transfer(b, a, 3000)), name="T-2")
t.start(); t.join()
print(results, a, b, sep="\n")
try:
    a.withdraw(10**6)
except InsufficientFunds as e:
    print(e.args, e.need - e.have, repr(e))
