import threading, time, sys, queue
# daemon threads do not keep the program
def forever():
    while True: time.sleep(0.01)
threading.Thread(target=forever, daemon=True).start()
print(threading.active_count(), [t.daemon for t in threading.enumerate()])
# join with timeout
ev = threading.Event(); t = threading.Thread(target=ev.wait); t.start(); print(t.join(0.01), t.is_alive()); ev.set(); t.join(); print(t.is_alive())
# is current thread in enumerate
names = []
def who(): names.extend(sorted(t.name for t in threading.enumerate() if not t.daemon))
t = threading.Thread(target=who, name="who"); t.start(); t.join(); print(names)
# subclass with name in super
class N(threading.Thread):
    def __init__(self, *, label): super().__init__(name=f"N-{label}"); self.label = label
    def run(self): print("run", self.name, self is threading.current_thread())
n = N(label=3); n.start(); n.join()
try: N(3)
except TypeError as e: print(e)
# thread started in thread
def outer():
    t = threading.Thread(target=lambda: print("inner", threading.current_thread().name), name="in"); t.start(); t.join(); print("outer")
t = threading.Thread(target=outer); t.start(); t.join()
# exception in run of one thread does not stop others
res = []
def w(i):
    if i == 1: sys.exit("bye")
    res.append(i)
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start(); t.join()
print(res)
print(threading.get_ident() == threading.main_thread().ident, isinstance(threading.get_native_id(), int), threading.TIMEOUT_MAX > 1e6, threading.settrace(None), threading.setprofile(None), threading.stack_size())
l = threading.Lock()
l.acquire(); threading.Timer(0.01, l.release).start(); print(l.acquire(timeout=5)); l.release()
print(sys.getswitchinterval(), sys.setswitchinterval(0.001), sys.getswitchinterval())
try: sys.setswitchinterval(0)
except ValueError as e: print(e)
q = queue.Queue(); threading.Thread(target=lambda: (time.sleep(0.01), q.put("late"))).start(); print(q.get(timeout=5))
def g(): yield threading.current_thread().name
it = g(); t = threading.Thread(target=lambda: print(next(it)), name="gen"); t.start(); t.join()
print(threading.excepthook is threading.__excepthook__, threading.ThreadError is RuntimeError, threading.BrokenBarrierError.__mro__[1].__name__)
print(str(threading.current_thread())[:24], threading._MainThread.__name__ if hasattr(threading, "_MainThread") else "")
