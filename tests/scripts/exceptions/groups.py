def show(group, depth=0):
    print("  " * depth + f"{type(group).__name__}: {group}")
    for e in getattr(group, "exceptions", ()):
        show(e, depth + 1)


group = ExceptionGroup(
    "several",
    [ValueError("v"), TypeError("t"), ExceptionGroup("inner", [ValueError("v2"), KeyError("k")])],
)
show(group)
print(repr(group.message), len(group.exceptions), group.args[0])
try:
    raise group
except* ValueError as e:
    print("values", e.exceptions)
except* (TypeError, KeyError) as e:
    print("others", e.exceptions)
try:
    try:
        raise group
    except* ValueError:
        print("some handled")
except ExceptionGroup as rest:
    show(rest)
try:
    raise ValueError("single")
except* ValueError as e:
    print(type(e).__name__, e.exceptions)
try:
    pass
except* ValueError:
    print("never")
else:
    print("else")
finally:
    print("finally")
print(
    group.subgroup(ValueError), group.split(TypeError)[0], group.subgroup(lambda e: "k" in str(e)),
    group.subgroup(OSError),
)
for attempt in (
    lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]),
    lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup(5, [ValueError()]),
):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as e:
    show(e)
print(
    isinstance(ExceptionGroup("g", [ValueError()]), Exception),
    type(BaseExceptionGroup("g", [KeyboardInterrupt()])).__name__,
)
