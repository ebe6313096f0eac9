import threading
def hello(n):
    print(f"Thread {n}: hello from {threading.current_thread().name}")
for i in range(3):
    t = threading.Thread(target=hello, args=(i,))
    t.start()
    t.join()
threads = []
for i in range(3):
    t = threading.Thread(target=hello, args=[i], name=f"Worker-{i}")
    threads.append(t)
for t in threads:
    t.start(); t.join()
print("Main:", threading.current_thread(), threading.main_thread().name, sep=" ")if False else print("Main:", threading.main_thread().name)
print(threads)if False else print([t.is_alive() for t in threads])
print(str(threads[0]).split(",")[0], repr(threads[1])[:16])
t = threading.Thread(target=print, args="abc", kwargs={"sep": "-", "end": ".\n"}); t.start(); t.join()
print(repr(t)[:25], "stopped" in repr(t), "initial" in repr(threading.Thread()))
