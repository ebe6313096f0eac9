"""Who is there."""

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getuser():
    """Get the username from the environment or password database."""
    import os

    return os.getlogin()


def getpass(prompt="Password: ", stream=None):
    """Reads a line of the input; a program's input is seen here."""
    return input(prompt)
