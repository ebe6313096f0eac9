"""Streams in memory. Files live there, too: see _files."""

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


# What text and byte streams have in common: `_data` and a place in it.
class _Memory:
    def _start(self, data):
        self._whole = data
        self._place = 0
        self._size = len(data)
        # what was written at the end since the text was last looked at
        self._added = []

    @property
    def _data(self):
        if self._added:
            self._whole += self._zero[:0].join(self._added)
            self._added = []
        return self._whole

    @_data.setter
    def _data(self, data):
        self._whole = data
        self._size = len(data)
        self._added = []

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        self._check_open()
        return self._data

    def tell(self):
        self._check_open()
        return self._place

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._place = offset
        elif whence not in (1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        elif self._is_text and offset != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 1:
            self._place = max(self._place + offset, 0)
        else:
            self._place = max(len(self._data) + offset, 0)
        return self._place

    def truncate(self, size=None):
        self._check_open()
        size = self._place if size is None else size
        self._data = self._data[:size]
        return size

    def read(self, size=-1):
        self._check_open()
        end = len(self._data) if size is None or size < 0 else self._place + size
        result = self._data[self._place : end]
        self._place = max(self._place, min(end, len(self._data)))
        return result

    def readline(self, size=-1):
        self._check_open()
        end = self._data.find(self._newline, self._place)
        end = len(self._data) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        result = self._data[self._place : end]
        self._place = max(self._place, end)
        return result

    def _put(self, data):
        place = self._place
        if place == self._size:
            self._added.append(data)
            self._size += len(data)
        else:
            old = self._data
            if place > len(old):
                old += self._zero * (place - len(old))
            self._data = old[:place] + data + old[place + len(data) :]
        self._place = place + len(data)
        return len(data)


class StringIO(_Memory, TextIOBase):
    """A text stream in memory."""

    __tp_name__ = "_io.StringIO"
    _is_text = True
    _newline = "\n"
    _zero = "\0"
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(
                f"initial_value must be str or None, not {type(initial_value).__name__}"
            )
        self._start(initial_value or "")

    def write(self, text, /):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        return self._put(text)


class BytesIO(_Memory, BufferedIOBase):
    """A byte stream in memory."""

    __tp_name__ = "_io.BytesIO"
    _is_text = False
    _newline = b"\n"
    _zero = b"\0"

    def __init__(self, initial_bytes=b""):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._start(b"" if initial_bytes is None else bytes(initial_bytes))

    def write(self, data, /):
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(data))

    def getbuffer(self):
        return self.getvalue()

    read1 = _Memory.read


from builtins import open
# puts its classes here
import _files
