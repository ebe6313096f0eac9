import threading

counter = 0
lock = threading.Lock()
table = [0] * 8


def work(me):
    global counter
    for i in range(20000):
        with lock:
            counter += 1
        table[me] += i


threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, sum(table))
