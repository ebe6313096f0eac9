import functools


class Card:
    order = "23456789TJQKA"

    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        if not isinstance(other, Card):
            return NotImplemented
        return self.rank == other.rank

    def __lt__(self, other):
        return self.order.index(self.rank) < self.order.index(other.rank)

    def __hash__(self):
        return hash(self.rank)

    def __repr__(self):
        return self.rank


Full = functools.total_ordering(Card)
cards = [Full(c) for c in "K3AT2"]
print(
    sorted(cards), max(cards), min(cards), cards[0] > cards[1], cards[0] <= cards[0],
    cards[0] >= cards[2], cards[0] != Full("K"),
)
print(
    {Full("A"): 1}[Full("A")], len({Full("A"), Full("A"), Full("2")}), Full("A") in cards,
    cards.index(Full("T")), cards.count(Full("3")), Full("A") == "A", Full("A") != "A",
)


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash()}
except TypeError as error:
    print(error)
print(NoHash.__hash__, NoHash() == 5, 5 == NoHash(), NoHash() != 5)


class Plain:
    pass


p, q = Plain(), Plain()
print(p == p, p == q, p != q, len({p, q, p}), hash(p) == hash(p), p in [q], p in [q, p])


class BadHash:
    def __hash__(self):
        return "text"


try:
    hash(BadHash())
except TypeError as error:
    print(error)


class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __ge__(self, other):
        return self.parts >= other.parts


print(Version(1, 2) <= Version(1, 3), Version(2) >= Version(1, 9), Version(1) <= Version(1))
try:
    Version(1) < Version(2)
except TypeError as error:
    print(error)
