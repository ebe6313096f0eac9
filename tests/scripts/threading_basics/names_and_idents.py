# lockstep: seed 37
import threading

idents = {}
noted = threading.Event()


def note():
    me = threading.current_thread()
    idents[me.name] = (
        me.ident == threading.get_ident(), me.native_id == threading.get_native_id(),
        me is threading.current_thread(),
    )
    noted.wait()


threads = [threading.Thread(target=note, name=n) for n in "ab"]
for t in threads:
    t.start()
print(
    len({t.ident for t in threads} | {threading.get_ident()}),
    all(isinstance(t.native_id, int) for t in threads),
)
noted.set()
for t in threads:
    t.join()
print(sorted(idents.items()))
print(
    threads[0].ident is not None, threading.main_thread().name,
    threading.current_thread() == threading.main_thread(), threading.Thread().native_id,
)
names = """
    Thread Lock RLock Condition Semaphore BoundedSemaphore Event Timer Barrier local
    current_thread enumerate get_ident
"""
print([n for n in names.split() if not hasattr(threading, n)])
print(threading.TIMEOUT_MAX > 1e6, threading.stack_size())
