import threading
results = {}
def work(name, n):
    results[name] = 10 / n
ts = [threading.Thread(target=work, args=("t%d" % i, i), name=f"calc-{i}") for i in (1, 0, 2)]
for t in ts:
    t.start()
    t.join()
print(results)
lock = threading.Lock()
with lock:
    print("holding", lock.locked())
    undefined_function()
