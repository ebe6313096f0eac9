import threading
def level3(items):
    return {k: v / 0
            for k, v in items}
def level2(*a, **k):
    return level3(
        k.items()
    )
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0].__name__); return False
def level1():
    with Ctx() as c, Ctx():
        level2(a=1)
t = threading.Thread(target=level1); t.start(); t.join()
try: level1()
except ZeroDivisionError as e:
    try: raise KeyError("second")
    except KeyError as k: err = k
print(repr(err.__context__))
def gen():
    yield 1
    raise RuntimeError("in gen")
def use():
    for x in gen(): print(x)
class E(Exception):
    def __str__(self): return "custom\nlines"
def final():
    try: use()
    except RuntimeError: raise E("hi")
    finally: print("finally")
final()
