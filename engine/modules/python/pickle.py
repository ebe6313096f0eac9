"""Objects as bytes, and back: protocol 4 of CPython's pickle."""

import copy
import io
import sys

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

_FRAME_TARGET = 64 * 1024
_BATCH = 1000


class PickleError(Exception):
    """A common base class for the other pickling exceptions."""


class PicklingError(PickleError):
    """This exception is raised when an unpicklable object is passed to the dump() method."""


class UnpicklingError(PickleError):
    """This exception is raised when there is a problem unpickling an object."""


def _little(number, size):
    return number.to_bytes(size, "little")


def _attribute(obj, path):
    for name in path.split("."):
        if name == "<locals>":
            raise AttributeError(f"Can't get local attribute {path!r} on {obj!r}")
        try:
            obj = getattr(obj, name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {path!r} on {obj!r}") from None
    return obj


def _reconstruct(cls):
    return cls.__new__(cls)


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        # older protocols are written as the fourth: whoever reads them here or in CPython knows it
        self.proto = HIGHEST_PROTOCOL if protocol < 0 else protocol
        self._file = file
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        """Write a pickled representation of obj to the open file."""
        self._parts = []
        self._size = 0
        self._out = []
        self._save(obj)
        self._add(b".")
        self._end_frame()
        self._file.write(b"\x80" + bytes([max(self.proto, 4)]) + b"".join(self._out))

    # --- frames ---

    def _add(self, data):
        self._parts.append(data)
        self._size += len(data)

    def _end_frame(self):
        data = b"".join(self._parts)
        if len(data) >= 4:
            self._out.append(b"\x95" + _little(len(data), 8))
        self._out.append(data)
        self._parts = []
        self._size = 0

    def _add_large(self, head, data):
        if len(data) < _FRAME_TARGET:
            self._add(head + data)
            return
        if self._parts:
            self._end_frame()
        self._out.append(head + data)

    # --- objects ---

    def _memoize(self, obj):
        self.memo[id(obj)] = (len(self.memo), obj)
        self._add(b"\x94")

    def _save(self, obj):
        if self._size >= _FRAME_TARGET:
            self._end_frame()
        persistent = self.persistent_id(obj)
        if persistent is not None:
            self._save(persistent)
            self._add(b"Q")
            return
        cls = type(obj)
        if obj is None:
            return self._add(b"N")
        if cls is bool:
            return self._add(b"\x88" if obj else b"\x89")
        if cls is int:
            return self._save_int(obj)
        if cls is float:
            import struct
            return self._add(b"G" + struct.pack(">d", obj))
        known = self.memo.get(id(obj))
        if known is not None:
            number = known[0]
            return self._add(b"h" + bytes([number]) if number < 256 else b"j" + _little(number, 4))
        save = _SAVERS.get(cls)
        if save is not None:
            return save(self, obj)
        self._save_other(obj, cls)

    def _save_int(self, number):
        if 0 <= number < 256:
            return self._add(b"K" + bytes([number]))
        if 0 <= number < 65536:
            return self._add(b"M" + _little(number, 2))
        if -0x80000000 <= number <= 0x7FFFFFFF:
            return self._add(b"J" + number.to_bytes(4, "little", signed=True))
        size = (number.bit_length() >> 3) + 1
        data = number.to_bytes(size, "little", signed=True)
        if number < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
            data = data[:-1]
        if len(data) < 256:
            return self._add(b"\x8a" + bytes([len(data)]) + data)
        self._add(b"\x8b" + _little(len(data), 4) + data)

    def _save_str(self, text):
        data = text.encode("utf-8", "surrogatepass")
        size = len(data)
        head = b"\x8c" + bytes([size]) if size < 256 else b"X" + _little(size, 4)
        self._add_large(head, data)
        self._memoize(text)

    def _save_bytes(self, data):
        size = len(data)
        self._add_large(b"C" + bytes([size]) if size < 256 else b"B" + _little(size, 4), data)
        self._memoize(data)

    def _save_bytearray(self, data):
        if self.proto >= 5:
            self._add_large(b"\x96" + _little(len(data), 8), bytes(data))
            self._memoize(data)
            return
        self._save_reduce(data, (bytearray, (bytes(data),)) if data else (bytearray, ()))

    def _save_tuple(self, items):
        if not items:
            return self._add(b")")
        if len(items) > 3:
            self._add(b"(")
        for item in items:
            self._save(item)
        known = self.memo.get(id(items))
        if known is not None:
            # the tuple holds itself, by way of something else
            number = known[0]
            self._add(b"0" * len(items) if len(items) <= 3 else b"1")
            return self._add(b"h" + bytes([number]) if number < 256 else b"j" + _little(number, 4))
        self._add(b"t" if len(items) > 3 else (b"\x85", b"\x86", b"\x87")[len(items) - 1])
        self._memoize(items)

    def _save_list(self, items):
        self._add(b"]")
        self._memoize(items)
        self._append_all(iter(items))

    def _append_all(self, items):
        while True:
            batch = [item for number, item in zip(range(_BATCH), items)]
            if not batch:
                return
            if len(batch) == 1:
                self._save(batch[0])
                self._add(b"a")
            else:
                self._add(b"(")
                for item in batch:
                    self._save(item)
                self._add(b"e")
            if len(batch) < _BATCH:
                return

    def _save_dict(self, pairs):
        self._add(b"}")
        self._memoize(pairs)
        self._set_all(iter(list(pairs.items())))

    def _set_all(self, pairs):
        while True:
            batch = [pair for number, pair in zip(range(_BATCH), pairs)]
            if not batch:
                return
            if len(batch) > 1:
                self._add(b"(")
            for key, value in batch:
                self._save(key)
                self._save(value)
            self._add(b"u" if len(batch) > 1 else b"s")
            if len(batch) < _BATCH:
                return

    def _save_set(self, items):
        self._add(b"\x8f")
        self._memoize(items)
        elements = list(items)
        for begin in range(0, len(elements), _BATCH):
            self._add(b"(")
            for item in elements[begin:begin + _BATCH]:
                self._save(item)
            self._add(b"\x90")

    def _save_frozenset(self, items):
        self._add(b"(")
        for item in items:
            self._save(item)
        self._add(b"\x91")
        self._memoize(items)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None) or "__main__"
        try:
            __import__(module)
            found = _attribute(sys.modules[module], name)
        except (ImportError, KeyError, AttributeError):
            if "<locals>" in name.split("."):
                raise AttributeError(f"Can't pickle local object {name!r}") from None
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name.rpartition('.')[2]} on {module} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        self._save(module)
        self._save(name)
        self._add(b"\x93")
        self._memoize(obj)

    def _save_other(self, obj, cls):
        if issubclass(cls, type):
            for known, name in ((type(None), "NoneType"), (type(...), "ellipsis"), (type(NotImplemented), "NotImplementedType")):
                if obj is known:
                    return self._save_reduce(obj, (type, ((None, ..., NotImplemented)[
                        ("NoneType", "ellipsis", "NotImplementedType").index(name)],)))
            return self._save_global(obj)
        if obj is ... or obj is NotImplemented:
            return self._save_global(obj, "Ellipsis" if obj is ... else "NotImplemented")
        if cls is _FUNCTION or cls is _BUILTIN and getattr(obj, "__self__", None).__class__.__name__ in ("module", "NoneType"):
            return self._save_global(obj)
        if hasattr(obj, "__func__") and hasattr(obj, "__self__"):
            return self._save_reduce(obj, (getattr, (obj.__self__, obj.__func__.__name__)))
        if cls is complex:
            return self._save_reduce(obj, (complex, (obj.real, obj.imag)))
        if cls is range or cls is slice:
            return self._save_reduce(obj, (cls, (obj.start, obj.stop, obj.step)))
        recipe = _recipe_of_collection(obj, cls)
        if recipe is None:
            recipe = copy._recipe(obj, True)
        if isinstance(recipe, str):
            return self._save_global(obj, recipe)
        if recipe is not None:
            if not isinstance(recipe, tuple):
                raise PicklingError(f"{cls.__name__}.__reduce__() must return string or tuple")
            if not 2 <= len(recipe) <= 6:
                raise PicklingError("Tuple returned by __reduce__ must have two to six elements")
            return self._save_reduce(obj, recipe)
        if isinstance(obj, BaseException):
            state = copy._state_of(obj)
            return self._save_reduce(obj, (cls, obj.args, state) if state else (cls, obj.args))
        given = ()
        if hasattr(cls, "__getnewargs__"):
            given = obj.__getnewargs__()
        elif isinstance(obj, tuple):
            given = (tuple(tuple.__iter__(obj)),)
        elif isinstance(obj, (int, float, complex, str, bytes, frozenset)):
            given = (_PLAIN[[isinstance(obj, base) for base in _PLAIN].index(True)](obj),)
        elif isinstance(obj, (set, bytearray)):
            given = (list(obj) if isinstance(obj, set) else bytes(obj),)
            return self._save_reduce(obj, (cls, given, copy._state_of(obj)))
        self._save(cls)
        self._save_tuple(given)
        self._add(b"\x81")
        self._memoize(obj)
        if isinstance(obj, list):
            self._append_all(iter(obj))
        if isinstance(obj, dict):
            self._set_all(iter(list(obj.items())))
        self._save_state(copy._state_of(obj))

    def _save_state(self, state):
        if state is not None:
            self._save(state)
            self._add(b"b")

    def _save_reduce(self, obj, recipe):
        make, arguments, *rest = recipe
        rest = list(rest) + [None] * (4 - len(rest))
        if not callable(make):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(arguments, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        self._save(make)
        self._save(arguments)
        self._add(b"R")
        if id(obj) in self.memo:
            self._add(b"0h" + bytes([self.memo[id(obj)][0]]))
        else:
            self._memoize(obj)
        if rest[1] is not None:
            self._append_all(iter(rest[1]))
        if rest[2] is not None:
            self._set_all(iter(rest[2]))
        self._save_state(rest[0])


# The containers of the module collections, as CPython's say themselves how they are made anew.
def _recipe_of_collection(obj, cls):
    if not any(base.__module__ == "collections" for base in cls.__mro__):
        return None
    collections = sys.modules["collections"]
    state = copy._state_of(obj) if cls.__module__ != "collections" else None
    if isinstance(obj, collections.deque):
        return (cls, () if obj.maxlen is None else ((), obj.maxlen), state, iter(obj))
    if isinstance(obj, collections.defaultdict):
        return (cls, () if obj.default_factory is None else (obj.default_factory,), None, None, iter(obj.items()))
    if isinstance(obj, collections.Counter):
        return (cls, (dict(obj),))
    if isinstance(obj, collections.OrderedDict):
        return (cls, (), state, None, iter(obj.items()))
    return None


_FUNCTION = type(_little)
_BUILTIN = type(len)
_PLAIN = (int, float, complex, str, bytes, frozenset)
_SAVERS = {
    str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset,
}


class _Stop(Exception):
    pass


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self.memo = {}

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def find_class(self, module, name):
        __import__(module)
        return _attribute(sys.modules[module], name)

    def _read(self, count):
        data = self._file.read(count)
        if len(data) < count:
            raise EOFError("Ran out of input") if not data and count == 1 else UnpicklingError("pickle data was truncated")
        return data

    def _number(self, size):
        return int.from_bytes(self._read(size), "little")

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _since_mark(self):
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def load(self):
        """Read a pickled object representation from the open file."""
        self._stack = []
        self._marks = []
        while True:
            code = self._read(1)
            if code == b".":
                return self._stack.pop()
            step = _STEPS.get(code[0])
            if step is None:
                raise UnpicklingError(f"invalid load key, {_shown_key(code)}.")
            try:
                step(self)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def _build(self):
        state = self._stack.pop()
        obj = self._stack[-1]
        set_state = getattr(obj, "__setstate__", None)
        if set_state is not None:
            set_state(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            obj.__dict__.update(state)
        if slots:
            for name, value in slots.items():
                setattr(obj, name, value)

    def _append_many(self):
        items = self._since_mark()
        target = self._stack[-1]
        if hasattr(target, "extend"):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _set_many(self):
        items = self._since_mark()
        for at in range(0, len(items), 2):
            self._stack[-1][items[at]] = items[at + 1]

    def _set_one(self):
        value = self._stack.pop()
        key = self._stack.pop()
        self._stack[-1][key] = value

    def _append_one(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _tuple_of(self, count):
        items = tuple(self._stack[-count:])
        if len(items) < count:
            raise IndexError
        self._stack[-count:] = [items]

    def _reduce(self):
        arguments = self._stack.pop()
        make = self._stack.pop()
        self._stack.append(make(*arguments))

    def _new(self):
        arguments = self._stack.pop()
        cls = self._stack.pop()
        self._stack.append(cls.__new__(cls, *arguments))

    def _new_with_keywords(self):
        options = self._stack.pop()
        arguments = self._stack.pop()
        cls = self._stack.pop()
        self._stack.append(cls.__new__(cls, *arguments, **options))

    def _stack_global(self):
        name = self._stack.pop()
        module = self._stack.pop()
        self._stack.append(self.find_class(module, name))

    def _line_global(self):
        module = self._line().decode("utf-8")
        name = self._line().decode("utf-8")
        self._stack.append(self.find_class(module, name))

    def _memoized(self, number):
        if number not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {number}")
        self._stack.append(self.memo[number])

    def _remember(self, number):
        self.memo[number] = self._stack[-1]

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _add_to_set(self):
        items = self._since_mark()
        self._stack[-1].update(items)

    def _double(self):
        import struct
        self._stack.append(struct.unpack(">d", self._read(8))[0])

    def _integer(self, size):
        self._stack.append(int.from_bytes(self._read(size), "little", signed=True))

    def _text(self, size):
        self._stack.append(self._read(size).decode("utf-8", "surrogatepass"))

    def _persistent(self):
        self._stack.append(self.persistent_load(self._stack.pop()))

    def _protocol(self):
        number = self._number(1)
        if number > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {number}")

    def _text_integer(self):
        line = self._line()
        self._stack.append({b"00": False, b"01": True}[line] if line in (b"00", b"01") else int(line))

    def _push(self, value):
        self._stack.append(value)


def _shown_key(code):
    character = code.decode("latin-1")
    return f"'{character}'" if character.isprintable() and code < b"\x80" else f"'\\x{code[0]:02x}'"


_STEPS = {
    0x80: Unpickler._protocol, 0x95: lambda u: u._number(8), 0x4E: lambda u: u._push(None),
    0x88: lambda u: u._push(True), 0x89: lambda u: u._push(False),
    0x4B: lambda u: u._push(u._number(1)), 0x4D: lambda u: u._push(u._number(2)), 0x4A: lambda u: u._integer(4),
    0x8A: lambda u: u._integer(u._number(1)), 0x8B: lambda u: u._integer(u._number(4)), 0x49: Unpickler._text_integer,
    0x4C: lambda u: u._push(int(u._line().rstrip(b"L"))), 0x46: lambda u: u._push(float(u._line())),
    0x47: Unpickler._double, 0x8C: lambda u: u._text(u._number(1)), 0x58: lambda u: u._text(u._number(4)),
    0x8D: lambda u: u._text(u._number(8)), 0x56: lambda u: u._push(u._line().decode("raw-unicode-escape")),
    0x43: lambda u: u._push(u._read(u._number(1))), 0x42: lambda u: u._push(u._read(u._number(4))),
    0x8E: lambda u: u._push(u._read(u._number(8))), 0x96: lambda u: u._push(bytearray(u._read(u._number(8)))),
    0x29: lambda u: u._push(()), 0x85: lambda u: u._tuple_of(1), 0x86: lambda u: u._tuple_of(2),
    0x87: lambda u: u._tuple_of(3), 0x74: lambda u: u._push(tuple(u._since_mark())), 0x28: Unpickler._mark,
    0x5D: lambda u: u._push([]), 0x6C: lambda u: u._push(u._since_mark()), 0x61: Unpickler._append_one,
    0x65: Unpickler._append_many, 0x7D: lambda u: u._push({}), 0x73: Unpickler._set_one, 0x75: Unpickler._set_many,
    0x8F: lambda u: u._push(set()), 0x90: Unpickler._add_to_set,
    0x91: lambda u: u._push(frozenset(u._since_mark())), 0x94: lambda u: u._remember(len(u.memo)),
    0x71: lambda u: u._remember(u._number(1)), 0x72: lambda u: u._remember(u._number(4)),
    0x70: lambda u: u._remember(int(u._line())), 0x68: lambda u: u._memoized(u._number(1)),
    0x6A: lambda u: u._memoized(u._number(4)), 0x67: lambda u: u._memoized(int(u._line())),
    0x93: Unpickler._stack_global, 0x63: Unpickler._line_global, 0x52: Unpickler._reduce, 0x81: Unpickler._new,
    0x92: Unpickler._new_with_keywords, 0x62: Unpickler._build, 0x30: lambda u: u._stack.pop(),
    0x31: lambda u: u._since_mark(), 0x32: lambda u: u._push(u._stack[-1]), 0x51: Unpickler._persistent,
}


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    file = io.BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data)).load()
