# Every operator on ints of all sizes, near the edges where their representation changes.

edges = [0, 1, 2, 3, 7, 10, 2**31, 2**32, 2**61 - 1, 2**61, 2**62, 2**63, 2**64, 2**95, 2**96, 2**97, 10**19]
edges += [2**126, 2**127, 2**128, 3**100, 7**200, 5**700, 2**1400 - 1]
numbers = sorted({sign * (edge + off) for edge in edges for sign in (1, -1) for off in (-1, 0, 1)})
check = 0


def note(value):
    global check
    check = (check * 31 + value) % (2**61 - 1)


for a in numbers:
    for b in numbers:
        note(a + b)
        note(a - b)
        note(a * b)
        note(a & b)
        note(a | b)
        note(a ^ b)
        if b:
            note(a // b)
            note(a % b)
            assert (a // b) * b + a % b == a
        note(a < b)
        note(hash(a) == hash(b))
    for shift in (0, 1, 5, 31, 32, 33, 63, 64, 95, 120, 121, 127, 130):
        note(a << shift)
        note(a >> shift)
        assert (a << shift) >> shift == a
    print(len(str(a)), check)
    assert int(str(a)) == a
    note(abs(a))
    note(-a)
    note(~a)
    note(divmod(a, 97)[0])
    note(divmod(a, -97)[1])
    note(hash(a))

numbers = [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e15 + 0.5, 4503599627370495.5, 1e22, -7.5)]
print(numbers)
print([int(text) for text in ("0", "7", "007", "123456789012345678", "1234567890123456789", "-5", "+5", " 8 ", "1_0")])
print([int(x) for x in (0.0, -0.0, 1.9, -1.9, 1e15, 1e16, 1e22, -1e14 - 0.5)])
