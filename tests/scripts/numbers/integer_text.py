for n in (0, 1, -1, 42, -42, 255, 1000, 123456789, -123456789, 2 ** 31, 2 ** 63, 2 ** 64, 10 ** 20):
    print(
        n,
        f"{n:d} {n:,} {n:_} {n:x} {n:X} {n:#x} {n:o} {n:#o} {n:b} {n:#b} {n:_x} {n:e} {n:.1f} {n:g}",
    )
for spec in (
    "5", "<5", ">5", "^5", "05", "+", " ", "-", "+05", "*^9", "=+9", "#06x", "#010b", "_b", "12,",
    "012,", "c", "n", "%", ".2%", "x<4", "010,d", ">+6", "06.1f", "<08",
):
    try:
        print(repr(spec), repr(format(77, spec)), repr(format(-77, spec)))
    except (ValueError, OverflowError) as error:
        print(repr(spec), error)
for spec in ("d", ".3", "5", "<5", "s", "x", ",", "05", "^5s", "=5", "+", "#", "5.1", "z"):
    try:
        print(repr(spec), repr(format("ab", spec)))
    except ValueError as error:
        print(repr(spec), error)
print(f"{True} {True:d} {True:5} {True!s:>6} {None} {None!s:>6} {[1]!s:>5} {(1,)}")
