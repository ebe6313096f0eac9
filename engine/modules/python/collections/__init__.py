"""Containers beside list, dict, set and tuple."""

from types import GenericAlias as _GenericAlias

__all__ = [
    "ChainMap",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "namedtuple",
]


# --- deque ---------------------------------------------------------------------------------------


_missing = object()
_shown = set()  # the ids of the containers whose text is being made


class deque:
    """A list that is quick at both ends."""

    __slots__ = ("_ring", "_maxlen", "__dict__")
    __tp_name__ = "collections.deque"
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._ring = _ring_new()
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item, /):
        _ring_append(self._ring, item, self._maxlen)

    def appendleft(self, item, /):
        _ring_append_left(self._ring, item, self._maxlen)

    def pop(self):
        return _ring_pop(self._ring)

    def popleft(self):
        return _ring_pop_left(self._ring)

    def extend(self, iterable, /):
        if iterable is self:
            iterable = _ring_list(self._ring)
        ring = self._ring
        maxlen = self._maxlen
        for item in iterable:
            _ring_append(ring, item, maxlen)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = _ring_list(self._ring)
        for item in iterable:
            _ring_append_left(self._ring, item, self._maxlen)

    def clear(self):
        _ring_assign(self._ring, [])

    def copy(self):
        return type(self)(_ring_list(self._ring), self._maxlen)

    __copy__ = copy

    def rotate(self, n=1, /):
        items = _ring_list(self._ring)
        if items:
            n %= len(items)
            _ring_assign(self._ring, items[-n:] + items[:-n] if n else items)

    def reverse(self):
        _ring_assign(self._ring, _ring_list(self._ring)[::-1])

    def count(self, value, /):
        return _ring_list(self._ring).count(value)

    def index(self, value, start=0, stop=None, /):
        items = _ring_list(self._ring)
        try:
            return items.index(value, start, len(items) if stop is None else stop)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def insert(self, index, item, /):
        items = _ring_list(self._ring)
        if self._maxlen is not None and len(items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        items.insert(index, item)
        _ring_assign(self._ring, items)

    def remove(self, value, /):
        items = _ring_list(self._ring)
        try:
            items.remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None
        _ring_assign(self._ring, items)

    def __len__(self):
        return _ring_length(self._ring)

    def __getitem__(self, index):
        if not isinstance(index, int):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return _ring_get(self._ring, index)

    def __setitem__(self, index, item):
        _ring_set(self._ring, index, item)

    def __delitem__(self, index):
        items = _ring_list(self._ring)
        if not -len(items) <= index < len(items):
            raise IndexError("deque index out of range")
        del items[index]
        _ring_assign(self._ring, items)

    def __contains__(self, value):
        return value in _ring_list(self._ring)

    def __iter__(self):
        ring = self._ring
        changes = _ring_changes(ring)
        for i in range(_ring_length(ring)):
            if _ring_changes(ring) != changes:
                raise RuntimeError("deque mutated during iteration")
            yield _ring_get(ring, i)
        if _ring_changes(ring) != changes:
            raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        ring = self._ring
        changes = _ring_changes(ring)
        for i in range(_ring_length(ring) - 1, -1, -1):
            if _ring_changes(ring) != changes:
                raise RuntimeError("deque mutated during iteration")
            yield _ring_get(ring, i)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not isinstance(n, int):
            return NotImplemented
        return type(self)(_ring_list(self._ring) * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = _ring_list(self._ring) * n
        self.clear()
        self.extend(items)
        return self

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return _ring_list(self._ring) == _ring_list(other._ring)

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return _ring_list(self._ring) < _ring_list(other._ring)

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return _ring_list(self._ring) <= _ring_list(other._ring)

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return _ring_list(self._ring) > _ring_list(other._ring)

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return _ring_list(self._ring) >= _ring_list(other._ring)

    def __repr__(self):
        if id(self) in _shown:
            return "[...]"
        _shown.add(id(self))
        try:
            inside = repr(_ring_list(self._ring))
        finally:
            _shown.discard(id(self))
        if self._maxlen is None:
            return f"{type(self).__name__}({inside})"
        return f"{type(self).__name__}({inside}, maxlen={self._maxlen})"

    __class_getitem__ = classmethod(_GenericAlias)


# --- defaultdict and OrderedDict -----------------------------------------------------------------


class defaultdict(dict):
    """A dict that makes values for keys it does not have."""

    __tp_name__ = "collections.defaultdict"

    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        if id(self) in _shown:
            factory = "..."
        else:
            _shown.add(id(self))
            try:
                factory = repr(self.default_factory)
            finally:
                _shown.discard(id(self))
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


class OrderedDict(dict):
    """A dict whose order counts: for equality, and for moving items to its ends."""

    __tp_name__ = "collections.OrderedDict"

    @classmethod
    def fromkeys(cls, iterable, value=None):
        return super().fromkeys(iterable, value)

    def pop(self, key, default=_missing):
        if default is _missing:
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        for key in self:
            return key, dict.pop(self, key)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        others = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, others)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{type(self).__name__}({list(self.items())!r})"
        finally:
            _shown.discard(id(self))

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


# --- Counter -------------------------------------------------------------------------------------


class Counter(dict):
    """How often things occur."""

    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self):
        for element, times in self.items():
            for _ in range(times):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                if not self:
                    dict.update(self, iterable)
                else:
                    for element, times in iterable.items():
                        self[element] = times + self.get(element, 0)
            else:
                # A plain dict is quicker to count in.
                counts = {}
                for element in iterable:
                    counts[element] = counts.get(element, 0) + 1
                for element, times in counts.items():
                    self[element] = self.get(element, 0) + times
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                for element, times in iterable.items():
                    self[element] = self.get(element, 0) - times
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] == other[e] for c in (self, other) for e in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] <= other[e] for c in (self, other) for e in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[e] >= other[e] for c in (self, other) for e in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element in list(self) + [e for e in other if e not in self]:
            times = combine(self[element], other[element])
            if times > 0:
                result[element] = times
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self._combined(Counter(), lambda a, b: a)

    def __neg__(self):
        return Counter()._combined(self, lambda a, b: -b)

    def _become(self, result):
        if result is NotImplemented:
            return result
        self.clear()
        dict.update(self, result)
        return self

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)


# --- namedtuple ----------------------------------------------------------------------------------

_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from "
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
).split()


class _Field:
    """A field of a named tuple, by its place."""

    def __init__(self, index):
        self.index = index
        self.__doc__ = f"Alias for field number {index}"

    def __get__(self, obj, cls=None):
        return self if obj is None else tuple.__getitem__(obj, self.index)

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f"_tuplegetter({self.index}, {self.__doc__!r})"


def _checked_names(typename, names, rename):
    seen = set()
    for i in range(len(names)):
        name = names[i]
        if rename and (
            not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen
        ):
            names[i] = f"_{i}"
        seen.add(name)
    for name in [typename] + names:
        if not isinstance(name, str):
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return names


def _plural(count, word):
    return f"{count} {word}" + ("" if count == 1 else "s")


def _listed(names):
    names = [repr(name) for name in names]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return f"{names[0]} and {names[1]}"
    return ", ".join(names[:-1]) + f", and {names[-1]}"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = tuple(_checked_names(str(typename), [str(name) for name in field_names], rename))
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    field_defaults = dict(zip(names[len(names) - len(defaults) :], defaults))
    title = str(typename)
    count = len(names)

    def __new__(cls, /, *args, **keywords):
        if len(args) == count and not keywords:
            return tuple.__new__(cls, args)
        given = len(args)
        if given > count:
            least = count - len(defaults)
            takes = f"from {least + 1} to {count + 1}" if defaults else str(count + 1)
            raise TypeError(
                f"{title}.__new__() takes {takes} positional arguments but {given + 1} were given"
            )
        values = dict(zip(names, args))
        for name, value in keywords.items():
            if name not in names:
                raise TypeError(f"{title}.__new__() got an unexpected keyword argument {name!r}")
            if name in values:
                raise TypeError(f"{title}.__new__() got multiple values for argument {name!r}")
            values[name] = value
        missing = []
        for name in names:
            if name not in values:
                if name in field_defaults:
                    values[name] = field_defaults[name]
                else:
                    missing.append(name)
        if missing:
            raise TypeError(
                f"{title}.__new__() missing "
                f"{_plural(len(missing), 'required positional argument')}: "
                f"{_listed(missing)}"
            )
        return tuple.__new__(cls, [values[name] for name in names])

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **keywords):
        result = self._make([keywords.pop(name, value) for name, value in zip(names, self)])
        if keywords:
            raise ValueError(f"Got unexpected field names: {list(keywords)!r}")
        return result

    def __repr__(self):
        return (
            type(self).__name__ + "(" + ", ".join([f"{n}={v!r}" for n, v in zip(names, self)]) + ")"
        )

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        "__doc__": f"{title}({', '.join(names)})",
        "__slots__": (),
        "_fields": names,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
    }
    for function in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f"{title}.{function.__name__}"
    for i in range(count):
        namespace[names[i]] = _Field(i)
    cls = type(title, (tuple,), namespace)
    if module is None:
        module = _calling_module()
    if module is not None:
        cls.__module__ = module
    return cls


def _calling_module():
    from sys import _calling_module

    return _calling_module()


# --- ChainMap, UserDict, UserList, UserString ----------------------------------------------------

from collections.abc import (
    Mapping as _Mapping,
    MutableMapping as _MutableMapping,
    MutableSequence as _MutableSequence,
    Sequence as _Sequence,
)


_MutableSequence.register(deque)


class ChainMap(_MutableMapping):
    """Several mappings as one; only the first one is changed."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return type(self)(merged)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **keywords):
        m = {} if m is None else m
        m.update(keywords)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.") from None

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def clear(self):
        self.maps[0].clear()


class UserDict(_MutableMapping):
    """A dict made to be derived from: everything goes through its methods."""

    def __init__(self, dict=None, /, **keywords):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if keywords:
            self.update(keywords)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        result = type(self)()
        result.__dict__.update(self.__dict__)
        result.data = self.data.copy()
        return result

    __copy__ = copy


class UserList(_MutableSequence):
    """A list made to be derived from."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data = list(initlist.data if isinstance(initlist, UserList) else initlist)

    def __repr__(self):
        return repr(self.data)

    def _items(self, other):
        return other.data if isinstance(other, UserList) else other

    def __eq__(self, other):
        return self.data == self._items(other)

    def __lt__(self, other):
        return self.data < self._items(other)

    def __le__(self, other):
        return self.data <= self._items(other)

    def __gt__(self, other):
        return self.data > self._items(other)

    def __ge__(self, other):
        return self.data >= self._items(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(self._items(other)))

    def __radd__(self, other):
        return type(self)(list(self._items(other)) + self.data)

    def __iadd__(self, other):
        self.data += self._items(other)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def __copy__(self):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__["data"] = self.data[:]
        return made

    def copy(self):
        return type(self)(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **keywords):
        self.data.sort(*args, **keywords)

    def extend(self, other):
        self.data.extend(self._items(other))


class UserString(_Sequence):
    """A str made to be derived from."""

    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserString) else other)

    def __lt__(self, other):
        return self.data < (other.data if isinstance(other, UserString) else other)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __contains__(self, part):
        return str(part) in self.data

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __radd__(self, other):
        return type(self)(str(other) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __getattr__(self, name):
        method = getattr(self.data, name)
        if not callable(method):
            return method

        def wrapper(*args, **keywords):
            result = method(*[a.data if isinstance(a, UserString) else a for a in args], **keywords)
            return type(self)(result) if isinstance(result, str) else result

        return wrapper
