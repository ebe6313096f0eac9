import random

r = random.Random(123)
print(
    [round(r.gauss(0, 1), 12) for _ in range(4)], r.gammavariate(2, 3), r.lognormvariate(0, 1),
    r.paretovariate(3), r.weibullvariate(1, 2), r.vonmisesvariate(0, 4),
)
print(
    r.choices(["red", "green", "blue"], [1, 2, 3], k=6),
    r.choices(range(10), cum_weights=list(range(1, 11)), k=5), r.sample(["a", "b", "c", "d"], k=3),
    r.sample([1, 2], counts=[3, 2], k=4),
)
deck = [f"{rank}{suit}" for suit in "SH" for rank in "A23"]
r.shuffle(deck)
print(
    deck, r.randbytes(4), r.getrandbits(1), r.getrandbits(64), r.randrange(0, 100, 7),
    r.randrange(10 ** 20), r.uniform(-1, 1), r.random(),
)
random.seed(99, version=2)
print(
    random.random(), random.randint(0, 255), random.choice(range(50)),
    random.sample(range(10 ** 9), 3),
)
random.seed(b"bytes")
print(random.random())
for seed in (0, 1, -1, 1.0, 2 ** 32, 2 ** 64 + 1, "", "a", True):
    print(repr(seed), random.Random(seed).random())
a = random.Random(5)
b = random.Random()
b.setstate(a.getstate())
print(
    a.random() == b.random(),
    [a.randint(1, 6) for _ in range(10)] == [b.randint(1, 6) for _ in range(10)],
)
walk, x = random.Random(2024), 0
for _ in range(100):
    x += walk.choice((-1, 1))
print(x)
print(
    sum(random.Random(3).random() < 0.5 for _ in range(10)),
    [random.Random(n).randint(1, 100) for n in range(8)],
)
