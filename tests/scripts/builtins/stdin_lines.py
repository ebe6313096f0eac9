import sys

first = sys.stdin.readline()
print(repr(first))
total = 0
for line in sys.stdin:
    line = line.strip()
    if not line:
        continue
    name, _, number = line.partition(" ")
    try:
        total += int(number)
    except ValueError:
        print("skipped", repr(line))
print(total, repr(sys.stdin.readline()), repr(sys.stdin.read()))
try:
    input()
except EOFError as error:
    print(error)
