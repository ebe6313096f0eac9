# lockstep: seed 11
import threading
import time

log = []
t = threading.Timer(0.02, log.append, args=("fired",))
t.start()
print(log, t.is_alive())
t.join()
print(log, t.is_alive(), t.interval, t.function == log.append)
t = threading.Timer(5, log.append, ["never"])
t.start()
t.cancel()
t.join()
print(log)
t = threading.Timer(0.01, lambda *, word: log.append(word), kwargs={"word": "named"})
t.start()
t.join()
print(log, isinstance(t, threading.Thread))
t.cancel()
first = threading.Timer(0.06, log.append, ("second",))
second = threading.Timer(0.01, log.append, ("first",))
first.start()
second.start()
first.join()
second.join()
print(log[-2:])
t = threading.Timer(30, print)
t.daemon = True
t.start()
print("leaves without it")
