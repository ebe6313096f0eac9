# lockstep: args one "two words" --flag 3
import sys

print(len(sys.argv), sys.argv[1:], sys.argv[0].split("/")[-1])
total = 0
for word in sys.argv:
    if word.isdigit():
        total += int(word)
print(total)
