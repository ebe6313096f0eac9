for text, attempt in (
    ("huge list", lambda: [0] * (10 ** 18)),
    ("huge string", lambda: "ab" * (10 ** 18)),
    ("list times text", lambda: [0] * (10 ** 30)),
    ("range length", lambda: len(range(10 ** 30))),
    ("int of long text", lambda: int("9" * 5000)),
    ("text of long int", lambda: str(10 ** 5000)),
    ("shift", lambda: 1 << (10 ** 30)),
    ("index", lambda: [1, 2][10 ** 30]),
    ("chr", lambda: chr(10 ** 10)),
    ("round", lambda: round(1.5, 10 ** 30)),
    ("float power", lambda: 2.0 ** 10000),
    ("format width", lambda: f"{1:{10 ** 20}}"),
):
    try:
        result = attempt()
        print(text, type(result).__name__)
    except (MemoryError, OverflowError, ValueError, IndexError) as error:
        print(f"{text}: {type(error).__name__}: {error}")
print(
    range(10 ** 30)[10 ** 29], 10 ** 29 in range(10 ** 30), "abc"[:10 ** 30], [1, 2][-(10 ** 30):],
)
