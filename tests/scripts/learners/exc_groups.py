import threading
class AppError(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
errs = []
def run(f):
    try: f()
    except Exception as e: errs.append(e)
fs = [lambda: 1 / 0, lambda: int("x"), lambda: [][1], lambda: {}["k"], lambda: None.foo, lambda: (_ for _ in ()).throw(AppError("m", 7))]
ts = [threading.Thread(target=run, args=(f,)) for f in fs]
for t in ts: t.start(); t.join()
try: raise ExceptionGroup("many", errs)
except* ArithmeticError as g: print("arith", g.exceptions)
except* LookupError as g: print("lookup", [repr(e) for e in g.exceptions])
except* (ValueError, AttributeError) as g: print(g, len(g.exceptions))
except* AppError as g: print(g.exceptions[0], g.exceptions[0].code)
try:
    try: 1 / 0
    except ZeroDivisionError as e: e.add_note("while dividing"); raise
except ZeroDivisionError as e: print(e.__notes__, e.__traceback__.tb_lineno)
def f():
    try: return "try"
    finally: print("finally")
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    else: print("no")
print(f()); g()
try:
    try: raise KeyError("a")
    except KeyError: raise ValueError("b") from None
except ValueError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)
raise AppError("final", 1) from ExceptionGroup("eg", [ValueError(1), TypeError("t")])
