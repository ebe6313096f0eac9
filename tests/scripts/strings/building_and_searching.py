def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalpha()]
    return letters == letters[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("no"))


def caesar(text, shift):
    out = ""
    for c in text:
        if c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            out += chr((ord(c) - base + shift) % 26 + base)
        else:
            out += c
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
text = "the cat sat on the mat the end"
words = text.split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:<5}{'#' * n} {n}")
print(
    " ".join(word.capitalize() for word in words), max(words, key=len),
    {w[0] for w in words} == set("tcsome"),
)
s = ""
for i in range(5):
    s += str(i)
    s *= 2 if i % 2 else 1
print(s, len(s), s.count("0"), s[::-1][:5])
table = [("apple", 1.5, 3), ("kiwi", 0.25, 12)]
print(f"{'item':<10}|{'price':>8}|{'n':^5}")
print("-" * 25)
for name, price, n in table:
    print(f"{name:<10}|{price:>8.2f}|{n:^5}")
print(
    "a-b_c d".replace("-", " ").replace("_", " ").split(), "x".join("abc"), "%s=%d" % ("k", 5),
    "tab\tsep".expandtabs(8),
)
vowels = sum(1 for c in text if c in "aeiou")
print(
    vowels, text.find("cat"), text.index("sat", 5), text.rfind("the"), text[4:7],
    text.partition(" on ")[2], text.startswith("the"), "cat" in text,
)
print("abc" * 2 + "d", "a" "b", "multi\
line", 'single "double"', "\u00fc", len("\n"), "\\n", "a\\b", r"\d+", "nul\0end".split("\0"))
