# What except* clauses raise comes together in a group, also when it is only one.
def attempt(make, handle):
    try:
        try:
            raise make()
        except* ValueError as group:
            handle(group)
    except BaseException as error:
        print(repr(error), repr(error.__cause__))
    else:
        print("handled")


def fails(group):
    raise SyntaxError("new")


def fails_from(group):
    raise SyntaxError("new") from group


def goes_on(group):
    raise


attempt(lambda: ExceptionGroup("g", [ValueError(1)]), fails)
attempt(lambda: ExceptionGroup("g", [ValueError(1)]), fails_from)
attempt(lambda: ExceptionGroup("g", [ValueError(1), OSError(2)]), fails)
attempt(lambda: ExceptionGroup("g", [ValueError(1)]), goes_on)
attempt(lambda: ExceptionGroup("g", [ValueError(1)]), lambda group: None)
attempt(lambda: ValueError(1), fails)
for forbidden in (ExceptionGroup, (OSError, BaseExceptionGroup)):
    try:
        try:
            raise ValueError(1)
        except* forbidden:
            print("not here")
    except TypeError as error:
        print(error)
