# The commonest ways to format, beside the values and specifications that take another road.


class Word(str):
    def __str__(self):
        return "a word"


class Amount(int):
    def __format__(self, spec):
        return f"<{spec}>"


values = [0, 7, -12, 10**30, 1.5, -0.0, 1e300, 1e-300, float("inf"), float("nan"), True, None, "text", "", "ünï",
          Word("w"), Amount(3), [1], (2,), ...]
for value in values:
    print(f"[{value}] [{value!s}] [{value!r}] {value}{value}")
    print("[%s] [%r] %s%s" % (value, value, value, value))
    for spec in (".2f", ".0f", ".9f", ">8", "5", "d", "x", ".3", "s"):
        try:
            print(spec, f"[{value:{spec}}] {value:{spec}}", format(value, spec) + "", ("{:" + spec + "}").format(value) + "")
        except (ValueError, TypeError) as error:
            print(spec, type(error).__name__, error)
    for spec in ("%d", "%5d", "%.2f", "%.0f", "%x", "%.f", "%c"):
        try:
            print(spec, spec % value, (spec + "|%%") % (value,))
        except (ValueError, TypeError, OverflowError) as error:
            print(spec, type(error).__name__, error)
for template, arguments in [
    ("%s", ()), ("%s", (1, 2)), ("%", 1), ("%s %", (1,)), ("%z", 1), ("plain", ()), ("plain", 1), ("%%", ()), ("%%", 1),
    ("%s and %s", ("a", 2)), ("%(a)s", {"a": 1}), ("%s", {"a": 1}), ("%s", [1]), ("%.2f", "x"), ("%d", "x"), ("%d", 1.9),
    ("%.*f", (2, 1.25)), ("%.12f", 1.25), ("%.2f%%", 12.345), ("é%sé", "ü"),
]:
    try:
        print(repr(template % arguments))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
name = "x"
print(f"{name}{1}{2.5}{None}{True}" == "x12.5NoneTrue", f"{1}" is not None, len(f"{1}{'é'}{2}"), f"{''}{''}" == "")
print("".join(f"{i}{'ab' * i}" for i in range(40)), len(f"{'y' * 3000}{1}{'é' * 10}"))
for value in (5, -5, 0, 123456, 2.5, -2.5, "ab", "é", True):
    for spec in ("05", "<5", ">5", "<05", ">05", "5", "05d", "05x", "x", "5s", "05s", ">5s", ".3", ".3f", "8.3f", "08.3f",
                 "<8.1f", "100", "99", "0", "00", "5.", "5.2d", ".12f", "f"):
        try:
            print(spec, "[" + format(value, spec) + "]", f"[{value:{spec}}]")
        except (ValueError, TypeError) as error:
            print(spec, type(error).__name__, error)
    for spec in ("%5s", "%-5s|", "%05s", "%5d", "%-5d|", "%05d", "%-05d|", "%5x", "%05x", "%8.3f", "%-8.1f|", "%08.3f", "%f",
                 "%.3d", "%.1s", "%100d", "%5", "%-", "%0", "%.f", "%5.f"):
        try:
            print(spec, "[" + spec % value + "]", "[" + spec % (value,) + "]")
        except (ValueError, TypeError) as error:
            print(spec, type(error).__name__, error)
