# lockstep: seed 27
import queue
import threading


class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.workers = [threading.Thread(target=self._work, daemon=True) for _ in range(size)]
        for worker in self.workers:
            worker.start()

    def _work(self):
        while True:
            task = self.tasks.get()
            if task is None:
                break
            function, args, result = task
            try:
                result.append(("ok", function(*args)))
            except Exception as error:
                result.append(("error", error))
            finally:
                self.tasks.task_done()

    def submit(self, function, *args):
        result = []
        self.tasks.put((function, args, result))
        return result

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.tasks.join()
        for _ in self.workers:
            self.tasks.put(None)
        for worker in self.workers:
            worker.join()


with Pool(3) as pool:
    results = [pool.submit(lambda n: 12 // n, n) for n in range(5)]
for n, [(kind, value)] in enumerate(results):
    print(n, kind, value if kind == "ok" else repr(value))
print(threading.active_count())
