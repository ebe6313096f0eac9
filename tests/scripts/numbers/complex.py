a, b = 3 + 4j, complex(1, -2)
print(
    a, b, a + b, a - b, a * b, a / b, a ** 2, -a, abs(a), a.real, a.imag, a.conjugate(),
    a == 3 + 4j, a != b, bool(0j),
)
print(
    1j, -1j, 0j, complex(0, -0.0), 1 + 0j, 2.5j, complex("1+2j"), complex(" 3 "), complex(2),
    complex(1.5, 2), 1e20j, 1j ** 2,
)
print(
    repr(a), str(b), f"{a:.2f}", [a], hash(3 + 0j) == hash(3), {1 + 0j: "x"}[1], sum([1j, 2]),
    (1 + 2j) * 2, 5 / 1j, complex(float("inf"), float("nan")),
)
for text, attempt in (
    ("compare", lambda: a < b), ("int", lambda: int(a)), ("float", lambda: float(a)),
    ("floor", lambda: a // b), ("mod", lambda: a % 2), ("zero", lambda: a / 0),
    ("parse", lambda: complex("1 + 2j")), ("round", lambda: round(a)), ("power", lambda: 0j ** -1),
):
    try:
        print(attempt())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(f"{text}: {type(error).__name__}: {error}")
import cmath
print(cmath.sqrt(-1), abs(cmath.exp(1j * cmath.pi) + 1) < 1e-12, cmath.phase(1j))
