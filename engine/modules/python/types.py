"""Names for the types of the interpreter's own objects."""


def _function():
    pass


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    def method(self):
        pass


def _closure():
    cell = 1

    def inner():
        return cell

    return inner


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
GeneratorType = type((lambda: (yield))())
_running = _coroutine()
CoroutineType = type(_running)
_running.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
CellType = type(_closure().__closure__[0])
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(Ellipsis)
GetSetDescriptorType = type(type.__dict__["__name__"])


class _Slots:
    __slots__ = ("member",)


MemberDescriptorType = type(_Slots.__dict__["member"])
import sys as _sys

ModuleType = type(_sys)
del _running

TracebackType = _sys._traceback_class()
FrameType = type((lambda: (yield))().gi_frame)


class SimpleNamespace:
    """An object with the attributes it was made with."""

    __tp_name__ = "types.SimpleNamespace"
    def __init__(self, /, *args, **keywords):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(keywords)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return (
            name
            + "("
            + ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()])
            + ")"
        )

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


class DynamicClassAttribute:
    """An attribute of instances that the class looks up by __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError()
        return self.fget(instance)


def _shown(item):
    if item is Ellipsis:
        return "..."
    if item is None or item is NoneType:
        return "None"
    if isinstance(item, type) and type(item) is not GenericAlias:
        return (
            item.__qualname__
            if item.__module__ == "builtins"
            else f"{item.__module__}.{item.__qualname__}"
        )
    return repr(item)


class GenericAlias:
    """A class with the types of its items, like list[int]."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = tuple(
            [arg for arg in self.__args__ if type(arg).__name__ == "TypeVar"]
        )

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"'types.GenericAlias' object has no attribute {name!r}")
        return getattr(self.__origin__, name)

    def __getitem__(self, args):
        return GenericAlias(self.__origin__, args)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __repr__(self):
        inside = ", ".join([_shown(arg) for arg in self.__args__]) or "()"
        return f"{_shown(self.__origin__)}[{inside}]"


class UnionType:
    """One of several types, like int | str."""

    def __init__(self, args):
        self.__args__ = args

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        for arg in self.__args__:
            if isinstance(instance, NoneType if arg is None else arg):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, NoneType if arg is None else arg):
                return True
        return False

    def __repr__(self):
        return " | ".join([_shown(arg) for arg in self.__args__])


def _make_union(a, b):
    args = []
    for side in (a, b):
        for arg in side.__args__ if isinstance(side, UnionType) else (side,):
            arg = NoneType if arg is None else arg
            if arg not in args:
                args.append(arg)
    return args[0] if len(args) == 1 else UnionType(tuple(args))


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    metaclass = kwds.pop("metaclass", type(bases[0]) if bases else type)
    namespace = (
        metaclass.__prepare__(name, bases, **kwds) if hasattr(metaclass, "__prepare__") else {}
    )
    if exec_body is not None:
        exec_body(namespace)
    return metaclass(name, bases, namespace, **kwds)


def coroutine(func):
    """Convert regular generator function to a coroutine."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    flags = func.__code__.co_flags if type(func) is FunctionType else 0
    if flags & 128:
        return func
    if flags & 32:
        _make_awaitable(func)
        return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or _is_awaitable_generator(made) or not hasattr(made, "send"):
            return made
        return _awaitable(made)
    wrapped.__name__ = getattr(func, "__name__", "wrapped")
    wrapped.__qualname__ = getattr(func, "__qualname__", "wrapped")
    wrapped.__wrapped__ = func
    return wrapped


class _awaitable:
    """What a function made whose result is like a generator."""

    def __init__(self, made):
        self._made = made
        self.__name__ = getattr(made, "__name__", None)
        self.__qualname__ = getattr(made, "__qualname__", None)

    def send(self, value):
        return self._made.send(value)

    def throw(self, *exception):
        return self._made.throw(*exception)

    def close(self):
        return self._made.close()

    def __next__(self):
        return next(self._made)

    def __iter__(self):
        return self

    __await__ = __iter__
