class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return "matmul"

    def __truediv__(self, k):
        return Vector(self.x / k, self.y / k)

    def __floordiv__(self, k):
        return Vector(self.x // k, self.y // k)

    def __mod__(self, k):
        return f"mod {k}"

    def __pow__(self, n, m=None):
        return f"pow {n} {m}"

    def __rpow__(self, n):
        return f"rpow {n}"

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inv"

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __repr__(self):
        return f"V({self.x}, {self.y})"


a, b = Vector(1, 2), Vector(3, 4)
print(
    a + b, a - b, a * 3, 3 * a, a * b, a @ b, b / 2, b // 2, a % 5, a ** 2, pow(a, 2, 7), 2 ** a,
    -a, +a, ~a, abs(b),
)
same = a
a += b
print(a, same is a, a == Vector(4, 6), a != b, bool(Vector(0, 0)))
a *= 2
print(a, same is a)
for text, attempt in (
    ("a + 1", lambda: a + 1),
    ("1 + a", lambda: 1 + a),
    ("1 - a", lambda: 1 - a),
    ("a < b", lambda: a < b),
    ("hash(a)", lambda: hash(a)),
    ("a & b", lambda: a & b),
    ("divmod(a, 2)", lambda: divmod(a, 2)),
    ("'x' @ a", lambda: "x" @ a),
    ("sum([a, b])", lambda: sum([a, b])),
):
    try:
        print(attempt())
    except TypeError as error:
        print(f"{text}: {error}")
print(sum([a, b], Vector(0, 0)))
