# lockstep: unordered
# lockstep: seed 21
import random
import threading
import time

SHAKE = True


def shake():
    if SHAKE:
        time.sleep(random.random() / 200)


score = 0
guard = threading.Lock()


def play():
    "Adds one to the score, slowly."
    global score
    with guard:
        shake()
        old = score
        shake()
        score = old + 1
        shake()
        print("The score is %d" % score, end="")
        shake()
        print()
        shake()


print("Ready")
shake()
threads = []
for turn in range(6):
    threads.append(threading.Thread(target=play))
    threads[-1].start()
    shake()
for thread in threads:
    thread.join()
print("Over", score)
