name, n, pi = "Ada", 42, 3.14159
print(f"{name} is {n}, {n + 1}, {name.upper()}, {pi:.2f}")
print(
    f"{name!r} {name!s} {name!a} {'é'!a}", f"{{}} {{{n}}}",
    f"{n=} {n = } {name=} {pi=:.1f} {name=!s}",
)
print(f"{name:>8}|{name:<8}|{name:^8}|{name:*^9}|{name:.2}|{name:5.1}|")
print(f"{n:5}|{n:<5}|{n:05}|{n:+}|{n: }|{-n:05}|{n:x}|{n:#x}|{n:#b}|{n:o}|{n:X}|{n:c}|{n:e}|{n:%}")
width, digits = 10, 3
print(f"{pi:{width}.{digits}f}|{name:{'>'}{width}}|{n:{width}}|")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {0.256:.1%} {1e10:g} {1e-5:g} {123456789:g} {0.1:g} {100.0:g}")
print(f"{'nested ' + f'{n} inside'}", f"{f'{n:>5}'}")
print(f"{[x * 2 for x in range(3)]} {{'a': 1}} { {'a': 1}['a'] } {(lambda x: x + 1)(2)}")
print(f"{n if n > 3 else 0} {'yes' if n else 'no'} {n!r:>6} {None} {True:d} {True}")
print(f"a" "b" f"{n}" 'c', rf"\d{n}", f"""multi
{name}
line""")
print(f"{pi:10.3e}|{pi:<10.2f}|{pi:+.1f}|{-pi:010.2f}|{float('inf')}|{float('nan'):5}|{1e20:.0f}|{2.5:.0f}|{3.5:.0f}|{0.5:.0f}")
print(f"{n:>+8}|{n:=+8}|{n:*=+8}|{n:^+8}|{'x':=>3}|{12:#06x}|{12:#o}|")


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f"<{spec}:{self.amount}>"

    def __repr__(self):
        return "Money!"


print(f"{Money(5)} {Money(5):eur} {Money(5)!r} {Money(5)!s:>8}")
for bad, attempt in (
    ("f'{1:q}'", lambda: f'{1:q}'),
    ('f\'{"a":d}\'', lambda: f'{"a":d}'),
    ("f'{1.5:d}'", lambda: f'{1.5:d}'),
    ('f\'{"a":,}\'', lambda: f'{"a":,}'),
    ("f'{[]:>5}'", lambda: f'{[]:>5}'),
    ("f'{1:.2d}'", lambda: f'{1:.2d}'),
    ("f'{None:5}'", lambda: f'{None:5}'),
    ('f\'{"a":+}\'', lambda: f'{"a":+}'),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{bad}: {type(error).__name__}: {error}")
