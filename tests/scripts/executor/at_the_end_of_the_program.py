# lockstep: seed 4
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(max_workers=1)


def work(i):
    time.sleep(0.1)
    print("work", i)


for i in range(3):
    executor.submit(work, i)
print("main ends, the work does not")
