from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import reduce, partial
from operator import mul, itemgetter, attrgetter, methodcaller
import operator
import math
import random


class Matrix:
    __slots__ = ("rows", "shape")

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        lengths = {len(r) for r in self.rows}
        if len(lengths) != 1:
            raise ValueError("rows of different lengths: %s" % sorted(lengths))
        self.shape = (len(self.rows), lengths.pop())

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} not aligned")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(mul, row, column)) for column in columns] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows]) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __add__(self, other):
        return Matrix([list(map(operator.add, a, b)) for a, b in zip(self, other)])

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        return iter(self.rows)

    def __repr__(self):
        return f"Matrix({self.rows!r})"

    def __str__(self):
        width = max(len(str(x)) for row in self for x in row)
        return "\n".join(" ".join(f"{x:{width}}" for x in row) for row in self)

    def __format__(self, spec):
        return "; ".join(" ".join(format(x, spec) for x in row) for row in self)

    @property
    def T(self):
        return Matrix(zip(*self.rows))


def row_times(row, other):
    return [sum(a * b for a, b in zip(row, column)) for column in zip(*other)]


random.seed(42)
a = Matrix([[random.randint(0, 9) for _ in range(4)] for _ in range(3)])
b = Matrix([[random.randrange(10) for _ in range(3)] for _ in range(4)])
print(a, b, sep="\n--\n")
with ThreadPoolExecutor(max_workers=3) as pool:
    parallel = Matrix(pool.map(partial(row_times, other=b.rows), a.rows))
print(parallel == a @ b, repr(parallel))
print(f"{a * 0.5:.1f}", 2 * a == a + a, -a == a * -1, a.T.shape, a[1, 2], a[0])
for bad in (lambda: a @ a, lambda: a * "x", lambda: Matrix([[1], [2, 3]]), lambda: a.color, lambda: setattr(a, "color", 1), lambda: hash(a)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
power = reduce(operator.matmul, [Matrix([[1, 1], [1, 0]])] * 10, Matrix.identity(2))
print(power, math.prod(range(1, 10)), math.comb(10, 3), math.isqrt(99), math.gcd(12, 18, 27), math.lcm(4, 6))
print(sorted([{"n": 2}, {"n": 1}], key=itemgetter("n")), attrgetter("shape")(a), methodcaller("upper")("x"), itemgetter(0, -1)("abc"))
with ThreadPoolExecutor() as pool:
    fs = {pool.submit(math.factorial, n): n for n in (5, 10, 20)}
    print(sorted((fs[f], f.result()) for f in as_completed(fs)))
