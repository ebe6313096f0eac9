# lockstep: last-line
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def bad():
    raise ValueError("cannot set up")


with ThreadPoolExecutor(max_workers=1, initializer=bad) as executor:
    future = executor.submit(print, "never")
    try:
        future.result()
    except BrokenThreadPool as error:
        print("broken:", error)
