def f(n):
    log = []
    for i in range(3):
        try:
            log.append(f"try{i}")
            if i == n:
                return log
            if i == 1:
                continue
        finally:
            log.append(f"finally{i}")
    else:
        log.append("else")
    return log


print(f(0), f(1), f(2), f(9))


def nested():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError("a")
        except ValueError:
            out.append(2)
            raise KeyError("b")
        finally:
            out.append(3)
    except KeyError as error:
        out.append(repr(error.__context__))
    else:
        out.append("no")
    finally:
        out.append(5)
    return out


print(nested())


def break_in_finally():
    while True:
        try:
            raise ValueError("dropped")
        finally:
            break
    return "continued"


print(break_in_finally())


def return_in_else():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("fin", end=" ")


print(return_in_else())


def exception_in_else():
    try:
        try:
            pass
        except ValueError:
            print("not caught here")
        else:
            raise ValueError("from else")
    except ValueError as error:
        return str(error)


print(exception_in_else())


def yield_in_try():
    try:
        yield 1
        raise ValueError("x")
    except ValueError:
        yield 2
    else:
        yield 3
    finally:
        yield 4


print(list(yield_in_try()))


def with_context():
    try:
        raise ValueError(1)
    except ValueError as e:
        e = "rebound"
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(with_context())
for i in range(2):
    try:
        raise KeyError(i)
    except KeyError as e:
        saved = e
print(saved, saved.args)


def reraise():
    try:
        1 / 0
    except ZeroDivisionError as e:
        try:
            raise ValueError("second")
        except ValueError:
            pass
        raise


try:
    reraise()
except ZeroDivisionError as e:
    print("still", e, e.__context__)
