# lockstep: seed 17
import concurrent.futures as cf
import time


def work(n):
    time.sleep(n * 0.15)
    if n == 2:
        raise ValueError("two")
    return n


with cf.ThreadPoolExecutor(max_workers=4) as executor:
    futures = {executor.submit(work, n): n for n in (3, 1, 2, 0)}
    print([futures[f] for f in cf.as_completed(futures)])
    futures = [executor.submit(work, n) for n in (1, 0)]
    done, waiting = cf.wait(futures, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(waiting), done == {futures[1]})
    done, waiting = cf.wait(futures)
    print(len(done), len(waiting), sorted(f.result() for f in done))
    futures = [executor.submit(work, n) for n in (3, 2)]
    result = cf.wait(futures, return_when=cf.FIRST_EXCEPTION)
    print(len(result.done), len(result.not_done))
    slow = executor.submit(work, 3)
    try:
        slow.result(timeout=0.01)
    except cf.TimeoutError as error:
        print("timeout", repr(error), cf.TimeoutError is TimeoutError)
    try:
        list(cf.as_completed([slow], timeout=0.01))
    except TimeoutError as error:
        print(error)
    print(cf.wait([], timeout=0.01), cf.ALL_COMPLETED)
