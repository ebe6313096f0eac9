# lockstep: seed 19
import queue
import threading

q = queue.Queue(maxsize=3)
for item in "abc":
    q.put(item)
print(q.queue, q.unfinished_tasks, q.maxsize, q.full())
blocked = []


def wants_room():
    q.put("d")
    blocked.append("got in")


t = threading.Thread(target=wants_room)
t.start()
with q.mutex:
    q.queue.clear()
    q.unfinished_tasks = 0
    q.not_full.notify_all()
    q.all_tasks_done.notify_all()
t.join()
print(blocked, list(q.queue), q.unfinished_tasks)
print(q.get(), q.task_done(), q.join(), q.empty())
try:
    q.task_done()
except ValueError as error:
    print(error)
try:
    q.get(timeout=0.01)
except queue.Empty as error:
    print(repr(error), type(error).__module__)
q.maxsize = 1
q.put(1)
try:
    q.put_nowait(2)
except queue.Full as error:
    print(repr(error), type(error).__module__)
with q.not_empty:
    print(q._qsize(), q.not_empty.wait(0.01))

# opened while a thread waits inside
jobs = queue.Queue()
got = []
t = threading.Thread(target=lambda: got.append(jobs.get()))
t.start()
print(len(jobs.queue))
jobs.put("late")
t.join()
print(got, jobs.qsize())

stack = queue.LifoQueue()
stack.put(1)
stack.queue.append(2)
print(stack.queue, stack.get(), stack.qsize(), stack.get())


class Counting(queue.Queue):
    "Has no hook of its own; what it overrides is outside."
    def __init__(self, *args):
        super().__init__(*args)
        self.puts = 0

    def put(self, item, block=True, timeout=None):
        self.puts += 1
        super().put(item, block, timeout)


c = Counting(2)
c.put("x")
c.put_nowait("y")
print(c.puts, c.get(), c.get_nowait(), c.maxsize, isinstance(c, queue.Queue))


class Latest(queue.Queue):
    "Keeps only the newest item."
    def _init(self, maxsize):
        self.item = []

    def _qsize(self):
        return len(self.item)

    def _put(self, item):
        self.item = [item]

    def _get(self):
        return self.item.pop()


latest = Latest()
for n in range(5):
    latest.put(n)
print(latest.qsize(), latest.get(), latest.empty(), latest.unfinished_tasks)
