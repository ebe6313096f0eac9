def ping(n):
    return pong(n - 1)


def pong(n):
    if n < 0:
        raise ValueError("too low")
    return ping(n - 1)


ping(9)
