import threading
a, b = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)
out = []
def go(first, second, name):
    with first:
        ready.wait()
        if second.acquire(timeout=0.05):
            try: out.append(name + " both")
            finally: second.release()
        else: out.append(name + " gave up")
        ready.wait()
ts = [threading.Thread(target=go, args=p) for p in ((a, b, "A"), (b, a, "B"))]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out), a.locked(), b.locked())
