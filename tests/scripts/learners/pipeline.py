import threading, queue
def stage(fn, inq, outq):
    for item in iter(inq.get, None):
        r = fn(item)
        if r is not None: outq.put(r)
    outq.put(None)
qs = [queue.Queue(2) for _ in range(4)]
fns = [lambda x: x + 1, lambda x: x if x % 2 else None, lambda x: f"<{x}>"]
ts = [threading.Thread(target=stage, args=(f, a, b), name=f"stage-{i}") for i, (f, a, b) in enumerate(zip(fns, qs, qs[1:]))]
for t in ts: t.start()
def feed():
    for i in range(10): qs[0].put(i)
    qs[0].put(None)
threading.Thread(target=feed).start()
print(list(iter(qs[-1].get, None)))
for t in ts: t.join(); print(t)if False else t.join()
print([t.is_alive() for t in ts])
