def kind(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case "yes" | "y":
            return "agree"
        case True:
            return "true"
        case None:
            return "none"
        case []:
            return "empty list"
        case [x]:
            return f"one: {x}"
        case [x, y]:
            return f"two: {x} {y}"
        case [first, *rest]:
            return f"first {first} rest {rest}"
        case _:
            return "other"


for value in (
    0, 2, -1, 1.5, "y", "no", True, False, None, [], [7], (8, 9), [1, 2, 3, 4], "ab", {1}, range(2),
    iter([]),
):
    print(repr(value) if not hasattr(value, "__next__") else "iterator", "->", kind(value))


def ends(items):
    match items:
        case (1, *_, 9):
            return "1..9"
        case [*_, "end"]:
            return "ends"
        case [[a, b], c] if a > b:
            return a, b, c
        case [[a, b], c]:
            return "not ordered", a, b, c
        case list():
            return "a list"
        case tuple() | set():
            return "tuple or set"


for items in ([1, 5, 9], [1, 9], ["x", "end"], [[5, 3], 0], [[3, 5], 0], [4], (4,), {4}, "no"):
    print(items, ends(items))
match 5:
    case n if n > 10:
        print("big")
    case n:
        print("bound", n)
print(n)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
