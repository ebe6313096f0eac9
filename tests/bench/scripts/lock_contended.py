"""Four threads and one Lock."""

import threading

lock = threading.Lock()
counter = 0


def work(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1


threads = [threading.Thread(target=work, args=(300000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
