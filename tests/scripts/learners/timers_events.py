import threading, time
log = []
e = threading.Event()
t = threading.Timer(0.02, lambda *a, **k: (log.append((a, k)), e.set()), args=[1], kwargs={"x": 2})
t.start()
print(e.wait(5), log, e.is_set(), t.finished.is_set())
t2 = threading.Timer(10, print)
t2.start(); t2.cancel(); t2.join()
print(t2.is_alive(), t2.interval, t2.function is print, t2.args, t2.kwargs)
e.clear()
print(e.wait(0.01), e.is_set())
print(isinstance(t2, threading.Thread), t2.daemon)
