score = 0


def play():
    "Adds one to the score and shows it."
    global score

    score += 1
    print("The score is %d" % score)
    print("==============")


print("Ready", play.__doc__)
for turn in range(8):
    play()
print("Over")
