def close():
    raise OSError("cannot close")


try:
    try:
        raise ValueError("first")
    except ValueError as error:
        raise TypeError("second")
    finally:
        close()
except OSError:
    raise RuntimeError("last")
