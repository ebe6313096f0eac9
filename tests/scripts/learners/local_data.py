import threading
class Ctx(threading.local):
    default = 5
    def __init__(self, tag): self.tag = tag; self.items = []
c = Ctx("t")
c.items.append("main")
def work(n):
    c.items.append(n); res.append((n, c.items, c.tag, c.default))
res = []
for i in range(3):
    t = threading.Thread(target=work, args=(i,)); t.start(); t.join()
print(res, c.items, c.__dict__)
l = threading.local(); l.x = 1
def chk():
    try: l.x
    except AttributeError as e: print(e)
t = threading.Thread(target=chk); t.start(); t.join()
del l.x
try: del l.x
except AttributeError as e: print(e)
print(hasattr(l, "x"), getattr(l, "x", None))
try: threading.local(1)
except TypeError as e: print(e)
