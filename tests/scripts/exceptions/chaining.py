def chain(error):
    text = []
    while error is not None:
        text.append(f"{type(error).__name__}({error})")
        if error.__cause__ is not None:
            text.append("cause")
            error = error.__cause__
        elif error.__context__ is not None and not error.__suppress_context__:
            text.append("context")
            error = error.__context__
        else:
            error = None
    return " <- ".join(text)


try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("from") from e
except ValueError as e:
    print(chain(e), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["during"]
except KeyError as e:
    print(chain(e), e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("hidden") from None
except TypeError as e:
    print(chain(e), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise KeyError("a")
    finally:
        raise IndexError("b")
except IndexError as e:
    print(chain(e))
try:
    raise ValueError("v") from KeyError
except ValueError as e:
    print(chain(e), repr(e.__cause__))
try:
    raise ValueError("v") from 5
except TypeError as e:
    print(e)
try:
    try:
        try:
            raise OSError("1")
        except OSError:
            raise ValueError("2")
    except ValueError:
        raise TypeError("3")
except TypeError as e:
    print(chain(e))
try:
    raise RuntimeError("clean")
except RuntimeError as e:
    print(e.__context__, e.__cause__, e.__traceback__ is not None, e.__traceback__.tb_lineno)
