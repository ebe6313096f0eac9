import queue, threading
SENTINEL = object()
q = queue.Queue(maxsize=3)
out = []
def producer(n):
    for i in range(n):
        q.put(i)
    q.put(SENTINEL)
def consumer():
    while (item := q.get()) is not SENTINEL:
        out.append(item ** 2)
        q.task_done()
    q.task_done()
ts = [threading.Thread(target=producer, args=(10,)), threading.Thread(target=consumer)]
for t in ts: t.start()
q.join()
for t in ts: t.join()
print(out, q.empty(), q.qsize(), q.full(), q.unfinished_tasks)
try:
    q.task_done()
except ValueError as e:
    print(e)
try:
    q.get_nowait()
except queue.Empty as e:
    print(type(e), e.args)
for i in range(3): q.put_nowait(i)
try:
    q.put(9, timeout=0.01)
except queue.Full as e:
    print(repr(e))
