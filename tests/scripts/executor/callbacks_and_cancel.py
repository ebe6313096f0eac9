# lockstep: seed 18
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, InvalidStateError

log = []
gate = threading.Event()
executor = ThreadPoolExecutor(max_workers=1)
busy = executor.submit(gate.wait)
pending = executor.submit(log.append, "never")
third = executor.submit(log.append, "third")
print(pending.cancel(), pending.cancelled(), pending.done(), pending.cancel())
third.add_done_callback(lambda f: log.append(("callback", f.done())))
gate.set()
print(busy.result(), busy.cancel())
third.result()
executor.shutdown()
print(log)
third.add_done_callback(lambda f: log.append("late callback"))
print(log[-1])
try:
    pending.result()
except CancelledError as error:
    print("cancelled", repr(error))
f = Future()
print(f.done(), f.running(), f.set_running_or_notify_cancel(), f.running())
f.set_result(5)
print(f.result(), f.done())
try:
    f.set_result(6)
except InvalidStateError as error:
    print(type(error).__name__)
g = Future()
g.set_exception(KeyError("k"))
print(repr(g.exception()))
gate.clear()
executor = ThreadPoolExecutor(max_workers=1)
executor.submit(gate.wait)
rest = [executor.submit(log.append, i) for i in range(3)]
executor.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in rest])
gate.set()


def nested():
    with ThreadPoolExecutor(max_workers=2) as inner:
        return sum(inner.map(lambda n: n * 2, range(4)))


with ThreadPoolExecutor(max_workers=2) as outer:
    print(outer.submit(nested).result())
    print(list(outer.map(lambda a: a, [1, 2], timeout=5)))
