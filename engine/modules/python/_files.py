"""Files, which live in the run: nothing of them outlasts it, and nothing comes from outside.

A tree of nodes, and the streams over them. What is written is there at once, for every stream. Threads that use
files meet at one lock, so that the order of what they do is a matter of the schedule, as it is with real files.
"""

import _thread
from io import (BufferedIOBase, RawIOBase, SEEK_CUR, SEEK_END, SEEK_SET, TextIOBase, UnsupportedOperation)
from time import time

_lock = _thread.allocate_lock()


class _Node:
    def __init__(self, is_directory):
        self.is_directory = is_directory
        self.data = None if is_directory else bytearray()
        self.changed = 0.0


# Absolute path -> node. A directory's entries are the paths right below it.
_nodes = {"/": _Node(True), "/tmp": _Node(True)}
current_directory = "/"


def absolute(path):
    from os.path import join, normpath

    return normpath(join(current_directory, text_of(path)))


def text_of(path):
    from os import fspath

    path = fspath(path)
    return path.decode() if isinstance(path, bytes) else path


def node_at(path):
    """The node, or None."""
    return _nodes.get(absolute(path))


def existing(path):
    node = node_at(path)
    if node is None:
        raise FileNotFoundError(2, "No such file or directory", text_of(path))
    return node


def _parent_for(path):
    from os.path import dirname

    parent = _nodes.get(dirname(absolute(path)))
    if parent is None:
        raise FileNotFoundError(2, "No such file or directory", text_of(path))
    if not parent.is_directory:
        raise NotADirectoryError(20, "Not a directory", text_of(path))


def names_in(path):
    if not existing(path).is_directory:
        raise NotADirectoryError(20, "Not a directory", text_of(path))
    base = absolute(path).rstrip("/") + "/"
    return [other[len(base):] for other in _nodes if other.startswith(base) and other != "/"
            and "/" not in other[len(base):]]


def make_directory(path):
    with _lock:
        if node_at(path) is not None:
            raise FileExistsError(17, "File exists", text_of(path))
        _parent_for(path)
        node = _nodes[absolute(path)] = _Node(True)
        node.changed = time()


def remove_file(path):
    with _lock:
        if existing(path).is_directory:
            raise IsADirectoryError(21, "Is a directory", text_of(path))
        del _nodes[absolute(path)]


def remove_directory(path):
    with _lock:
        if names_in(path):
            raise OSError(39, "Directory not empty", text_of(path))
        del _nodes[absolute(path)]


def move(source, target):
    with _lock:
        node = node_at(source)
        if node is None:
            raise FileNotFoundError(2, "No such file or directory", source, None, target)
        _parent_for(target)
        old, new = absolute(source), absolute(target)
        if old == new:
            return
        there = _nodes.get(new)
        if there is not None and there.is_directory and not node.is_directory:
            raise IsADirectoryError(21, "Is a directory", source, None, target)
        if there is not None and there.is_directory and names_in(target):
            raise OSError(39, "Directory not empty", source, None, target)
        moved = {}
        for path in list(_nodes):
            if path == old or path.startswith(old + "/"):
                moved[new + path[len(old):]] = _nodes.pop(path)
        _nodes.update(moved)


def change_directory(path):
    global current_directory
    if not existing(path).is_directory:
        raise NotADirectoryError(20, "Not a directory", text_of(path))
    current_directory = absolute(path)


class _Stream:
    """What text and byte streams have in common: a node, a place in it, and what may be done with it."""

    def _begin(self, file, node, mode):
        self.name = file
        self._mode = mode
        self._node = node
        self._readable = "r" in mode or "+" in mode
        self._writable = mode[0] in "wax" or "+" in mode
        self._appends = "a" in mode
        self._place = len(node.data) if self._appends else 0

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _check_readable(self):
        self._check_open()
        if not self._readable:
            raise UnsupportedOperation("not readable" if isinstance(self, TextIOBase) else "read")

    def _check_writable(self):
        self._check_open()
        if not self._writable:
            raise UnsupportedOperation("not writable" if isinstance(self, TextIOBase) else "write")

    def readable(self):
        self._check_open()
        return self._readable

    def writable(self):
        self._check_open()
        return self._writable

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def tell(self):
        self._check_open()
        return self._place

    def seek(self, offset, whence=SEEK_SET):
        self._check_open()
        if isinstance(self, TextIOBase) and offset != 0 and whence == SEEK_CUR:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if isinstance(self, TextIOBase) and offset != 0 and whence == SEEK_END:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        base = 0 if whence == SEEK_SET else self._place if whence == SEEK_CUR else len(self._node.data)
        if base + offset < 0:
            if isinstance(self, TextIOBase):
                raise ValueError(f"negative seek position {offset}")
            raise OSError(22, "Invalid argument")
        self._place = base + offset
        return self._place

    def truncate(self, size=None):
        self._check_writable()
        with _lock:
            size = self._place if size is None else size
            data = self._node.data
            del data[size:]
            data.extend(bytes(size - len(data)))
        return size

    def _put(self, data):
        with _lock:
            whole = self._node.data
            if self._appends:
                self._place = len(whole)
            if self._place > len(whole):
                whole.extend(bytes(self._place - len(whole)))
            if self._place == len(whole):
                whole.extend(data)
            else:
                whole[self._place:self._place + len(data)] = data
            self._place += len(data)

    def _take(self, end):
        with _lock:
            data = self._node.data
            end = len(data) if end is None else min(end, len(data))
            taken = bytes(data[self._place:end])
        self._place += len(taken)
        return taken

    def _take_line(self):
        with _lock:
            data = self._node.data
            end = data.find(b"\n", self._place) + 1
            taken = bytes(data[self._place:end or len(data)])
        self._place += len(taken)
        return taken


class TextIOWrapper(_Stream, TextIOBase):
    """A text file."""

    line_buffering = False
    write_through = False

    def __init__(self, file, node, mode, encoding, errors, newline):
        self._begin(file, node, mode)
        self.mode = mode
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        self._newline = newline

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    def _text(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def write(self, text, /):
        self._check_writable()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        data = text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text
        self._put(data.encode(self.encoding, self.errors))
        return len(text)

    def read(self, size=-1, /):
        self._check_readable()
        if size is None or size < 0:
            return self._text(self._take(None))
        text = ""
        while len(text) < size:
            data = self._take(self._place + size - len(text))
            if not data:
                break
            # a character is whole only with all its bytes
            while True:
                try:
                    text += self._text(data)
                    break
                except UnicodeDecodeError:
                    more = self._take(self._place + 1)
                    if not more:
                        raise
                    data += more
        return text

    def readline(self, size=-1, /):
        self._check_readable()
        if size is not None and size >= 0:
            place = self._place
            line = self._text(self._take_line())[:size]
            self._place = place + len(line.encode(self.encoding, self.errors))
            return line
        return self._text(self._take_line())

    def readlines(self, hint=-1, /):
        return list(self)


class _ByteStream(_Stream, BufferedIOBase):
    def __init__(self, file, node, mode):
        self._begin(file, node, mode)
        self.mode = mode.replace("b", "") + "b" if "+" not in mode else mode[0] + "b+"
        self.raw = self

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    def write(self, data, /):
        self._check_writable()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._put(data)
        return len(data)

    def read(self, size=-1, /):
        self._check_readable()
        return self._take(None if size is None or size < 0 else self._place + size)

    read1 = read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def peek(self, size=0, /):
        return bytes(self._node.data[self._place:])

    def readline(self, size=-1, /):
        self._check_readable()
        place = self._place
        line = self._take_line()
        if size is not None and 0 <= size < len(line):
            line = line[:size]
            self._place = place + size
        return line

    def readlines(self, hint=-1, /):
        return list(self)


class BufferedReader(_ByteStream):
    """A byte file for reading."""


class BufferedWriter(_ByteStream):
    """A byte file for writing."""


class BufferedRandom(_ByteStream):
    """A byte file for both."""


class FileIO(_ByteStream, RawIOBase):
    """A byte file without a buffer."""


# Each of the two modules may be imported first.
import io

for _class in (TextIOWrapper, BufferedReader, BufferedWriter, BufferedRandom, FileIO):
    _class.__module__ = "_io"
    setattr(io, _class.__name__, _class)


def open_file(file, mode, encoding, errors, newline):
    """The stream that open() gives; the mode has been checked."""
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    binary = "b" in mode
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name != 'newline' else 'a'} {name} argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")
    if encoding is not None and not binary:
        "".encode(encoding)
    with _lock:
        node = node_at(file)
        if node is not None and node.is_directory:
            raise IsADirectoryError(21, "Is a directory", text_of(file))
        if node is None:
            if "r" in mode:
                raise FileNotFoundError(2, "No such file or directory", text_of(file))
            _parent_for(file)
            node = _nodes[absolute(file)] = _Node(False)
        elif "x" in mode:
            raise FileExistsError(17, "File exists", text_of(file))
        elif "w" in mode:
            del node.data[:]
        if "r" not in mode:
            node.changed = time()
    if not binary:
        return TextIOWrapper(file, node, mode, encoding, errors, newline)
    if "+" in mode:
        return BufferedRandom(file, node, mode)
    return (BufferedReader if "r" in mode else BufferedWriter)(file, node, mode)
