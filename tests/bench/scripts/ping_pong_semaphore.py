"""Two threads that take turns by two Semaphores, and by two Locks."""

import threading


def play(mine, other, times):
    for _ in range(times):
        mine.acquire()
        other.release()


def game(first, second, times):
    threads = [
        threading.Thread(target=play, args=(first, second, times)),
        threading.Thread(target=play, args=(second, first, times)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


game(threading.Semaphore(1), threading.Semaphore(0), 10000)
locks = threading.Lock(), threading.Lock()
locks[1].acquire()
game(*locks, 15000)
print("done")
