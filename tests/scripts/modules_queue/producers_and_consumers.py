# lockstep: seed 13
import queue
import threading

tasks = queue.Queue(maxsize=3)
results = []
guard = threading.Lock()


def worker():
    while True:
        item = tasks.get()
        if item is None:
            tasks.task_done()
            break
        with guard:
            results.append(item * item)
        tasks.task_done()


workers = [threading.Thread(target=worker) for _ in range(3)]
for w in workers:
    w.start()
for i in range(20):
    tasks.put(i)
tasks.join()
print(len(results), sum(results), tasks.unfinished_tasks)
for _ in workers:
    tasks.put(None)
for w in workers:
    w.join()
print(sorted(results) == [i * i for i in range(20)], tasks.empty())
stages = [queue.Queue() for _ in range(3)]


def stage(source, target, step):
    while (item := source.get()) is not None:
        target.put(step(item))
    target.put(None)


threads = [
    threading.Thread(target=stage, args=(stages[0], stages[1], lambda x: x + 1)),
    threading.Thread(target=stage, args=(stages[1], stages[2], lambda x: x * 10)),
]
for t in threads:
    t.start()
for i in range(5):
    stages[0].put(i)
stages[0].put(None)
out = []
while (item := stages[2].get()) is not None:
    out.append(item)
for t in threads:
    t.join()
print(out)
