"""Files whose paths match patterns."""

import os as _os
from fnmatch import filter as _filter

__all__ = ["glob", "iglob", "escape"]


def _has_magic(text):
    return any(c in text for c in "*?[")


def _below(directory):
    yield ""
    try:
        names = _os.listdir(directory or ".")
    except OSError:
        return
    for name in names:
        if name.startswith("."):
            continue
        yield name
        if _os.path.isdir(_os.path.join(directory, name)):
            for deeper in _below(_os.path.join(directory, name)):
                if deeper:
                    yield _os.path.join(name, deeper)


# The paths that match; "" is the current directory, which `**` matches, too.
def _matching(pathname, recursive, include_hidden):
    directory, name = _os.path.split(pathname)
    if not _has_magic(pathname):
        if _os.path.exists(pathname) if name else _os.path.isdir(directory):
            yield pathname
        return
    if directory and directory != pathname and _has_magic(directory):
        directories = [d for d in _matching(directory, recursive, include_hidden) if _os.path.isdir(d or ".")]
    else:
        directories = [directory]
    for directory in directories:
        if recursive and name == "**":
            found = list(_below(directory))
        elif not _has_magic(name):
            found = [name] if _os.path.exists(_os.path.join(directory, name)) else []
        else:
            try:
                names = _os.listdir(directory or ".")
            except OSError:
                continue
            if not name.startswith(".") and not include_hidden:
                names = [one for one in names if not one.startswith(".")]
            found = _filter(names, name)
        for one in found:
            yield _os.path.join(directory, one) if directory else one


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """Gives the paths that match, in no particular order."""
    return filter(None, _matching(pathname, recursive, include_hidden))


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    """The paths that match."""
    return list(iglob(pathname, recursive=recursive, include_hidden=include_hidden))


def escape(pathname):
    """The pattern that matches just this path."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)
