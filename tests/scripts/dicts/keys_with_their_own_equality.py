# Texts and ints whose classes say for themselves what equals what.
class Caseless(str):
    def __hash__(self):
        return hash(self.lower())

    def __eq__(self, other):
        return self.lower() == (other.lower() if isinstance(other, str) else other)


table = {}
table[Caseless("ONE")] = 1
table[Caseless("Two")] = 2
table[Caseless("one")] = 10
print(table, table[Caseless("oNe")], table[Caseless("TWO")], table.get("two"), Caseless("x") in table, len(table))
table["two"] = 20
table["three"] = 3
print(table, "TWO" in table, table.get(Caseless("THREE")))
try:
    table[Caseless("four")]
except KeyError as error:
    print("no", error)
del table[Caseless("TWO")]
print(table, {Caseless("a"), Caseless("A")}, dict([(Caseless("k"), 1), (Caseless("K"), 2)]))


class Modulo(int):
    def __hash__(self):
        return hash(int(self) % 3)

    def __eq__(self, other):
        return int(self) % 3 == int(other) % 3


numbers = {Modulo(1): "a"}
numbers[Modulo(4)] = "b"
print(numbers, numbers[Modulo(7)], Modulo(10) in {Modulo(1)}, numbers.get(1))


class Plain(str):
    pass


plain = {"a": 1}
plain[Plain("a")] = 2
plain[Plain("b")] = 3
print(plain, plain["b"], plain[Plain("a")], [type(key).__name__ for key in plain])
