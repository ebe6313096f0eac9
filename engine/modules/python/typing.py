"""Names for annotations: they say what is meant, and nothing checks it."""

TYPE_CHECKING = False

_ABC = "collections.abc."


def _lookup(path):
    module, _, name = path.rpartition(".")
    return getattr(__import__(module, None, None, [name]), name)


def _shown(item):
    if item is Ellipsis:
        return "..."
    if isinstance(item, type) and not hasattr(item, "__args__"):
        if item.__module__ == "builtins":
            return item.__qualname__
        return f"{item.__module__}.{item.__qualname__}"
    if isinstance(item, (list, tuple)):
        return "[" + ", ".join([_shown(part) for part in item]) + "]"
    return repr(item)


# What may stand in brackets: None means its type, a text a name to be looked up later.
def _checked(item, place="Parameters to generic types must be types."):
    if item is None:
        return type(None)
    if isinstance(item, str):
        return ForwardRef(item)
    if type(item) is tuple:
        raise TypeError(f"{place} Got {item!r:.100}.")
    return item


def _as_tuple(items):
    return items if isinstance(items, tuple) else (items,)


def _variables_of(args):
    found = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            inside = _variables_of(arg)
        elif isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inside = (arg,)
        elif isinstance(arg, type):
            inside = ()
        else:
            inside = getattr(arg, "__parameters__", ())
        for variable in inside:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _substituted(arg, table):
    if isinstance(arg, (list, tuple)):
        return type(arg)([_substituted(part, table) for part in arg])
    if isinstance(arg, (TypeVar, ParamSpec)):
        return table.get(arg, arg)
    if isinstance(arg, type):
        return arg
    inside = getattr(arg, "__parameters__", ())
    if inside:
        return arg[tuple([table.get(variable, variable) for variable in inside])]
    return arg


class _Final:
    """What all of these have in common: they can be joined by | and are never changed."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# --- variables ---------------------------------------------------------------------------------------------

class TypeVar(_Final):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple([_checked(one) for one in constraints])
        self.__bound__ = None if bound is None else _checked(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(_Final):
    """Parameter specification."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Final):
    """Type variable tuple."""

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ForwardRef(_Final):
    """Internal wrapper to hold a forward reference."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(("ForwardRef", self.__forward_arg__))

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


# --- aliases -----------------------------------------------------------------------------------------------

class _GenericAlias(_Final):
    """A generic class with the types it is used with."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables_of(args)
        self._name = name

    def __getitem__(self, items):
        items = _as_tuple(items)
        wanted = self.__parameters__
        if not wanted:
            raise TypeError(f"{self} is not a generic class")
        _check_count(self, items, len(wanted))
        table = dict(zip(wanted, [item if isinstance(item, list) else _checked(item) for item in items]))
        return self._with(tuple([_substituted(arg, table) for arg in self.__args__]))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name is not None and not _is_script_generic(self.__origin__):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _GenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __repr__(self):
        name = "typing." + self._name if self._name is not None else _shown(self.__origin__)
        return f"{name}[{', '.join([_shown(arg) for arg in self.__args__]) or '()'}]"


def _is_script_generic(origin):
    return isinstance(origin, type) and issubclass(origin, Generic)


def _check_count(what, items, wanted):
    if len(items) != wanted:
        many = "many" if len(items) > wanted else "few"
        raise TypeError(f"Too {many} arguments for {what}; actual {len(items)}, expected {wanted}")


class _UnionAlias(_GenericAlias):
    def _with(self, args):
        return Union[args]

    def __eq__(self, other):
        args = getattr(other, "__args__", None)
        if args is None or not (isinstance(other, _UnionAlias) or type(other).__name__ == "UnionType"):
            return NotImplemented
        return set(self.__args__) == set(args)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate typing.Union")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_shown(args[args[0] is type(None)])}]"
        return super().__repr__()


class _CallableAlias(_GenericAlias):
    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (parameters[0] is Ellipsis or isinstance(parameters[0], (ParamSpec, _GenericAlias))
                                     and self._is_open):
            return f"typing.Callable[{_shown(parameters[0])}, {_shown(result)}]"
        return f"typing.Callable[[{', '.join([_shown(one) for one in parameters])}], {_shown(result)}]"

    _is_open = False


class _LiteralAlias(_GenericAlias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        mine = {(type(arg), arg) for arg in self.__args__}
        return mine == {(type(arg), arg) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(arg), arg) for arg in self.__args__]))

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(arg) for arg in self.__args__])}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, (args[0],), name)
        self.__metadata__ = args[1:]

    def _with(self, args):
        return _AnnotatedAlias(args[0], args + self.__metadata__, None)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join([repr(one) for one in self.__metadata__])}]"


class _SpecialAlias(_Final):
    """typing.List and the like: `path` says what it stands for, which is looked up when it matters."""

    __slots__ = ("_path", "_count", "_name")

    def __init__(self, path, count, name):
        self._path = path
        self._count = count
        self._name = name

    @property
    def __origin__(self):
        return _lookup(self._path)

    @property
    def __name__(self):
        return self._name

    __qualname__ = __name__

    @property
    def __module__(self):
        return "typing"

    @property
    def __parameters__(self):
        return ()

    def __getitem__(self, items):
        items = tuple([_checked(item) for item in _as_tuple(items)])
        if self._count is not None:
            _check_count(self, items, self._count)
        return _GenericAlias(self.__origin__, items, self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialAlias):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _TupleAlias(_SpecialAlias):
    __slots__ = ()

    def __getitem__(self, items):
        items = _as_tuple(items)
        return _GenericAlias(tuple, tuple([item if item is Ellipsis else _checked(item) for item in items]), "Tuple")


class _CallableSpecial(_SpecialAlias):
    __slots__ = ()

    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = items
        is_open = not isinstance(parameters, list)
        if is_open:
            if not (parameters is Ellipsis or isinstance(parameters, ParamSpec)
                    or getattr(parameters, "_name", None) == "Concatenate"):
                raise TypeError(f"Callable[args, result]: args must be a list. Got {parameters}")
            parameters = [parameters]
        made = _CallableAlias(self.__origin__, tuple([one if one is Ellipsis else _checked(one) for one in parameters])
                              + (_checked(result),), "Callable")
        made._is_open = is_open
        return made


class _SpecialForm(_Final):
    __slots__ = ("_name", "_make")

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __getitem__(self, items):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._make(self, items)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self!r} cannot be used with issubclass()")

    def __repr__(self):
        return "typing." + self._name


def _one_item(form, items):
    return _GenericAlias(form, (_checked(items, f"{form} accepts only single type."),), form._name)


def _make_union(form, items):
    if items == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for item in _as_tuple(items):
        item = _checked(item, "Union[arg, ...]: each arg must be a type.")
        inside = item.__args__ if isinstance(item, _UnionAlias) or type(item).__name__ == "UnionType" else (item,)
        for one in inside:
            one = type(None) if one is None else one
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, tuple(flat), "Union")


def _make_optional(form, items):
    return Union[_checked(items, f"{form} requires a single type."), type(None)]


def _make_literal(form, items):
    flat = []
    for item in _as_tuple(items):
        for one in item.__args__ if isinstance(item, _LiteralAlias) else (item,):
            if not any([one == known and type(one) is type(known) for known in flat]):
                flat.append(one)
    return _LiteralAlias(form, tuple(flat), "Literal")


def _make_concatenate(form, items):
    return _GenericAlias(form, tuple([_checked(item) for item in _as_tuple(items)]), "Concatenate")


NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
ClassVar = _SpecialForm("ClassVar", _one_item)
Final = _SpecialForm("Final", _one_item)
Required = _SpecialForm("Required", _one_item)
NotRequired = _SpecialForm("NotRequired", _one_item)
TypeGuard = _SpecialForm("TypeGuard", _one_item)
Unpack = _SpecialForm("Unpack", _one_item)
Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", _make_optional)
Literal = _SpecialForm("Literal", _make_literal)
Concatenate = _SpecialForm("Concatenate", _make_concatenate)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Annotated:
    """Add context-specific metadata to a type."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        origin = _checked(params[0], "Annotated[t, ...]: t must be a type.")
        if isinstance(origin, _AnnotatedAlias):
            return _AnnotatedAlias(origin.__origin__, (origin.__origin__,) + origin.__metadata__ + params[1:])
        return _AnnotatedAlias(origin, (origin,) + params[1:])


List = _SpecialAlias("builtins.list", 1, "List")
Dict = _SpecialAlias("builtins.dict", 2, "Dict")
Set = _SpecialAlias("builtins.set", 1, "Set")
FrozenSet = _SpecialAlias("builtins.frozenset", 1, "FrozenSet")
Type = _SpecialAlias("builtins.type", 1, "Type")
Tuple = _TupleAlias("builtins.tuple", None, "Tuple")
Callable = _CallableSpecial(_ABC + "Callable", 2, "Callable")
DefaultDict = _SpecialAlias("collections.defaultdict", 2, "DefaultDict")
OrderedDict = _SpecialAlias("collections.OrderedDict", 2, "OrderedDict")
Counter = _SpecialAlias("collections.Counter", 1, "Counter")
ChainMap = _SpecialAlias("collections.ChainMap", 2, "ChainMap")
Deque = _SpecialAlias("collections.deque", 1, "Deque")
Hashable = _SpecialAlias(_ABC + "Hashable", 0, "Hashable")
Sized = _SpecialAlias(_ABC + "Sized", 0, "Sized")
Awaitable = _SpecialAlias(_ABC + "Awaitable", 1, "Awaitable")
Coroutine = _SpecialAlias(_ABC + "Coroutine", 3, "Coroutine")
AsyncIterable = _SpecialAlias(_ABC + "AsyncIterable", 1, "AsyncIterable")
AsyncIterator = _SpecialAlias(_ABC + "AsyncIterator", 1, "AsyncIterator")
AsyncGenerator = _SpecialAlias(_ABC + "AsyncGenerator", 2, "AsyncGenerator")
Iterable = _SpecialAlias(_ABC + "Iterable", 1, "Iterable")
Iterator = _SpecialAlias(_ABC + "Iterator", 1, "Iterator")
Generator = _SpecialAlias(_ABC + "Generator", 3, "Generator")
Reversible = _SpecialAlias(_ABC + "Reversible", 1, "Reversible")
Container = _SpecialAlias(_ABC + "Container", 1, "Container")
Collection = _SpecialAlias(_ABC + "Collection", 1, "Collection")
AbstractSet = _SpecialAlias(_ABC + "Set", 1, "AbstractSet")
MutableSet = _SpecialAlias(_ABC + "MutableSet", 1, "MutableSet")
Mapping = _SpecialAlias(_ABC + "Mapping", 2, "Mapping")
MutableMapping = _SpecialAlias(_ABC + "MutableMapping", 2, "MutableMapping")
Sequence = _SpecialAlias(_ABC + "Sequence", 1, "Sequence")
MutableSequence = _SpecialAlias(_ABC + "MutableSequence", 1, "MutableSequence")
ByteString = _SpecialAlias(_ABC + "ByteString", 0, "ByteString")
MappingView = _SpecialAlias(_ABC + "MappingView", 1, "MappingView")
KeysView = _SpecialAlias(_ABC + "KeysView", 1, "KeysView")
ItemsView = _SpecialAlias(_ABC + "ItemsView", 2, "ItemsView")
ValuesView = _SpecialAlias(_ABC + "ValuesView", 1, "ValuesView")
ContextManager = _SpecialAlias("contextlib.AbstractContextManager", 1, "ContextManager")
AsyncContextManager = _SpecialAlias("contextlib.AbstractAsyncContextManager", 1, "AsyncContextManager")
Pattern = _SpecialAlias("re.Pattern", 1, "Pattern")
Match = _SpecialAlias("re.Match", 1, "Match")
Text = str
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
AnyStr = TypeVar("AnyStr", bytes, str)


# --- generic classes and protocols -------------------------------------------------------------------------

class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        params = _as_tuple(params)
        if cls is Generic or cls is Protocol:
            name = cls.__name__
            if not params:
                raise TypeError(f"Parameter list to {name}[...] cannot be empty")
            for one in params:
                if not isinstance(one, (TypeVar, ParamSpec)) and getattr(one, "_name", None) != "Unpack":
                    raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter "
                                    "specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {name}[...] must all be unique")
            return _GenericAlias(cls, params, name)
        wanted = cls.__parameters__
        if not wanted:
            raise TypeError(f"{cls} is not a generic class")
        params = tuple([list(one) if isinstance(one, list) else one if one is Ellipsis else _checked(one)
                        for one in params])
        if not any([isinstance(one, (TypeVarTuple, ParamSpec)) for one in wanted]):
            _check_count(cls, params, len(wanted))
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if cls.__name__ != "Protocol" and Generic in cls.__bases__:
                raise TypeError("Cannot inherit from plain Generic")
            cls.__parameters__ = ()
            return
        given = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                if given is not None and base.__origin__ is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                given = base.__parameters__
        found = _variables_of([base for base in bases if not isinstance(base, type)])
        if given is None:
            given = found
        else:
            missing = [str(one) for one in found if one not in given]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                f"Generic[{', '.join([str(one) for one in given])}]")
        cls.__parameters__ = tuple(given)


from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod

Protocol = None


# What an object must have to follow a protocol.
def _protocol_names(cls):
    names = []
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic") or not base.__dict__.get("_is_protocol"):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", ())):
            if name not in names and not name.startswith("_abc_") and name not in _NO_MEMBERS:
                names.append(name)
    return names


_NO_MEMBERS = ("__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
               "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__",
               "__qualname__", "_is_protocol", "_is_runtime_protocol", "__match_args__", "__init_subclass__")


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            for name in _protocol_names(cls):
                found = getattr(instance, name, _ABC)
                if found is _ABC or (found is None and callable(getattr(cls, name, None))):
                    return False
            return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        if cls.__dict__.get("_is_protocol") and cls not in getattr(subclass, "__mro__", (cls,)):
            if not cls.__dict__.get("_is_runtime_protocol"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            for name in _protocol_names(cls):
                if not callable(getattr(cls, name, None)):
                    raise TypeError("Protocols with non-method members don't support issubclass()")
                for base in subclass.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return False
                        break
                else:
                    return False
            return True
        return super().__subclasscheck__(subclass)


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol:
            for base in cls.__bases__:
                if not (base in (object, Generic) or getattr(base, "_is_protocol", False)
                        or base.__module__ in ("collections.abc", "contextlib")):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
            if "__init__" not in cls.__dict__:
                cls.__init__ = _no_init
        elif cls.__init__ is _no_init:
            for base in cls.__mro__:
                own = base.__dict__.get("__init__")
                if own is not None and own is not _no_init:
                    cls.__init__ = own
                    break


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def _one_method_protocol(name, method):
    body = {method: _abstractmethod(lambda self: None), "__module__": "typing", "__slots__": ()}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), body))


SupportsInt = _one_method_protocol("SupportsInt", "__int__")
SupportsFloat = _one_method_protocol("SupportsFloat", "__float__")
SupportsComplex = _one_method_protocol("SupportsComplex", "__complex__")
SupportsBytes = _one_method_protocol("SupportsBytes", "__bytes__")
SupportsIndex = _one_method_protocol("SupportsIndex", "__index__")
SupportsAbs = _one_method_protocol("SupportsAbs", "__abs__")
SupportsRound = _one_method_protocol("SupportsRound", "__round__")


class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO."""


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""


# --- named tuples and typed dicts --------------------------------------------------------------------------

def _make_named_tuple(name, annotations, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, list(annotations), defaults=defaults, module=module)
    checked = {key: _checked(value) for key, value in annotations.items()}
    made.__annotations__ = checked
    made.__new__.__annotations__ = checked
    return made


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, body):
        annotations = body.get("__annotations__", {})
        defaults = []
        for field in annotations:
            if field in body:
                defaults.append(body[field])
            elif defaults:
                last = [known for known in annotations if known in body and known != field]
                plural = "s" if len(last) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural} "
                                f"{', '.join(last)}")
        made = _make_named_tuple(name, annotations, defaults, body["__module__"])
        if len(bases) > 1:
            made = type(made)(name, (made,) + tuple([base for base in bases if base is not _NamedTuple]), {})
        for key, value in body.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__annotations__", "__module__", "__orig_bases__") and key not in annotations:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})


class _NamedTupleFunction:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _make_named_tuple(typename, dict(fields), (), "__main__")

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTupleFunction()


def _without_qualifiers(annotation):
    required = None
    while isinstance(annotation, _GenericAlias):
        name = annotation._name
        if name == "Required" or name == "NotRequired":
            required = name == "Required"
            annotation = annotation.__args__[0]
        elif isinstance(annotation, _AnnotatedAlias):
            annotation = annotation.__origin__
        else:
            break
    return required


class _TypedDictMeta(type):
    def __new__(cls, name, bases, body, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        own = {key: _checked(value) for key, value in body.get("__annotations__", {}).items()}
        generic = (Generic,) if Generic in bases else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), body)
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        for key, value in own.items():
            is_required = _without_qualifiers(value)
            (required if total and is_required is None or is_required else optional).add(key)
        annotations.update(own)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


class _TypedDictFunction:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        body = {"__annotations__": dict(fields), "__module__": "__main__"}
        return _TypedDictMeta(typename, (), body, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDictFunction()


class NewType(_Final):
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                        f"`Subclass = NewType('Subclass', {self.__name__})`")

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


# --- functions ---------------------------------------------------------------------------------------------

def cast(typ, val):
    """Cast a value to a type."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods."""
    return _overload_dummy


def get_overloads(func):
    return []


def clear_overloads():
    pass


def dataclass_transform(**parameters):
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = parameters
        return cls_or_fn
    return decorate


def is_typeddict(tp):
    return isinstance(tp, type) and type(tp) is _TypedDictMeta


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _SpecialAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if type(tp).__name__ == "UnionType":
        return type(tp)
    return getattr(tp, "__origin__", None) if type(tp).__name__ == "GenericAlias" else None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableAlias):
        *parameters, result = tp.__args__
        return (parameters[0] if tp._is_open else parameters, result)
    if isinstance(tp, _GenericAlias) or type(tp).__name__ in ("GenericAlias", "UnionType"):
        return tp.__args__
    return ()


def _evaluated(value, global_names, local_names, include_extras):
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        value = eval(value, global_names, local_names)
        return _evaluated(_checked(value), global_names, local_names, include_extras)
    if isinstance(value, (list, tuple)):
        return type(value)([_evaluated(one, global_names, local_names, include_extras) for one in value])
    if isinstance(value, _GenericAlias):
        if not include_extras:
            if isinstance(value, _AnnotatedAlias):
                return _evaluated(value.__origin__, global_names, local_names, include_extras)
            if value._name == "Required" or value._name == "NotRequired":
                return _evaluated(value.__args__[0], global_names, local_names, include_extras)
        args = tuple([_evaluated(one, global_names, local_names, include_extras) for one in value.__args__])
        if args != value.__args__:
            made = value._with(args)
            if isinstance(value, _CallableAlias):
                made._is_open = value._is_open
            return made
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    from sys import modules
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = dict(getattr(modules.get(base.__module__), "__dict__", {}))
            for name, value in base.__dict__.get("__annotations__", {}).items():
                value = type(None) if value is None else value
                hints[name] = _evaluated(value, dict(names), localns or dict(base.__dict__), include_extras)
        return hints
    if globalns is None:
        function = obj
        while hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        globalns = getattr(function, "__globals__", None)
        if globalns is None:
            globalns = getattr(obj, "__dict__", {})
    found = getattr(obj, "__annotations__", None)
    if found is None:
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    for name, value in found.items():
        value = type(None) if value is None else value
        hints[name] = _evaluated(value, globalns, localns or globalns, include_extras)
    return hints
