import threading
def f(*a, **k): print(a, k, threading.current_thread().name, threading.current_thread().daemon)
t = threading.Thread(None, f, "N", (1, 2), {"x": 3}, daemon=True)
print(t.name, t.daemon, t.ident, t.native_id, t.is_alive())
t.start(); t.join()
print(t.is_alive(), t.ident is not None)
for bad in (lambda: t.start(), lambda: threading.Thread(target=f).join(), lambda: threading.current_thread().join(), lambda: setattr(t, "daemon", False),
            lambda: threading.Thread(1), lambda: threading.Thread(target=f, args=5), lambda: threading.Thread(foo=1)):
    try: bad(); print("ok")
    except Exception as e: print(type(e).__name__, e)
t = threading.Thread(target=f)
print(t.name, threading.Thread(target=f).name, threading.Thread().name)
t.name = "renamed"; t.setName("again"); print(t.getName(), t.isDaemon())
print(threading.main_thread() is threading.current_thread(), threading.active_count(), [x.name for x in threading.enumerate()])
class My(threading.Thread):
    def __init__(self, n): super().__init__(); self.n = n; self.r = None
    def run(self): self.r = self.n * 2
m = My(4); m.start(); m.join(); print(m.r, m.name)
class NoInit(threading.Thread):
    def __init__(self): pass
try: NoInit().start()
except RuntimeError as e: print(e)
try: print(NoInit())
except Exception as e: print(type(e).__name__, e)
