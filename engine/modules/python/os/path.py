"""Working with pathnames: as texts, for there are no files behind them."""

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, str):
        return path
    from os import fspath
    return fspath(path)


def isabs(s):
    """Test whether a path is absolute"""
    return _text(s).startswith("/")


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed."""
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    """Split a pathname. Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p = _text(p)
    place = p.rfind("/") + 1
    head = p[:place]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, p[place:]


def splitext(p):
    """Split the extension from a pathname."""
    p = _text(p)
    slash = p.rfind("/")
    dot = p.rfind(".")
    if dot > slash and p[slash + 1:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def splitdrive(p):
    return "", _text(p)


def basename(p):
    """Returns the final component of a pathname"""
    return split(p)[1]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = _text(path)
    if not path:
        return "."
    root = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    kept = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not root and not kept) or (kept and kept[-1] == ".."):
            kept.append(part)
        elif kept:
            kept.pop()
    return root + "/".join(kept) or "."


def abspath(path):
    """Return an absolute path."""
    from os import getcwd

    return normpath(join(getcwd(), path))


def normcase(s):
    return _text(s)


def expanduser(path):
    return _text(path)


def expandvars(path):
    return _text(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath("/" if start is None else start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    same = len(commonprefix([here, there]))
    return join(*[".."] * (len(here) - same), *there[same:]) if here[same:] or there[same:] else "."


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component"""
    if not m:
        return ""
    least, greatest = min(m), max(m)
    for i, c in enumerate(least):
        if c != greatest[i]:
            return least[:i]
    return least


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = [isabs(path) for path in paths]
    if any(absolute) != all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    pieces = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if absolute[0] else "") + "/".join(commonprefix(pieces))


def exists(path):
    import _files

    return _files.node_at(path) is not None


lexists = exists


def isfile(path):
    import _files

    node = _files.node_at(path)
    return node is not None and not node.is_directory


def isdir(s):
    import _files

    node = _files.node_at(s)
    return node is not None and node.is_directory


def islink(path):
    return False


def ismount(path):
    return path == "/"


def getsize(filename):
    import os

    return os.stat(filename).st_size


def getmtime(filename):
    import os

    return os.stat(filename).st_mtime


getatime = getctime = getmtime


def samefile(f1, f2):
    import _files

    return _files.existing(f1) is _files.existing(f2)


def realpath(filename, *, strict=False):
    return abspath(filename)
