"""Four threads and two places."""

import threading

semaphore = threading.Semaphore(2)
counts = [0] * 4


def work(number, times):
    for _ in range(times):
        with semaphore:
            counts[number] += 1


threads = [threading.Thread(target=work, args=(i, 60000)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counts)
