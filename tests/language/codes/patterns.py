def match_all(subject):
    match subject:
        case 1 | "a":
            return 0
        case None:
            return 1
        case [a, b, *_]:
            return a, b
        case [a, *rest] if rest:
            return rest
        case {"k": v, **others}:
            return v, others
        case Point(0, y=c) as whole:
            return c, whole
        case _:
            return 2
