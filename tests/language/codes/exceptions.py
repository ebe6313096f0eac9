def clauses(f):
    try:
        f()
    except (A, B) as error:
        raise C from error
    except D:
        raise
    else:
        return 1


def cleanup(f):
    for i in f:
        try:
            if i:
                continue
            return i
        finally:
            f.close()


def groups(f):
    try:
        f()
    except* A as group:
        print(group)


def managers(a, b):
    with a as x, b:
        return x
