# lockstep: unordered
import threading

score = 0


def play():
    "Adds one to the score and shows it."
    global score

    score += 1
    print("The score is %d" % score)
    print("==============")


print("Ready")
for turn in range(8):
    threading.Thread(target=play).start()
print("Over")
