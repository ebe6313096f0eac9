"""Two threads that take turns by a Condition."""

import threading

condition = threading.Condition()
turn = 0
count = 0


def play(me, times):
    global turn, count
    for _ in range(times):
        with condition:
            while turn != me:
                condition.wait()
            count += 1
            turn = 1 - me
            condition.notify()


threads = [threading.Thread(target=play, args=(i, 15000)) for i in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
