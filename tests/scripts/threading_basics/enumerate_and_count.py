# lockstep: seed 2
import threading

gate = threading.Lock()
gate.acquire()


def wait():
    gate.acquire()
    gate.release()


threads = [threading.Thread(target=wait, name=f"t{i}") for i in range(4)]
print(threading.active_count())
for t in threads:
    t.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()))
print([t.is_alive() for t in threads], len({t.ident for t in threads}))
gate.release()
for t in threads:
    t.join()
print(
    threading.active_count(), [t.name for t in threading.enumerate()],
    [t.is_alive() for t in threads],
)
