class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix(
            [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows]
        )

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __pow__(self, n):
        result = Matrix(
            [[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))]
        )
        for _ in range(n):
            result = result @ self
        return result

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __eq__(self, other):
        return self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows})"


m = Matrix([[1, 1], [1, 0]])
print(m ** 10, m @ m, 2 * m, (m * 3)[0, 1], m == Matrix([(1, 1), (1, 0)]))
m[1, 1] = 5
m @= m
print(m)


class Money:
    __slots__ = ("cents", "currency")

    def __init__(self, amount, currency="EUR"):
        self.cents = round(amount * 100)
        self.currency = currency

    def _check(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} is not {other.currency}")

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        self._check(other)
        return Money((self.cents + other.cents) / 100, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __lt__(self, other):
        self._check(other)
        return self.cents < other.cents

    def __eq__(self, other):
        return (self.cents, self.currency) == (other.cents, other.currency)

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __bool__(self):
        return self.cents != 0

    def __format__(self, spec):
        text = f"{self.cents / 100:,.2f}"
        return f"{self.currency} {text}" if spec == "long" else text

    def __repr__(self):
        return f"Money({self.cents / 100}, {self.currency!r})"


wallet = [Money(5.5), Money(0.1), Money(1234.56)]
print(
    sum(wallet), max(wallet), sorted(wallet), f"{sum(wallet)} {wallet[2]:long}", bool(Money(0)),
    len({Money(1), Money(1.0)}), Money(0.1) + Money(0.2) == Money(0.3),
)
for attempt in (
    lambda: Money(1) + 5, lambda: 5 + Money(1), lambda: Money(1) + Money(1, "USD"),
    lambda: Money(1) < Money(1, "USD"), lambda: Money(1) > 5, lambda: -Money(1),
):
    try:
        print(attempt())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
