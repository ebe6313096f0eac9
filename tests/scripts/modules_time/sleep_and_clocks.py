# lockstep: seed 1
import time

begin = time.perf_counter()
wall = time.time()
mono = time.monotonic()
print(time.sleep(0.02))
print(
    0.019 < time.perf_counter() - begin, 0.015 < time.time() - wall,
    0.019 < time.monotonic() - mono,
)
print(
    type(time.time()).__name__, time.monotonic() <= time.monotonic(),
    type(time.perf_counter_ns()).__name__, type(time.time_ns()).__name__,
)
time.sleep(0)
for bad in (-1, "a", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(time.sleep(True and 0.001))
