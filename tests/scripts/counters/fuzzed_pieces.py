# lockstep: seed 31
import random
import threading
import time


def shake():
    time.sleep(random.random() / 500)


score = 0
pieces = []


def play():
    global score
    shake()
    old = score
    shake()
    score = old + 1
    shake()
    pieces.append("The score is ")
    shake()
    pieces.append("\n")
    shake()


threads = [threading.Thread(target=play) for turn in range(6)]
for thread in threads:
    thread.start()
    shake()
for thread in threads:
    thread.join()
print(1 <= score <= 6, len(pieces), sorted(set(pieces)), pieces[0] == "The score is ")
