"""Sums, products, quotients and shifts of ints of all lengths and signs, seeded; the answers as check sums."""

state = 12345


def random_bits(count):
    global state
    number = 0
    for _ in range(count // 31 + 1):
        state = (state * 1103515245 + 12345) % 2147483648
        number = number << 31 | state
    return number & ((1 << count) - 1)


def corner(bits):
    """A number of about so many bits, often with long runs of ones or zeros."""
    kind = random_bits(3)
    if kind == 0:
        number = (1 << bits) - 1
    elif kind == 1:
        number = 1 << bits
    elif kind == 2:
        number = (1 << bits) - (1 << bits // 2)
    else:
        number = random_bits(bits)
    return -number if random_bits(1) else number


check = 0


def note(number):
    global check
    check = (check * 1000003 + number) % (2**127 - 1)


lengths = [1, 31, 32, 33, 62, 63, 64, 65, 95, 96, 97, 127, 128, 129, 160, 191, 192, 193, 256, 511, 1000, 2048, 2049]
for left_bits in lengths:
    for right_bits in lengths:
        for _ in range(4):
            a = corner(left_bits)
            b = corner(right_bits)
            for result in (a + b, a - b, b - a, a * b, a + 1, a - 1, -a, a & b, a | b, a ^ b, ~a, a << 7, a >> 9):
                note(result)
            assert (a + b) - b == a and (a - b) + b == a and a * b == b * a
            assert (a + b) * (a - b) == a * a - b * b
            if b:
                quotient, rest = divmod(a, b)
                note(quotient)
                note(rest)
                assert quotient * b + rest == a and quotient == a // b and rest == a % b
                assert rest == 0 or (rest < 0) == (b < 0)
            for small in (1, -1, 7, -7, 10**9 + 7, -(2**31), 2**32 - 1, -(2**32 - 1), 2**32, 10**18):
                note(a // small)
                note(a % small)
                note(a * small)
                note(a + small)
                note(a - small)
    print(left_bits, check)

# Longer than what is worked out in a room of fixed size.
for bits in (32000, 32736, 32768, 32769, 33000, 65536, 70000):
    for other in (1, 32, 64, 2048, 4096, 16384, 33000):
        a = corner(bits)
        b = corner(other) or 1
        note(a + b)
        note(a - b)
        note(b - a)
        note(a * b)
        assert a * b // b == a and (a * b + b // 2) // b - a in (0, -1, 1)
        assert (a + b) - a == b
        note(a % 1000003)
        note(a // 1000003)
    print(bits, check)

total = 1
for i in range(2, 400):
    total *= i
    total *= -i if i % 7 == 0 else 1
print(total % 10**40, total // 10**400 % 10**40)
a, b = 0, -1
for _ in range(3000):
    a, b = b, a + b
print(a)
print(str(3**4000)[:40], len(str(7**4000)), int("9" * 4000) + 1 == 10**4000)
