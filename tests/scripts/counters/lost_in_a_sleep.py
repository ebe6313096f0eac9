import threading
import time

score = 0


def play():
    global score
    old = score
    time.sleep(0.2)
    score = old + 1


threads = [threading.Thread(target=play) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(score, "of", len(threads))
