"""Generic (shallow and deep) copying operations."""


class Error(Exception):
    pass


error = Error

_ATOMIC = {type(None), type(Ellipsis), type(NotImplemented), int, float, bool, complex, str, bytes, type, range, slice,
           property, type(len), type(lambda: 0)}


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _ATOMIC or cls is tuple or cls is frozenset:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, None)


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if cls is list:
        copied = []
        memo[id(x)] = copied
        for item in x:
            copied.append(deepcopy(item, memo))
    elif cls is dict:
        copied = {}
        memo[id(x)] = copied
        for key, value in x.items():
            copied[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        # a tuple inside itself, by way of a list, was finished meanwhile
        known = memo.get(id(x), _nil)
        if known is not _nil:
            return known
        copied = x
        for old, new in zip(x, items):
            if old is not new:
                copied = tuple(items)
                break
    elif cls is set:
        copied = {deepcopy(item, memo) for item in x}
    elif cls is frozenset:
        copied = frozenset([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        copied = x.copy()
    elif issubclass(cls, type):
        return x
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            copied = method(x, memo)
        elif hasattr(x, "__func__") and hasattr(x, "__self__"):
            copied = type(x)(x.__func__, deepcopy(x.__self__, memo))
        else:
            copied = _rebuild(x, memo)
    if copied is not x:
        memo[id(x)] = copied
        # keeps x alive, so that its id stays its own
        memo.setdefault(id(memo), []).append(x)
    return copied


# CPython's primitives are written in Python around locks, so a deep copy or a pickle of one fails at its lock.
_HOLD_LOCKS = {
    "threading": ("Event", "Semaphore", "BoundedSemaphore", "Barrier", "Thread", "Timer"),
    "queue": ("Queue", "LifoQueue", "PriorityQueue"),
}
_HOLD_RECURSIVE_LOCKS = {"concurrent.futures._base": ("Future",), "threading": ("Condition",)}
_BY_CODE = ("_thread", "_queue", "_io")


# The name of what in `x` cannot be copied or pickled, or None. `deep`: with all that it refers to.
def _obstacle(x, deep):
    for base in type(x).__mro__:
        module = base.__module__
        if module in _BY_CODE and base.__name__ not in ("StringIO", "BytesIO"):
            return f"{module}.{base.__name__}"
        if base.__name__ == "_local":
            return "_thread._local"
        if deep and base.__name__ in _HOLD_LOCKS.get(module, ()):
            return "_thread.lock"
        if deep and base.__name__ in _HOLD_RECURSIVE_LOCKS.get(module, ()):
            inner = getattr(x, "_lock", None)
            return "_thread.lock" if type(inner).__name__ == "lock" else "_thread.RLock"
        if deep and base.__name__ == "ThreadPoolExecutor" and module == "concurrent.futures.thread":
            return "_queue.SimpleQueue"
    return None


# What a class says of how its objects are made anew, in the protocol of pickle: (callable, arguments, state,
# list items, dict items).
def _recipe(x, deep):
    cls = type(x)
    obstacle = _obstacle(x, deep)
    if obstacle is not None:
        raise TypeError(f"cannot pickle '{obstacle}' object")
    method = getattr(cls, "__reduce_ex__", None)
    if method is not None and method is not getattr(object, "__reduce_ex__", None):
        return method(x, 4)
    method = getattr(cls, "__reduce__", None)
    if method is not None and method is not getattr(object, "__reduce__", None):
        return method(x)
    if not issubclass(cls, _COPYABLE) and cls.__module__ == "builtins" and not isinstance(x, BaseException):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return None


_COPYABLE = (list, dict, set, frozenset, tuple, int, float, complex, str, bytes, bytearray)


def _state_of(x):
    get = getattr(type(x), "__getstate__", None)
    if get is not None and get is not getattr(object, "__getstate__", None):
        return get(x)
    state = getattr(x, "__dict__", None)
    state = dict(state) if state else None
    slots = {}
    for base in type(x).__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


# A copy of an object of a script's class; a deep one when there is a memo.
def _rebuild(x, memo):
    cls = type(x)
    recipe = _recipe(x, memo is not None)
    if isinstance(recipe, str):
        return x
    if recipe is not None:
        make, arguments, *rest = recipe
        rest = list(rest) + [None] * (3 - len(rest))
        state, items, pairs = rest[0], rest[1], rest[2]
        if memo is not None:
            arguments = [deepcopy(argument, memo) for argument in arguments]
        copied = make(*arguments)
    else:
        given = ()
        options = {}
        if hasattr(cls, "__getnewargs_ex__"):
            given, options = x.__getnewargs_ex__()
        elif hasattr(cls, "__getnewargs__"):
            given = x.__getnewargs__()
        elif isinstance(x, BaseException):
            given = x.args
        elif isinstance(x, tuple):
            given = (list(tuple.__iter__(x)),)
        elif isinstance(x, (int, float, complex, str, bytes, frozenset)):
            given = (x,)
        if memo is not None:
            given = [deepcopy(argument, memo) for argument in given]
        base = _base_of(cls)
        copied = base.__new__(cls, *given, **options) if not isinstance(x, BaseException) else cls(*given)
        state = _state_of(x)
        items = iter(x) if isinstance(x, list) else None
        pairs = iter(x.items()) if isinstance(x, dict) else None
        if isinstance(x, set):
            set.update(copied, x if memo is None else [deepcopy(item, memo) for item in x])
    if memo is not None:
        memo[id(x)] = copied
    if state is not None:
        if memo is not None:
            state = deepcopy(state, memo)
        if hasattr(cls, "__setstate__"):
            copied.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                copied.__dict__.update(state)
            if slots:
                for name, value in slots.items():
                    object.__setattr__(copied, name, value)
    if items is not None:
        for item in items:
            copied.append(item if memo is None else deepcopy(item, memo))
    if pairs is not None:
        for key, value in pairs:
            if memo is None:
                copied[key] = value
            else:
                copied[deepcopy(key, memo)] = deepcopy(value, memo)
    return copied


def _base_of(cls):
    for base in cls.__mro__:
        if "__new__" in base.__dict__:
            return base
    return object
