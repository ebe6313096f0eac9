ROMAN = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def to_roman(n):
    out = ""
    for value, letters in ROMAN:
        times, n = divmod(n, value)
        out += letters * times
    return out


def from_roman(text):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    for a, b in zip(text, text[1:] + " "):
        total += -values[a] if values.get(b, 0) > values[a] else values[a]
    return total


print(
    [to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)],
    all(from_roman(to_roman(n)) == n for n in range(1, 2000)),
)


def in_base(n, base):
    digits = ""
    while True:
        n, d = divmod(n, base)
        digits = "0123456789abcdef"[d] + digits
        if not n:
            return digits


print(in_base(255, 2), in_base(255, 16), in_base(0, 7), int(in_base(12345, 7), 7))


def words(n):
    ones = """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen
    """.split()
    tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    if n < 1000:
        return ones[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    return words(n // 1000) + " thousand" + (" " + words(n % 1000) if n % 1000 else "")


print(words(0), "|", words(42), "|", words(315), "|", words(12_007), "|", words(999_999))


def rle(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{text[i]}{j - i}" if j - i > 1 else text[i])
        i = j
    return "".join(out)


print(rle("aaabccdddd"), rle(""), rle("abc"))


def pascal(rows):
    row = [1]
    for _ in range(rows):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


for row in pascal(6):
    print(" ".join(map(str, row)).center(20).rstrip())
pi = 0.0
for k in range(1000):
    pi += (-1) ** k / (2 * k + 1)
print(pi * 4, round(pi * 4, 3), sum(1 / n ** 2 for n in range(1, 500)))


def newton(n, guess=1.0):
    while abs(guess * guess - n) > 1e-12:
        guess = (guess + n / guess) / 2
    return guess


print(
    newton(2), newton(144),
    [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n],
)
