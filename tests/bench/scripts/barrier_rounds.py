"""Three threads meet at a Barrier, over and over."""

import threading

barrier = threading.Barrier(3)
rounds = [0, 0, 0]


def work(me, times):
    for _ in range(times):
        rounds[me] += 1
        barrier.wait()


threads = [threading.Thread(target=work, args=(i, 5000)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(rounds)
