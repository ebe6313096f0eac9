"""Two threads that take turns by two Events."""

import threading

events = [threading.Event(), threading.Event()]
count = 0


def play(me, times):
    global count
    for _ in range(times):
        events[me].wait()
        events[me].clear()
        count += 1
        events[1 - me].set()


events[0].set()
threads = [threading.Thread(target=play, args=(i, 15000)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
