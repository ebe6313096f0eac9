# lockstep: seed 22
import concurrent.futures as cf
import threading
import time

gate = threading.Event()


def hold(n):
    gate.wait()
    return n


def fail(n):
    raise ValueError(f"no {n}")


executor = cf.ThreadPoolExecutor(max_workers=1)
held = executor.submit(hold, 1)
rest = [executor.submit(hold, n) for n in (2, 3)]
print(rest[0].cancel(), rest[0].cancelled(), rest[0].done())
try:
    rest[0].exception()
except cf.CancelledError as error:
    print(repr(error), type(error).__module__)
done, waiting = cf.wait([held, *rest], timeout=0.01)
print(len(done), len(waiting))
gate.set()
done, waiting = cf.wait([held, *rest])
print(len(done), len(waiting), sorted(f.result() for f in done if not f.cancelled()))
print([f.cancelled() for f in cf.as_completed([rest[0]])])
results = executor.map(fail, [1, 2])
try:
    next(results)
except ValueError as error:
    print(error)
print(list(results))
gate.clear()
results = executor.map(hold, [5], timeout=0.02)
try:
    next(results)
except TimeoutError as error:
    print(repr(error))
gate.set()
try:
    cf.wait([held], return_when="SOMETIMES")
    cf.wait([executor.submit(time.sleep, 0.1)], return_when="SOMETIMES")
except ValueError as error:
    print(error)
futures = [executor.submit(fail, 1), executor.submit(time.sleep, 0)]
result = cf.wait(futures, return_when=cf.FIRST_EXCEPTION)
print(futures[0] in result.done, futures[0].exception())
print(futures[0].running(), futures[0].done(), repr(futures[0]).split(" at ")[0])
print(repr(futures[0]).rpartition("state=")[2], repr(held).rpartition("state=")[2])
executor.shutdown()
f = cf.Future()
print(repr(f).rpartition("state=")[2], f.cancel(), f.cancel(), repr(f).rpartition("state=")[2])
print(f.set_running_or_notify_cancel(), f.cancelled())
try:
    f.set_result(1)
except cf.InvalidStateError as error:
    print(str(error).partition(":")[0], type(error).__module__)
try:
    cf.Executor().submit(len, "")
except NotImplementedError as error:
    print(repr(error))
order = []
g = cf.Future()
for n in range(3):
    g.add_done_callback(lambda future, n=n: order.append((n, future.result())))
g.set_result("x")
print(order, g.exception())
for bad in (dict(initializer=5), dict(max_workers=0)):
    try:
        cf.ThreadPoolExecutor(**bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
