# lockstep: seed 12
import queue

q = queue.Queue()
for x in (3, 1, 2):
    q.put(x)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get(), q.get(), q.empty())
lifo = queue.LifoQueue()
heap = queue.PriorityQueue()
simple = queue.SimpleQueue()
for x in (3, 1, 2):
    lifo.put(x)
    heap.put((x, "job"))
    simple.put(x)
print(
    [lifo.get() for _ in range(3)], [heap.get() for _ in range(3)],
    [simple.get() for _ in range(3)], simple.empty(), simple.qsize(),
)
small = queue.Queue(maxsize=2)
small.put("a")
small.put_nowait("b")
print(small.full(), small.maxsize)
for text, attempt in (
    ("put_nowait", lambda: small.put_nowait("c")),
    ("put timeout", lambda: small.put("c", timeout=0.01)),
    ("put no block", lambda: small.put("c", block=False)), ("get empty", lambda: q.get_nowait()),
    ("get timeout", lambda: q.get(timeout=0.01),), ("get no block", lambda: q.get(False)),
    ("simple", lambda: simple.get_nowait()), ("done", lambda: queue.Queue().task_done()),
    ("negative", lambda: q.get(timeout=-1)),
    ("not comparable", lambda: (heap.put("a"), heap.put(1))),
):
    try:
        attempt()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
print(issubclass(queue.Empty, Exception), small.get(), small.get(), queue.Queue(-1).full())


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


u = Unique()
u.put(1)
u.put(1)
print(u.qsize(), u.get())
