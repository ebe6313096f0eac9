"""Whole files and trees of them: copied, moved and removed."""

import os as _os

__all__ = ["copyfileobj", "copyfile", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SameFileError",
           "get_terminal_size", "disk_usage", "which"]


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and target are the same file."""


def copyfileobj(fsrc, fdst, length=0):
    """Copy from one stream to another."""
    fdst.write(fsrc.read())


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy a file's contents."""
    if _os.path.exists(dst) and _os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as source, open(dst, "wb") as target:
        copyfileobj(source, target)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file, into a directory perhaps."""
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a directory and everything below it."""
    names = _os.listdir(src)
    left_out = ignore(src, names) if ignore is not None else ()
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left_out:
            continue
        source, target = _os.path.join(src, name), _os.path.join(dst, name)
        if _os.path.isdir(source):
            copytree(source, target, ignore=ignore, copy_function=copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    """Remove a directory and everything below it."""
    try:
        for name in _os.listdir(path):
            inside = _os.path.join(path, name)
            if _os.path.isdir(inside):
                rmtree(inside, ignore_errors)
            else:
                _os.remove(inside)
        _os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    """Move a file or a directory, into a directory perhaps."""
    target = dst
    if _os.path.isdir(dst):
        target = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip("/")))
        if _os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    _os.rename(src, target)
    return target


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal: there is none."""
    return _os.terminal_size(fallback) if hasattr(_os, "terminal_size") else tuple(fallback)


def disk_usage(path):
    raise OSError("files live in the run: there is no disk")


def which(cmd, mode=1, path=None):
    """There are no other programs."""
    return None
