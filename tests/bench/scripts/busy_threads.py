"""Four threads that only compute: what switching between them costs."""

import threading

results = [0] * 4


def work(me, times):
    total = 0
    for i in range(times):
        total += i & me
    results[me] = total


threads = [threading.Thread(target=work, args=(i, 1500000)) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
