# lockstep: seed 14
import queue
import threading

score = 0
changes, lines = queue.Queue(), queue.Queue()


def keeper():
    "The only one to touch the score."
    global score
    while True:
        score += changes.get()
        lines.put([f"The score is {score}", "=============="])
        changes.task_done()


def printer():
    "The only one to print."
    while True:
        for line in lines.get():
            print(line)
        lines.task_done()


for owner in (keeper, printer):
    threading.Thread(target=owner, daemon=True).start()


def play():
    changes.put(1)


lines.put(["Ready"])
threads = [threading.Thread(target=play) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
changes.join()
lines.put(["Over"])
lines.join()
