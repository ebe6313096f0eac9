print(
    "{} {} {}".format(1, "b", [3]), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2),
    "{} {k}".format(5, k=6),
)
print(
    "{0[1]} {0[0]} {d[key]} {o.real}".format([10, 20], d={"key": "v"}, o=5),
    "{0.__class__.__name__}".format("s"),
)
print("{:>6}|{:<6}|{:^6}|{:*^6}|{:06.2f}|{:,}".format("a", "b", "c", "d", 3.14159, 1234567))
print(
    "{!r} {!s}".format("q", "s"),
    "{{}} {{{}}}".format(1),
)
print("{:{}}|{:{w}.{p}f}".format("x", 5, 2.71828, w=8, p=2), "{0:>{1}}".format("r", 4))
print(
    format(255, "08b"), format(3.5, ".3f"), format("s", "^5"), format(True), format(None),
    format(1e6, ","), format(12, ""),
)
print(
    "{:%}".format(0.5), "{:.1%}".format(0.1234), "{:e}".format(12345), "{:n}".format(1234),
    "{:c}".format(9731),
)
print("{:+d} {: d} {:-d} {:+.2f} {:=+6d}".format(5, 5, 5, -1.005, 3))
print("{a[0]}{a[-1]}".format(a={"0": "no", 0: "zero", "-1": "minus"}), "{:s}".format("text"))
print("{:10}|{:10}|{:10}".format("left", 5, 1.5), "{:<10}|{:^10}".format(5, 1.5))
person = {"name": "Eve", "age": 30}
print("{name} {age}".format(**person), "{name}".format_map(person))
for text, attempt in (
    ("'{} {}'.format(1)", lambda: '{} {}'.format(1)),
    ("'{x}'.format()", lambda: '{x}'.format()),
    ("'{0} {}'.format(1, 2)", lambda: '{0} {}'.format(1, 2)),
    ("'{'.format()", lambda: '{'.format()),
    ("'}'.format()", lambda: '}'.format()),
    ("'{:d}'.format('a')", lambda: '{:d}'.format('a')),
    ("'{0.nope}'.format(1)", lambda: '{0.nope}'.format(1)),
    ("'{0[5]}'.format([1])", lambda: '{0[5]}'.format([1])),
    ("'{!z}'.format(1)", lambda: '{!z}'.format(1)),
    ("'{:Q}'.format(1)", lambda: '{:Q}'.format(1)),
    ("'{0[k]}'.format({})", lambda: '{0[k]}'.format({})),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
