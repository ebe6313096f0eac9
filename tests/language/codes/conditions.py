def branches(a, b, c):
    if a < 3 and (b or not c):
        return 1
    elif a is None or b is not None:
        return 2
    elif a == b < c:
        return 3
    while a > b:
        if c:
            break
        if b in a:
            continue
        a -= 1
    else:
        return 4
    if 0:
        unreachable()
    while True:
        a = b
