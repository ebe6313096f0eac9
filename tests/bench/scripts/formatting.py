"""f-strings, %, str.format, format specifications, str of numbers."""


def f_strings(times):
    total = 0
    for i in range(times):
        name = f"Thread-{i}"
        line = f"{name}: {i} of {times}, {i / 7:.2f} [{i:>8}] {name!r}"
        total += len(line)
    return total


def percent(times):
    total = 0
    for i in range(times):
        total += len("%s has %d items, %.3f %5d|%-6s|%x" % ("name", i, i / 3, i, "ab", i))
    return total


def methods(times):
    total = 0
    for i in range(times):
        total += len("{0} {name} {0:>5} {1:.1f}".format(i, i / 3, name="x"))
        total += len(str(i)) + len(repr(i / 3)) + len("value " + str(i))
    return total


print(f_strings(130000), percent(130000), methods(130000))
