def fail():
    errors = []
    for text in ("x", "5", "y"):
        try:
            int(text)
        except ValueError as error:
            errors.append(error)
    raise ExceptionGroup("bad numbers", errors)


fail()
