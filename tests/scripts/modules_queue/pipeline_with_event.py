# lockstep: seed 15
import queue
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

made, stored = [], []


def producer(pipe, stop):
    while not stop.is_set():
        message = random.randint(1, 101)
        made.append(message)
        pipe.put(message)
        time.sleep(0.001)


def consumer(pipe, stop):
    while not stop.is_set() or not pipe.empty():
        try:
            stored.append(pipe.get(timeout=0.05))
        except queue.Empty:
            pass


pipe = queue.Queue(maxsize=10)
stop = threading.Event()
with ThreadPoolExecutor(max_workers=2) as executor:
    executor.submit(producer, pipe, stop)
    executor.submit(consumer, pipe, stop)
    time.sleep(0.05)
    stop.set()
print(len(made) > 3, made == stored, pipe.qsize())
