# lockstep: mask stopped \d+
import threading, time, random
class Account:
    def __init__(self, name, balance):
        self.name=name; self.balance=balance; self.lock=threading.Lock()
    def __repr__(self): return f"{self.__class__.__name__}({self.name!r}, {self.balance:,.2f})"
class InsufficientFunds(Exception):
    def __init__(self, acc, amount):
        super().__init__(f"{acc.name} has only {acc.balance:.2f}, needs {amount:.2f}")
        self.acc=acc; self.amount=amount
def transfer(a,b,amount):
    first,second = sorted((a,b), key=lambda x:x.name)
    with first.lock, second.lock:
        if a.balance < amount: raise InsufficientFunds(a, amount)
        a.balance -= amount; b.balance += amount
accs=[Account(n,100) for n in ("alice","bob","carol")]
errors=[]
def worker(seed):
    r=random.Random(seed)
    for _ in range(200):
        a,b=r.sample(accs,2)
        try: transfer(a,b,r.randint(1,60))
        except InsufficientFunds as e: errors.append(type(e).__name__)
ts=[threading.Thread(target=worker,args=(i,),name=f"teller-{i}") for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(sum(a.balance for a in accs)); print(len(ts), [t.name for t in ts], set(errors))
print(accs[0].__repr__().split("(")[0])
try: transfer(accs[0], Account("zed", 0), 1e9)
except InsufficientFunds as e: print(e.amount, str(e)[-25:])
t=threading.Thread(target=transfer,args=(Account("x",1),Account("y",2),5))
t.start(); t.join()
print(t)
class T(threading.Thread):
    def run(self):
        raise KeyError("oops") from ValueError("inner")
t=T(); t.start(); t.join()
threading.excepthook=lambda a: print("hook", a.exc_type.__name__, a.exc_value, a.thread.name, a.exc_traceback is not None)
t=T(name="named"); t.start(); t.join()
