"""ThreadPoolExecutor. Its workers end when the executor is shut down or the program ends."""

import queue
import threading
from _thread import _acquire_quietly, _release_quietly
from concurrent.futures import _base

# As CPython has it on a machine with four processors; the same everywhere, so that runs repeat.
_USUAL_WORKERS = 8

_is_over = False
_guard = threading.Lock()
_queues = {}


# The program ends: workers finish what was submitted, then end.
def _python_exit():
    global _is_over
    _acquire_quietly(_guard)
    _is_over = True
    _release_quietly(_guard)
    for work in list(_queues.values()):
        work.put(None)
    for thread in list(_queues):
        thread.join()


threading._register_atexit(_python_exit)


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


def _worker(executor):
    try:
        _serve(executor)
    except BaseException:
        _base._logger().critical("Exception in worker", exc_info=True)
    finally:
        _queues.pop(threading.current_thread(), None)


def _serve(executor):
    if executor._initializer is not None:
        try:
            executor._initializer(*executor._initargs)
        except BaseException:
            _base._logger().critical("Exception in initializer:", exc_info=True)
            executor._initializer_failed()
            return
    work = executor._work_queue
    while True:
        item = work.get()
        if item is not None:
            item.run()
            item = None
            executor._idle_semaphore.release()
        elif _is_over or executor._shutdown:
            executor._shutdown = True
            # for the next worker
            work.put(None)
            return


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


class ThreadPoolExecutor(_base.Executor):
    # numbers the pools without a name
    _counter = iter(range(1 << 60)).__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = _USUAL_WORKERS
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._counter()}"
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        _acquire_quietly(self._shutdown_lock)
        try:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_over:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future
        finally:
            _release_quietly(self._shutdown_lock)

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(False):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(target=_worker, name=f"{self._thread_name_prefix}_{count}",
                                      args=(self,))
            self._threads.add(thread)
            _queues[thread] = self._work_queue
            try:
                thread.start()
            except BaseException:
                self._threads.discard(thread)
                del _queues[thread]
                raise

    def _take_all_work(self):
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except queue.Empty:
                return items
            if item is not None:
                items.append(item)

    def _initializer_failed(self):
        _acquire_quietly(self._shutdown_lock)
        try:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._take_all_work():
                item.future.set_exception(BrokenThreadPool(self._broken))
        finally:
            _release_quietly(self._shutdown_lock)

    def shutdown(self, wait=True, *, cancel_futures=False):
        _acquire_quietly(self._shutdown_lock)
        try:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_all_work():
                    item.future.cancel()
            # one is enough: each worker that ends passes it on
            self._work_queue.put(None)
        finally:
            _release_quietly(self._shutdown_lock)
        if wait:
            for thread in self._threads:
                thread.join()
