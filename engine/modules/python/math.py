"""Mathematical functions on ints of any size and on sequences."""


def _index(value):
    if not isinstance(value, int):
        if hasattr(type(value), "__index__"):
            return value.__index__()
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value


def factorial(n, /):
    n = _index(n)
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return _product(2, n)


# The product of all ints in [low, high]: halves of like size multiply fastest.
def _product(low, high):
    if low > high:
        return 1
    if high - low < 8:
        result = low
        for i in range(low + 1, high + 1):
            result *= i
        return result
    middle = (low + high) // 2
    return _product(low, middle) * _product(middle + 1, high)


def comb(n, k, /):
    n = _index(n)
    k = _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    return _product(n - k + 1, n) // _product(2, k) if k else 1


def perm(n, k=None, /):
    n = _index(n)
    if k is None:
        return factorial(n)
    k = _index(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    return _product(n - k + 1, n) if k else 1


def lcm(*integers):
    result = 1
    for value in integers:
        value = abs(_index(value))
        if value == 0:
            result = 0
        elif result:
            result = result // gcd(result, value) * value
    return result


def prod(iterable, /, *, start=1):
    result = start
    for value in iterable:
        result = result * value
    return result


def fsum(seq, /):
    return _exact_sum([_real(value) for value in seq])


def _real(value):
    return value if isinstance(value, (int, float)) else _converted(value)


def _converted(value):
    if hasattr(type(value), "__float__") or hasattr(type(value), "__index__"):
        return float(value)
    raise TypeError(f"must be real number, not {type(value).__name__}")


def hypot(*coordinates):
    return _vector_length([_real(value) for value in coordinates])


def dist(p, q, /):
    p = [_real(value) for value in p]
    q = [_real(value) for value in q]
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _vector_length([a - b for a, b in zip(p, q)])


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    a = float(_real(a))
    b = float(_real(b))
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = fabs(b - a)
    return (
        difference <= fabs(rel_tol * b) or difference <= fabs(rel_tol * a) or difference <= abs_tol
    )
