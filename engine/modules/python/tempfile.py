"""Files and directories for a while."""

import io as _io
import os as _os
from random import Random as _Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkdtemp", "mktemp",
           "gettempdir", "tempdir", "gettempprefix"]

tempdir = None
_letters = _Random()


def gettempdir():
    """Where temporary files are put."""
    return "/tmp" if tempdir is None else tempdir


def gettempprefix():
    return "tmp"


def mktemp(suffix="", prefix="tmp", dir=None):
    """A path that nothing has yet."""
    while True:
        name = "".join(_letters.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        path = _os.path.join(dir or gettempdir(), (prefix or "tmp") + name + (suffix or ""))
        if not _os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory of which nobody else knows."""
    path = mktemp(suffix, prefix, dir)
    _os.mkdir(path)
    return path


class _Named:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and _os.path.exists(self.name):
                _os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """Open a temporary file that has a name."""
    path = mktemp(suffix, prefix, dir)
    return _Named(open(path, mode, encoding=encoding, newline=newline, errors=errors), path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """Open a temporary file."""
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                         dir=None, *, errors=None):
    """A temporary file in memory."""
    return _io.BytesIO() if "b" in mode else _io.StringIO()


class TemporaryDirectory:
    """A directory that is removed, with what is in it, at the end."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        from shutil import rmtree

        rmtree(self.name, ignore_errors=True)
