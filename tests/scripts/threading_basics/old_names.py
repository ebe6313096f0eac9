# Names that tutorials still use; CPython warns of each place once.
import threading


def work():
    print(threading.currentThread().getName())


for n in range(2):
    t = threading.Thread(target=work)
    t.setName(f"worker {n}")
    t.setDaemon(False)
    t.start()
    t.join()
e = threading.Event()
while not e.isSet():
    e.set()
print(t.isDaemon(), threading.activeCount())
