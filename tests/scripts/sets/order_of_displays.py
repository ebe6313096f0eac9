# What a set shows, and in which order, is the same as in CPython for numbers.
class Numbers:
    def __init__(self, seed):
        self.state = seed

    def next(self, below):
        self.state = (self.state * 1103515245 + 12345) % 2 ** 31
        return self.state // 65536 % below


numbers = Numbers(7)
for size in (1, 2, 5, 6, 9, 17, 40):
    items = [numbers.next(2000) - 50 for _ in range(size)]
    print(set(items), frozenset(items), set(frozenset(items)), set(dict.fromkeys(items)))
    other = {numbers.next(60) for _ in range(12)} | set(items[::2])
    some = set(items)
    print(some | other, some & other, some - other, some ^ other, other - some)
    some |= other
    some.discard(items[0])
    some.add(numbers.next(100))
    print(some, some.pop(), some)
print({3, 1, 2, 10, 99, 17, -5, 1000}, {99, 2, 50, 7, -5}, {1.5, 2.0, 3, True}, {8, 16, 0, 24})
print({(1, 2), (3, 4), (0, 0), (5, 1)}, {0: 1, 8: 2}.keys() | {16}, {1: 1}.items() & {(1, 1)})
