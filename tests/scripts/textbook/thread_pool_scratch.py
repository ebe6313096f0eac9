import queue
import sys
import threading
import traceback


class Future:
    def __init__(self):
        self._done = threading.Event()
        self._value = self._error = None
        self._callbacks = []

    def set(self, value=None, error=None):
        self._value, self._error = value, error
        self._done.set()
        for callback in self._callbacks:
            callback(self)

    def result(self, timeout=None):
        if not self._done.wait(timeout):
            raise TimeoutError("not yet")
        if self._error is not None:
            raise self._error
        return self._value

    def then(self, callback):
        self._callbacks.append(callback)
        return self

    def __repr__(self):
        state = "done" if self._done.is_set() else "pending"
        return f"<{self.__class__.__name__} {state}>"


class Pool:
    _STOP = object()

    def __init__(self, size, name="pool"):
        self.tasks = queue.Queue()
        self.workers = []
        for number in range(size):
            worker = threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            worker.start()
            self.workers.append(worker)

    def _work(self):
        for function, args, kwargs, future in iter(self.tasks.get, self._STOP):
            try:
                future.set(function(*args, **kwargs))
            except BaseException as error:
                future.set(error=error)
            finally:
                self.tasks.task_done()
        self.tasks.task_done()

    def submit(self, function, /, *args, **kwargs):
        future = Future()
        self.tasks.put((function, args, kwargs, future))
        return future

    def map(self, function, *iterables):
        return [f.result() for f in [self.submit(function, *items) for items in zip(*iterables)]]

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        for _ in self.workers:
            self.tasks.put(self._STOP)
        for worker in self.workers:
            worker.join()
        return False


def divide(a, b=1):
    return a / b


with Pool(3) as pool:
    print(pool.map(pow, range(8), [2] * 8))
    fine, bad = pool.submit(divide, 9, b=2), pool.submit(divide, 1, b=0)
    print(fine.result(), fine)
    try:
        bad.result()
    except ZeroDivisionError as error:
        tb = error.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(names)
        text = traceback.format_exc()
        print(text.splitlines()[0], "|", text.splitlines()[-1])
        traceback.print_exc(file=sys.stdout)
    try:
        pool.submit(lambda: None, 1).result()
    except TypeError as error:
        print(error)
    done = []
    gate = threading.Event()
    later = pool.submit(gate.wait).then(lambda f: done.append(f.result()))
    print(later)
    try:
        later.result(timeout=0.01)
    except TimeoutError as e:
        print("timeout:", e)
    gate.set()
    print(later.result(), [w.name for w in pool.workers], all(w.daemon for w in pool.workers))
print(done, pool.tasks.unfinished_tasks, [w.is_alive() for w in pool.workers])
