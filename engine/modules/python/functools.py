"""Tools for functions and callable objects."""

from collections import namedtuple as _namedtuple
from types import GenericAlias as _GenericAlias

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


_shown = set()  # the ids of the partials whose text is being made


class partial:
    """A function with some of its arguments given already."""

    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")
    __tp_name__ = "functools.partial"

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            parts = [repr(self.func)]
            parts.extend([repr(arg) for arg in self.args])
            parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        finally:
            _shown.discard(id(self))
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        func, args, keywords, attributes = state
        self.func = func
        self.args = args
        self.keywords = {} if keywords is None else keywords
        if attributes is not None:
            self.__dict__.update(attributes)


class partialmethod:
    """A method with some of its arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        args = ", ".join([repr(arg) for arg in self.args])
        keywords = ", ".join([f"{name}={value!r}" for name, value in self.keywords.items()])
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})"

    def __get__(self, obj, cls=None):
        find = getattr(self.func, "__get__", None)
        if find is not None:
            found = find(obj, cls)
            if found is not self.func:
                return partial(found, *self.args, **self.keywords)

        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        return method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


# --- ordering ------------------------------------------------------------------------------------


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


# How an order that a class lacks comes from the one it has: with that one's answer, and whether
# they are equal.
_DERIVED_ORDERS = {
    "__lt__": {
        "__gt__": lambda answer, self, other: not answer and self != other,
        "__le__": lambda answer, self, other: answer or self == other,
        "__ge__": lambda answer, self, other: not answer,
    },
    "__le__": {
        "__ge__": lambda answer, self, other: not answer or self == other,
        "__lt__": lambda answer, self, other: answer and self != other,
        "__gt__": lambda answer, self, other: not answer,
    },
    "__gt__": {
        "__lt__": lambda answer, self, other: not answer and self != other,
        "__ge__": lambda answer, self, other: answer or self == other,
        "__le__": lambda answer, self, other: not answer,
    },
    "__ge__": {
        "__le__": lambda answer, self, other: not answer or self == other,
        "__gt__": lambda answer, self, other: answer and self != other,
        "__lt__": lambda answer, self, other: not answer,
    },
}


def _derived_order(root, name, combine):
    def method(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        return combine(answer, self, other)

    method.__name__ = name
    method.__qualname__ = name
    return method


def total_ordering(cls):
    roots = [
        name
        for name in ("__lt__", "__le__", "__gt__", "__ge__")
        if getattr(cls, name, None) is not getattr(object, name, None)
    ]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)  # prefers __lt__ to __le__ to __gt__ to __ge__
    for name, combine in _DERIVED_ORDERS[root].items():
        if name not in roots:
            setattr(cls, name, _derived_order(root, name, combine))
    return cls


# --- caches --------------------------------------------------------------------------------------

_CacheInfo = _namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def _make_key(args, keywords, typed):
    if not keywords and not typed:
        return args
    parts = args
    if keywords:
        parts = parts + (_missing,)
        for item in keywords.items():
            parts = parts + item
    if typed:
        parts = (
            parts
            + tuple([type(arg) for arg in args])
            + tuple([type(value) for value in keywords.values()])
        )
    return parts


class _lru_cache_wrapper:
    """A function that remembers what it returned."""

    __tp_name__ = "functools._lru_cache_wrapper"
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._results = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **keywords):
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _make_key(args, keywords, self._typed)
        results = self._results
        found = results.get(key, _missing)
        if found is not _missing:
            self._hits += 1
            if maxsize is not None:
                # The most recently used stands last.
                results.pop(key, None)
                results[key] = found
            return found
        self._misses += 1
        result = self._function(*args, **keywords)
        if maxsize is not None and key not in results and len(results) >= maxsize:
            for oldest in results:
                del results[oldest]
                break
        results[key] = result
        return result

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        from types import MethodType

        return MethodType(self, obj)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        self._results.clear()
        self._hits = 0
        self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then kept in the object."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        kept = instance.__dict__
        value = kept.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            kept[self.attrname] = value
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# --- dispatch by type ----------------------------------------------------------------------------


def _annotated_class(func):
    for name, cls in getattr(func, "__annotations__", {}).items():
        if name != "return":
            return cls
    raise TypeError(
        f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or "
        "plain `@register` on an annotated function."
    )


def singledispatch(func):
    registry = {object: func}

    # Of the classes above `cls`, the first that is registered or has what an abstract class that is
    # registered asks for; such a class counts from where in the order it first holds.
    def dispatch(cls):
        order = cls.__mro__
        abstract = [one for one in registry if one not in order and issubclass(cls, one)]
        for base in order:
            if base in registry:
                return registry[base]
            fitting = [
                one for one in abstract
                if issubclass(base, one) and not any([issubclass(above, one) for above in base.__bases__])
            ]
            fitting = [
                one for one in fitting
                if not any([other is not one and issubclass(other, one) for other in fitting])
            ]
            if len(fitting) > 1:
                raise RuntimeError(f"Ambiguous dispatch: {fitting[0]} or {fitting[1]}")
            if fitting:
                return registry[fitting[0]]
        return registry[object]

    def register(cls, func=None):
        if func is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            func = cls
            cls = _annotated_class(func)
        classes = getattr(cls, "__args__", None) if not isinstance(cls, type) else (cls,)
        if classes is None:
            raise TypeError(
                f"Invalid annotation for {next(iter(func.__annotations__))!r}. "
                f"{cls!r} is not a class."
            )
        for one in classes:
            registry[type(None) if one is None else one] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    from types import MappingProxyType

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    return wrapper


class singledispatchmethod:
    """Single dispatch for methods, by the first argument behind self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        if isinstance(cls, (classmethod, staticmethod)):
            self.dispatcher.register(_annotated_class(cls.__func__), cls)
            return cls
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            function = self.dispatcher.dispatch(args[0].__class__)
            return function.__get__(obj, cls)(*args, **keywords)

        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
