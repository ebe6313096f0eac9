# lockstep: seed 4
from concurrent.futures import ThreadPoolExecutor


def square(n, plus=0):
    return n * n + plus


with ThreadPoolExecutor(max_workers=3) as executor:
    futures = [executor.submit(square, n) for n in range(6)]
    print([f.result() for f in futures])
    f = executor.submit(square, 3, plus=1)
    print(f.result(), f.done(), f.cancelled(), f.running(), f.exception(), f.cancel())
    print(f.result(timeout=1))
    bad = executor.submit(int, "x")
    print(repr(bad.exception()))
    try:
        bad.result()
    except ValueError as error:
        print("raised", error)
    print(
        list(executor.map(square, [1, 2, 3])), list(executor.map(pow, [2, 3], [5, 2])),
        list(executor.map(square, [])),
    )
    results = executor.map(lambda n: 10 // n, [5, 2, 0, 1])
    print(next(results), next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error)
try:
    executor.submit(square, 1)
except RuntimeError as error:
    print(error)
for bad in (0, -1):
    try:
        ThreadPoolExecutor(max_workers=bad)
    except ValueError as error:
        print(error)
executor = ThreadPoolExecutor(2)
print(executor.submit(sum, [1, 2]).result())
executor.shutdown()
print("shut down")
