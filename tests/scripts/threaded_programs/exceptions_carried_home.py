# lockstep: seed 36
import queue
import sys
import threading


class Task(threading.Thread):
    def __init__(self, function, *args):
        super().__init__()
        self.function, self.args = function, args
        self.result = self.error = None

    def run(self):
        try:
            self.result = self.function(*self.args)
        except BaseException as error:
            self.error = error

    def get(self):
        self.join()
        if self.error:
            raise self.error
        return self.result


good, bad = Task(max, 3, 9), Task(int, "nine")
for task in (good, bad):
    task.start()
print(good.get())
try:
    bad.get()
except ValueError as error:
    print("from the thread:", error, error.__traceback__ is not None)
errors = queue.Queue()


def work(n):
    try:
        return 10 / n
    except ZeroDivisionError:
        errors.put((n, sys.exc_info()[0].__name__))


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 0, 2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(errors.get(), errors.empty())
