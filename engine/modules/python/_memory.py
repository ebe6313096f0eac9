"""memoryview over bytes and bytearrays, of single bytes."""


class memoryview:
    """A view on the bytes of another object, without a copy."""

    __module__ = "builtins"
    format = "B"
    itemsize = 1
    ndim = 1
    strides = (1,)
    suboffsets = ()
    contiguous = c_contiguous = f_contiguous = True

    def __init__(self, object):
        if isinstance(object, memoryview):
            self.obj = object.obj
            self._places = object._places
        elif isinstance(object, (bytes, bytearray)):
            self.obj = object
            self._places = range(len(object))
        else:
            raise TypeError(
                f"memoryview: a bytes-like object is required, not '{type(object).__name__}'"
            )
        self._released = False

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    @property
    def readonly(self):
        return isinstance(self.obj, bytes)

    @property
    def nbytes(self):
        return len(self._places)

    @property
    def shape(self):
        return (len(self._places),)

    def __len__(self):
        self._check()
        return len(self._places)

    def _place(self, key):
        self._check()
        if not hasattr(type(key), "__index__"):
            raise TypeError("memoryview: invalid slice key")
        try:
            return self._places[key]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __getitem__(self, key):
        if isinstance(key, slice):
            self._check()
            part = memoryview(self)
            part._places = self._places[key]
            return part
        return self.obj[self._place(key)]

    def __setitem__(self, key, value):
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(key, slice):
            self._check()
            places = self._places[key]
            data = bytes(value)
            if len(data) != len(places):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for place, byte in zip(places, data):
                self.obj[place] = byte
            return
        place = self._place(key)
        if not isinstance(value, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= value < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        self.obj[place] = value

    def __delitem__(self, key):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        self._check()
        for place in self._places:
            yield self.obj[place]

    def __contains__(self, byte):
        return byte in self.tolist()

    def __eq__(self, other):
        if isinstance(other, memoryview):
            return self.tobytes() == other.tobytes()
        if isinstance(other, (bytes, bytearray)):
            return self.tobytes() == other
        return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def __repr__(self):
        return f"<{'released ' if self._released else ''}memory at {hex(id(self))}>"

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exception):
        self.release()

    def tobytes(self, order="C"):
        """The data as a byte string."""
        self._check()
        return bytes([self.obj[place] for place in self._places])

    __bytes__ = tobytes

    def tolist(self):
        """The data as a list of ints."""
        self._check()
        return [self.obj[place] for place in self._places]

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def toreadonly(self):
        return memoryview(self.tobytes())

    def release(self):
        """Let go of the object."""
        self._released = True
