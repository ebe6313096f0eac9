"""Ten million objects made, none kept: memory stays where it is."""
last = None
for i in range(3000000):
    last = [i, (i, str(i)), {"i": i}]
print(len(last))
