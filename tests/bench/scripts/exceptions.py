"""try blocks that raise and that do not, finally, custom exceptions, with."""


class Problem(Exception):
    def __init__(self, code):
        super().__init__(f"problem {code}")
        self.code = code


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return False


def quiet(times):
    total = 0
    for i in range(times):
        try:
            total += i
        except ValueError:
            total -= 1
        finally:
            total += 1
    return total


def raising(times):
    total = 0
    for i in range(times):
        try:
            if i % 2:
                raise ValueError("odd")
            {}["missing"]
        except KeyError:
            total += 1
        except ValueError as error:
            total += len(error.args)
    return total


def deep(times):
    def inner(code):
        raise Problem(code)

    def middle(code):
        try:
            inner(code)
        finally:
            pass

    total = 0
    for i in range(times):
        try:
            middle(i)
        except Problem as problem:
            total += problem.code
    return total


def managed(times):
    manager = Manager()
    total = 0
    for i in range(times):
        with manager:
            total += 1
    return total


print(quiet(1500000), raising(300000), deep(100000), managed(600000))
