import random

print(
    all(0 <= random.random() < 1 for _ in range(1000)),
    all(1 <= random.randint(1, 3) <= 3 for _ in range(300)),
)
print(
    sorted({random.randint(1, 3) for _ in range(300)}), random.randint(5, 5), random.randrange(1),
    random.sample([1, 2], 0), random.choice([9]),
)
print(sorted(random.sample(range(5), 5)), len(random.choices("ab", k=3)))
for text, attempt in (
    ("choice([])", lambda: random.choice([])),
    ("randint(5, 1)", lambda: random.randint(5, 1)),
    ("randrange(0)", lambda: random.randrange(0)),
    ("sample too large", lambda: random.sample([1], 2)),
    ("sample of a set", lambda: random.sample({1}, 1)),
    ("randint text", lambda: random.randint("a", 2)),
    ("seed list", lambda: random.seed([])),
    ("choice of a number", lambda: random.choice(5)),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
