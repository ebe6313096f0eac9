"""Paths as objects."""

import fnmatch as _fnmatch
import os as _os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        path = self._path
        return len(path._parts) - bool(path.root)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        path = self._path
        return path._made(path._parts[:len(path._parts) - index - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path, and what can be said of it without looking for a file."""

    drive = ""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        text = ""
        for arg in args:
            arg = _os.fspath(arg)
            if not isinstance(arg, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                                f"not {type(arg)!r}")
            text = _os.path.join(text, arg)
        root = "/" if text.startswith("/") else ""
        parts = [part for part in text.split("/") if part and part != "."]
        self._parts = ([root] if root else []) + parts
        return self

    @classmethod
    def _made(cls, parts):
        self = object.__new__(cls)
        self._parts = list(parts)
        return self

    @property
    def parts(self):
        return tuple(self._parts)

    @property
    def root(self):
        return "/" if self._parts[:1] == ["/"] else ""

    anchor = root

    def __str__(self):
        parts = self._parts
        if not parts:
            return "."
        return "/" + "/".join(parts[1:]) if parts[0] == "/" else "/".join(parts)

    def __fspath__(self):
        return str(self)

    as_posix = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(tuple(self._parts))

    def __lt__(self, other):
        return self._parts < other._parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._parts <= other._parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._parts > other._parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._parts >= other._parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(other, self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    @property
    def name(self):
        return self._parts[-1] if len(self._parts) > bool(self.root) else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    @property
    def parent(self):
        if len(self._parts) <= bool(self.root):
            return self
        return self._made(self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return bool(self.root)

    def is_reserved(self):
        return False

    def as_uri(self):
        if not self.root:
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + str(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        count = len(base._parts)
        if self._parts[:count] != base._parts:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the "
                             "other is absolute.")
        return self._made(self._parts[count:])

    def is_relative_to(self, *other):
        base = type(self)(*other)
        return self._parts[:len(base._parts)] == base._parts

    def match(self, path_pattern):
        pattern = PurePath(path_pattern)
        if not pattern._parts:
            raise ValueError("empty pattern")
        if pattern.root and len(pattern._parts) != len(self._parts) or len(pattern._parts) > len(self._parts):
            return False
        return all(_fnmatch.fnmatchcase(part, wanted)
                   for part, wanted in zip(reversed(self._parts), reversed(pattern._parts)))


class PurePosixPath(PurePath):
    """A path as POSIX has it."""


class Path(PurePath):
    """A path to a file."""

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.path.expanduser("~"))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def absolute(self):
        return self if self.root else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return type(self)(_os.path.abspath(self))

    def expanduser(self):
        return type(self)(_os.path.expanduser(str(self)))

    def exists(self):
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def is_symlink(self):
        return False

    def samefile(self, other):
        return _os.path.samefile(self, other)

    def stat(self, *, follow_symlinks=True):
        return _os.stat(str(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with open(self, encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with open(self, "rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with open(self, "w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with open(self, "wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, "File exists", str(self))
        open(self, "a").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if parents:
            _os.makedirs(str(self), exist_ok=exist_ok)
        elif not (exist_ok and self.is_dir()):
            _os.mkdir(str(self))

    def rmdir(self):
        _os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        if not (missing_ok and not self.exists()):
            _os.remove(str(self))

    def rename(self, target):
        _os.rename(str(self), _os.fspath(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        for name in _os.listdir(str(self)):
            yield type(self)(self, name)

    def glob(self, pattern):
        from glob import iglob

        base = str(self)
        for path in iglob(_os.path.join(base, pattern), recursive=True):
            yield type(self)(path)

    def rglob(self, pattern):
        for top, directories, files in _os.walk(str(self)):
            for name in directories + files:
                path = type(self)(top, name)
                if path.match(pattern):
                    yield path


class PosixPath(Path, PurePosixPath):
    """A path to a file, as POSIX has it."""
