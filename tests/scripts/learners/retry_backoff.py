import functools, time, random, threading
def retry(times=3, exceptions=(Exception,), delay=0):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            last = None
            for attempt in range(1, times + 1):
                try: return f(*args, **kwargs)
                except exceptions as e:
                    last = e
                    print(f"attempt {attempt}/{times} failed: {e!r}")
                    time.sleep(delay)
            raise RuntimeError(f"gave up after {times}") from last
        return wrapper
    return deco
calls = 0
@retry(times=3, exceptions=(ConnectionError, TimeoutError))
def flaky(ok_on):
    """Flaky."""
    global calls; calls += 1
    if calls < ok_on: raise ConnectionError("reset", calls)
    return "ok"
print(flaky(3), flaky.__doc__); calls = 0
try: flaky(10)
except RuntimeError as e: print(e, "<-", repr(e.__cause__))
@retry(2)
def t(): raise TimeoutError
t()
