class InsufficientFunds(Exception):
    def __init__(self, wanted, balance):
        super().__init__(f"wanted {wanted:.2f}, have {balance:.2f}")
        self.missing = wanted - balance


class Account:
    _next = 1

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.number = Account._next
        Account._next += 1
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("in", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("out", amount))

    def __str__(self):
        return f"#{self.number} {self.owner:<6} {self.balance:>10,.2f}"


class Savings(Account):
    def __init__(self, owner, balance=0.0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def year(self):
        self.deposit(self.balance * self.rate)


def transfer(a, b, amount):
    a.withdraw(amount)
    try:
        b.deposit(amount)
    except ValueError:
        a.deposit(amount)
        raise


a, b = Account("Ann", 100), Savings("Bob", 2500, rate=0.035)
transfer(b, a, 250.5)
b.year()
for action in (lambda: transfer(a, b, 1000), lambda: transfer(a, b, -5), lambda: a.deposit(0)):
    try:
        action()
    except InsufficientFunds as error:
        print("refused:", error, f"missing {error.missing:.2f}")
    except ValueError as error:
        print("invalid:", error)
print(a)
print(b)
print(a.history, len(b.history))
try:
    a.balance = 5
except AttributeError as error:
    print(error)
