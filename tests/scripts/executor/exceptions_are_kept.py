import time
from concurrent.futures import ThreadPoolExecutor


def fail(n):
    raise KeyError(n)


with ThreadPoolExecutor(max_workers=2) as executor:
    future = executor.submit(fail, 3)
    executor.submit(fail, 4)
print("nothing was said", type(future.exception()).__name__)
future.result()
