"""Lines of sources. Files of the run are read; the script itself cannot be, so its lines are empty."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    """The lines of a file, or an empty list."""
    if filename not in cache:
        try:
            with open(filename) as file:
                cache[filename] = file.readlines()
        except OSError:
            return []
    return cache[filename]


def getline(filename, lineno, module_globals=None):
    """One line of a file, counted from 1; empty where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)


def lazycache(filename, module_globals):
    return False
