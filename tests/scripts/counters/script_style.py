score = 0

print("Ready")
for turn in range(8):
    score += 1
    print("The score is %d" % score)
    print("==============")
print("Over")
