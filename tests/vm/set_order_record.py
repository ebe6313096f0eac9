"""Records how CPython orders sets of numbers: python3 set_order_record.py > set_order.txt

Each line is a recipe and the order that comes out, for set_test.cpp to follow. A recipe is a sequence of
steps on sets numbered from 0: "+s n" adds, "-s n" removes, "|s t" updates s with t, "=s t" makes s a copy
of t, "^s" pops (the popped element is recorded).
"""
import random


def recipe(rng):
    sets = [set(), set(), set()]
    steps = []
    span = rng.choice([8, 30, 100, 1000, 10**6, 10**18])
    for _ in range(rng.choice([5, 20, 60, 300])):
        kind = rng.choice("++++++++++--|=^")
        s, t = rng.randrange(3), rng.randrange(3)
        number = rng.randrange(-span // 4, span)
        if kind == "+":
            sets[s].add(number)
            steps.append(f"+{s} {number}")
        elif kind == "-" and sets[s]:
            number = rng.choice(sorted(sets[s]))
            sets[s].remove(number)
            steps.append(f"-{s} {number}")
        elif kind == "|":
            sets[s].update(sets[t])
            steps.append(f"|{s} {t}")
        elif kind == "=" and s != t:
            sets[s] = set(sets[t])
            steps.append(f"={s} {t}")
        elif kind == "^" and sets[s]:
            steps.append(f"^{s} {sets[s].pop()}")
    return steps, sets


def main():
    rng = random.Random(20)
    for _ in range(120):
        steps, sets = recipe(rng)
        print(";".join(steps), ":", "/".join(" ".join(map(str, s)) for s in sets))


main()
