# Exceptions whose contexts form a ring end nowhere, and hang nobody.
def one_in_its_own_context():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    one_in_its_own_context()
except TypeError as error:
    print(repr(error), repr(error.__context__), error.__context__.__context__ is error.__context__)

a, b, c = TypeError("a"), KeyError("b"), IndexError("c")
c.__context__, b.__context__, a.__context__ = b, a, c
try:
    try:
        raise a
    except TypeError:
        raise OSError("d")
except OSError as error:
    chain = []
    while error is not None and len(chain) < 6:
        chain.append(str(error))
        error = error.__context__
    print(chain)
