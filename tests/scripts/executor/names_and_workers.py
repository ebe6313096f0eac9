# lockstep: seed 4
import threading
import time
from concurrent.futures import ThreadPoolExecutor

names = set()


def work(i):
    names.add(threading.current_thread().name)
    time.sleep(0.01)
    return i


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as executor:
    print(sorted(executor.map(work, range(6))))
print(sorted(names), threading.active_count())
names.clear()
with ThreadPoolExecutor(max_workers=1) as executor:
    executor.submit(work, 0).result()
print(names)
ready = []


def initialise(value):
    ready.append(value)


with ThreadPoolExecutor(max_workers=1, initializer=initialise, initargs=("set up",)) as executor:
    print(executor.submit(lambda: list(ready)).result())
