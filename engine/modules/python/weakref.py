"""Weak references. There are no reference counts here, so what they refer to stays for the run."""

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_NOT_REFERABLE = (int, float, complex, str, bytes, bytearray, tuple, list, dict, range, slice, type(None),
                  type(NotImplemented), type(Ellipsis), property)


def _check(obj):
    cls = type(obj)
    if cls in _NOT_REFERABLE or cls is bool:
        raise TypeError(f"cannot create weak reference to '{cls.__name__}' object")


class ref:
    """A weak reference: called, it gives the object."""

    __slots__ = ("_object", "__callback__")

    def __init__(self, object, callback=None, /):
        _check(object)
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        return self._object == other._object

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return f"<weakref at {id(self):#x}; to '{type(self._object).__name__}' at {id(self._object):#x}>"


ref.__name__ = ref.__qualname__ = "ReferenceType"
ReferenceType = ref


class WeakMethod(ref):
    """A reference to a bound method."""

    __slots__ = ()


class _Proxy:
    __slots__ = ("_object",)

    def __init__(self, object):
        _set(self, "_object", object)

    def __getattribute__(self, name):
        return getattr(_get(self, "_object"), name)

    def __setattr__(self, name, value):
        setattr(_get(self, "_object"), name, value)

    def __delattr__(self, name):
        delattr(_get(self, "_object"), name)

    def __str__(self):
        return str(_get(self, "_object"))

    def __bool__(self):
        return bool(_get(self, "_object"))

    def __len__(self):
        return len(_get(self, "_object"))

    def __iter__(self):
        return iter(_get(self, "_object"))

    def __contains__(self, item):
        return item in _get(self, "_object")

    def __getitem__(self, key):
        return _get(self, "_object")[key]

    def __setitem__(self, key, value):
        _get(self, "_object")[key] = value

    def __eq__(self, other):
        return _get(self, "_object") == other

    __hash__ = None


class _CallableProxy(_Proxy):
    __slots__ = ()

    def __call__(self, *args, **keywords):
        return _get(self, "_object")(*args, **keywords)


_get = object.__getattribute__
_set = object.__setattr__
ProxyType = _Proxy
CallableProxyType = _CallableProxy
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    _check(object)
    return _CallableProxy(object) if callable(object) else _Proxy(object)


def getweakrefcount(object, /):
    return 0


def getweakrefs(object, /):
    return []


class WeakValueDictionary(dict):
    """Mapping class that references values weakly."""

    def __setitem__(self, key, value):
        _check(value)
        dict.__setitem__(self, key, value)

    def valuerefs(self):
        return [ref(value) for value in self.values()]

    def __repr__(self):
        return f"<WeakValueDictionary at {id(self):#x}>"


class WeakKeyDictionary(dict):
    """Mapping class that references keys weakly."""

    def __setitem__(self, key, value):
        _check(key)
        dict.__setitem__(self, key, value)

    def keyrefs(self):
        return [ref(key) for key in self]

    def __repr__(self):
        return f"<WeakKeyDictionary at {id(self):#x}>"


class WeakSet(set):
    """Set class that references its elements weakly."""

    def add(self, item):
        _check(item)
        set.add(self, item)


class finalize:
    """Class for finalization of weakrefable objects: here at the end of the program."""

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit
        _check(obj)
        self._call = (obj, func, args, kwargs)
        self.atexit = True
        atexit.register(self._at_exit)

    def _at_exit(self):
        if self.atexit:
            self()

    def __call__(self, _=None):
        call = self._call
        if call is None:
            return None
        self._call = None
        return call[1](*call[2], **call[3])

    def detach(self):
        call = self._call
        self._call = None
        return call

    def peek(self):
        return self._call

    @property
    def alive(self):
        return self._call is not None
