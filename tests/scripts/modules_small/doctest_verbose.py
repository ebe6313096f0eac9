import doctest, codecs


def double(x):
    """
    >>> double(2)
    4
    """
    return 2 * x


def bare():
    pass


if __name__ == "__main__":
    doctest.testmod(verbose=True)
    print(codecs.encode("Hello", "rot13"), codecs.decode(b"6869", "hex"), codecs.encode("é"), codecs.lookup("utf8").name)
