"""A bank with several branches: ordered locking, custom errors, an audit log."""
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Dict, List, Optional


class BankError(Exception):
    """Base class of all that can go wrong here."""


class InsufficientFunds(BankError):
    def __init__(self, account: "Account", wanted: float):
        super().__init__(f"{account.owner} has {account.balance:.2f}, needs {wanted:.2f}")
        self.account = account
        self.wanted = wanted


class UnknownAccount(BankError, KeyError):
    pass


@dataclass(order=True)
class Account:
    number: int
    owner: str = field(compare=False)
    balance: float = field(default=0.0, compare=False)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    history: List[str] = field(default_factory=list, repr=False, compare=False)

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self.balance += amount
        self.history.append(f"+{amount:,.2f}")

    def withdraw(self, amount: float) -> None:
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(f"-{amount:,.2f}")


class Bank:
    _next_number = 1000

    def __init__(self):
        self.accounts: Dict[int, Account] = {}
        self.audit: List[str] = []
        self._audit_lock = threading.Lock()

    def open(self, owner: str, balance: float = 0) -> Account:
        account = Account(type(self)._next_number, owner, balance)
        type(self)._next_number += 1
        self.accounts[account.number] = account
        return account

    def __getitem__(self, number: int) -> Account:
        try:
            return self.accounts[number]
        except KeyError as error:
            raise UnknownAccount(number) from error

    @contextmanager
    def locked(self, *accounts: Account):
        for account in sorted(accounts):
            account.lock.acquire()
        try:
            yield accounts
        finally:
            for account in sorted(accounts, reverse=True):
                account.lock.release()

    def transfer(self, source: int, target: int, amount: float) -> Optional[str]:
        a, b = self[source], self[target]
        with self.locked(a, b):
            a.withdraw(amount)
            b.deposit(amount)
        with self._audit_lock:
            self.audit.append(f"{a.owner}->{b.owner}: {amount}")
        return self.audit[-1]


bank = Bank()
ann, bob, cid = (bank.open(name, 100 * (i + 1)) for i, name in enumerate(["Ann", "Bob", "Cid"]))
print(ann, bob, cid, sep="\n")
print(bank.transfer(1000, 1001, 25.5))
try:
    bank.transfer(1000, 1002, 1e6)
except InsufficientFunds as e:
    print(type(e).__name__, e, e.wanted, e.account is ann)
try:
    bank.transfer(1, 2, 3)
except BankError as e:
    print(repr(e), str(e), repr(e.__cause__), e.args)
try:
    ann.deposit(-5)
except ValueError as e:
    print(e)


def clerk(pairs):
    for source, target, amount in pairs:
        try:
            bank.transfer(source, target, amount)
        except InsufficientFunds:
            pass


threads = [threading.Thread(target=clerk, args=([(1000 + i % 3, 1000 + (i + 1) % 3, i % 7 + 1) for i in range(k, 300, 3)],))
           for k in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("total", sum(a.balance for a in bank.accounts.values()))
print(sorted([cid, ann, bob])[0].owner, ann < bob, ann == Account(1000, "x"))
print(ann.history[:2], any(a.lock.locked() for a in bank.accounts.values()))
