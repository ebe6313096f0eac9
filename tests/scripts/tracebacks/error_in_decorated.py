import functools


def checked(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@checked
def ratio(a, b):
    return a / b


print(ratio(4, 2))
ratio(1,
      0)
