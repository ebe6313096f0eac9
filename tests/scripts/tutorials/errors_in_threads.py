# uncaught in threads, chained, nested functions, classes
import threading, sys
def lvl3(x): return 10 / x
def lvl2(x):
    try:
        return lvl3(x)
    except ZeroDivisionError as exc:
        raise ValueError(f"bad input {x!r}") from exc
class Worker(threading.Thread):
    def run(self):
        self.go(0)
    def go(self, x):
        lvl2(x)
w = Worker(name="W"); w.start(); w.join()
t = threading.Thread(target=lambda: {}["missing"]); t.start(); t.join()
def gen():
    yield 1
    raise RuntimeError("in gen")
t = threading.Thread(target=lambda: list(gen()), name="gen-thread"); t.start(); t.join()
t = threading.Thread(target=sys.exit, args=("bye",)); t.start(); t.join()
def rec(n): return rec(n+1)
t=threading.Thread(target=rec,args=(0,),name="deep"); t.start(); t.join()
class MyErr(Exception):
    def __init__(self, code, msg): self.code=code; super().__init__(msg)
    def __str__(self): return f"[{self.code}] {super().__str__()}"
t=threading.Thread(target=lambda: (_ for _ in ()).throw(MyErr(5,"custom"))); t.start(); t.join()
def multi():
    raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])
t=threading.Thread(target=multi); t.start(); t.join()
try:
    try: 1/0
    except: raise KeyError("second")
except KeyError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try: raise ValueError("no ctx") from None
except ValueError as e: print(e.__suppress_context__)
x = [1, 2, 3]
print(x[0] + x[1] *
      x[10])
