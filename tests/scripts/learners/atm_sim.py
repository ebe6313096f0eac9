import threading
import time
from enum import Enum, auto
from typing import Optional, NamedTuple

class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAW = auto()

class Tx(NamedTuple):
    kind: Kind
    amount: float
    note: Optional[str] = None

class Ledger:
    def __init__(self):
        self._lock = threading.Lock()
        self.history: list[Tx] = []
        self.__total = 0.0

    def apply(self, tx: Tx) -> float:
        with self._lock:
            match tx:
                case Tx(Kind.DEPOSIT, amt) if amt > 0:
                    self.__total += amt
                case Tx(kind=Kind.WITHDRAW, amount=amt):
                    if amt > self.__total:
                        raise ValueError(f"overdraft: {amt:.2f} > {self.__total:.2f}")
                    self.__total -= amt
                case _:
                    raise TypeError(f"bad transaction {tx!r}")
            self.history.append(tx)
            return self.__total

    @property
    def total(self): return self.__total

l = Ledger()
ts = [threading.Thread(target=l.apply, args=(Tx(Kind.DEPOSIT, 10.5 * i),)) for i in range(1, 5)]
for t in ts: t.start()
for t in ts: t.join()
print(f"{l.total:8.2f}|", len(l.history), sorted(l.history, key=lambda t: t.amount)[0])
for bad in (Tx(Kind.WITHDRAW, 1e6), Tx(Kind.DEPOSIT, -1)):
    try: l.apply(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e, sep=": ")
try: l.__total
except AttributeError as e: print(e)
print(l._Ledger__total, Tx._fields, Tx(Kind.DEPOSIT, 1)._replace(note="hi"), Tx.__annotations__.keys())
try: Tx(1)
except TypeError as e: print(e)
