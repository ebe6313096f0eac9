# lockstep: seed 13
import random
import threading
import time

score_lock = threading.Lock()
print_lock = threading.Lock()
score = 0


def play():
    "Adds one to the score and shows it."
    global score
    with score_lock:
        score += 1
        time.sleep(random.random() / 500)
        with print_lock:
            print("The score is %d" % score)
            print("==============")


with print_lock:
    print("Ready")
threads = []
for turn in range(10):
    thread = threading.Thread(target=play)
    threads.append(thread)
    thread.start()
for thread in threads:
    thread.join()
with print_lock:
    print("Over")
