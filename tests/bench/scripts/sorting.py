"""sort and sorted, with and without key, of ints, floats, strings and tuples."""

state = 12345


def numbers(count):
    global state
    items = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(state)
    return items


ints = numbers(30000)
floats = [n / 7 for n in ints]
words = [f"word{n}" for n in ints]
pairs = [(n % 100, n) for n in ints]

check = 0
for _ in range(3):
    check += sorted(ints)[100]
    check += int(sorted(floats)[100])
    check += len(sorted(words)[100])
    check += sorted(pairs)[100][1]
    check += sorted(ints, reverse=True)[5]
    check += sorted(pairs, key=lambda pair: pair[1])[7][0]
    check += len(sorted(words, key=len)[3])
    check += sorted(ints, key=lambda n: -n)[9]
    items = list(ints)
    items.sort()
    items.sort()
    items.sort(key=lambda n: n % 1000)
    check += items[77]
print(check)
