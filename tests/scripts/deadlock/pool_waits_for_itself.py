# lockstep: no-python
# lockstep: seed 3
# lockstep: stderr-has deadlock
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(max_workers=1)


def outer():
    return executor.submit(pow, 2, 5).result()


print("the only worker waits for work that only it could do")
print(executor.submit(outer).result())
