import random

random.seed(42)
print(random.random(), random.random())
print([random.randint(1, 100) for _ in range(10)], random.randrange(10), random.randrange(5, 50, 5))
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.uniform(1, 5))
numbers = list(range(10))
random.shuffle(numbers)
print(numbers, random.sample(range(100), 5), random.sample("abcdef", 3))
print(
    random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6),
    random.getrandbits(10), random.getrandbits(70),
)
print(
    random.gauss(0, 1), random.gauss(0, 1), random.normalvariate(10, 2), random.expovariate(2),
    random.triangular(0, 10, 5),
)
print(random.betavariate(1, 2), random.randint(1, 10 ** 30))
random.seed("text")
print(random.random(), random.randint(1, 6))
random.seed(2 ** 70 + 5)
print(random.random())
random.seed(3.5)
print(random.random())
random.seed(-7)
print(random.random())
random.seed(0)
print([random.randint(1, 6) for _ in range(20)])
r = random.Random(7)
s = random.Random(7)
print(r.random() == s.random(), r.randint(0, 99), s.randint(0, 99), r.choice("xyz"))
random.seed(1)
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random())
