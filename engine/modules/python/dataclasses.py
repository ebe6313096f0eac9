"""Classes that are mostly data: their methods are written from their annotations."""

from _thread import get_ident as _get_ident
from types import MappingProxyType as _MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_NO_METADATA = _MappingProxyType({})
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        inside = self.type.__name__ if isinstance(self.type, type) and not hasattr(self.type, "__args__") else repr(self.type)
        return f"dataclasses.InitVar[{inside}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
                f"_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
                f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- reading a class ---------------------------------------------------------------------------------------

# What a text annotation that begins with a name, or a module's name, stands for.
def _named_by(text, cls):
    name = text.split("[")[0].strip()
    from sys import modules
    space = getattr(modules.get(cls.__module__), "__dict__", {})
    parts = name.split(".")
    if len(parts) == 1:
        return space.get(name)
    if len(parts) == 2:
        return getattr(space.get(parts[0]), parts[1], None)
    return None


def _kind_of(annotation, cls):
    if isinstance(annotation, str):
        if "ClassVar" not in annotation and "InitVar" not in annotation and "KW_ONLY" not in annotation:
            return _FIELD
        annotation = _named_by(annotation, cls)
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    if annotation is KW_ONLY:
        return KW_ONLY
    origin = getattr(annotation, "__origin__", annotation)
    if type(origin).__module__ == "typing" and getattr(origin, "_name", None) == "ClassVar":
        return _FIELD_CLASSVAR
    return _FIELD


def _read_field(cls, name, annotation, kind, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if default is MISSING:
        default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    found._field_type = kind
    if kind is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if kind is _FIELD_CLASSVAR:
        if found.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif found.kw_only is MISSING:
        found.kw_only = kw_only
    if kind is _FIELD and type(found.default).__hash__ is None:
        raise ValueError(f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory")
    return found


# --- writing methods ---------------------------------------------------------------------------------------

# Makes a function by its text. The lines are numbered as learners see them in CPython's tracebacks, where
# the function stands inside another that brings the names it uses.
def _make_function(name, parameters, body, given, annotations):
    lines = "\n".join(["  " + line for line in body])
    names = ", ".join(given)
    text = f"def __create_fn__({names}):\n def {name}({', '.join(parameters)}):\n{lines}\n return {name}"
    space = {}
    exec(text, space)
    made = space["__create_fn__"](**given)
    made.__annotations__ = annotations
    return made


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    _set_always(cls, name, value)
    return False


def _set_always(cls, name, value):
    if isinstance(value, type(_set_new)):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
        value.__module__ = cls.__module__
    setattr(cls, name, value)


class _Factory:
    def __repr__(self):
        return "<factory>"


_FACTORY = _Factory()


def _init_function(all_fields, frozen, has_post_init, self_name):
    plain = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    seen_default = False
    for f in plain:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    given = {}
    annotations = {}
    parameters = [self_name]
    for f in plain + keyword:
        if keyword and f is keyword[0]:
            parameters.append("*")
        text = f.name
        if f.default is not MISSING:
            given["_dflt_" + f.name] = f.default
            text += "=_dflt_" + f.name
        elif f.default_factory is not MISSING:
            given["_HAS_DEFAULT_FACTORY"] = _FACTORY
            text += "=_HAS_DEFAULT_FACTORY"
        parameters.append(text)
        annotations[f.name] = f.type
    annotations["return"] = None
    body = []
    for f in all_fields:
        if f._field_type is _FIELD_INITVAR:
            continue
        if f.default_factory is not MISSING:
            given["_factory_" + f.name] = f.default_factory
            value = f"_factory_{f.name}()"
            if f.init:
                value += f" if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING and frozen is _SLOTTED:
            given["_dflt_" + f.name] = f.default
            value = "_dflt_" + f.name
        else:
            continue
        if frozen is True or frozen is _FROZEN_SLOTTED:
            given["_set"] = object.__setattr__
            body.append(f"_set({self_name},{f.name!r},{value})")
        else:
            body.append(f"{self_name}.{f.name}={value}")
    if has_post_init:
        passed = ",".join([f.name for f in all_fields if f._field_type is _FIELD_INITVAR])
        body.append(f"{self_name}.__post_init__({passed})")
    return _make_function("__init__", parameters, body or ["pass"], given, annotations)


_SLOTTED = "slots"
_FROZEN_SLOTTED = "frozen slots"

# (object, thread) of the reprs that are being made: what contains itself is shown as ...
_shown = set()


def _repr_function(names):
    def __repr__(self):
        key = id(self), _get_ident()
        if key in _shown:
            return "..."
        _shown.add(key)
        try:
            return type(self).__qualname__ + "(" + ", ".join([f"{name}={getattr(self, name)!r}" for name in names]) + ")"
        finally:
            _shown.discard(key)
    return __repr__


def _tuple_text(owner, names):
    return "(" + "".join([f"{owner}.{name}," for name in names]) + ")"


def _compare_function(name, operator, names):
    body = ["if other.__class__ is self.__class__:",
            f" return {_tuple_text('self', names)}{operator}{_tuple_text('other', names)}",
            "return NotImplemented"]
    return _make_function(name, ["self", "other"], body, {}, {})


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__ if annotation.__module__ == "builtins" else "__main__." + annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(all_fields):
    shown = []
    plain = [f for f in all_fields if f.init and not f.kw_only]
    keyword = [f for f in all_fields if f.init and f.kw_only]
    for f in plain + keyword:
        if keyword and f is keyword[0]:
            shown.append("*")
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return "(" + ", ".join(shown) + ")"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    found = {}
    has_dataclass_bases = any_frozen_base = False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is None:
            continue
        has_dataclass_bases = True
        for f in inherited.values():
            found[f.name] = f
        if base.__dataclass_params__.frozen:
            any_frozen_base = True
        elif frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    if any_frozen_base and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        kind = _kind_of(annotation, cls)
        if kind is KW_ONLY:
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = True
            kw_only = True
            continue
        own.append(_read_field(cls, name, annotation, kind, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    given_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = not (given_hash is MISSING or (given_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    settable = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    real = [f for f in settable if f._field_type is _FIELD]
    if init:
        storage = (_FROZEN_SLOTTED if slots else True) if frozen else (_SLOTTED if slots else False)
        self_name = "__dataclass_self__" if "self" in found else "self"
        _set_new(cls, "__init__", _init_function(settable, storage, hasattr(cls, "__post_init__"), self_name))
    if repr:
        _set_new(cls, "__repr__", _repr_function([f.name for f in real if f.repr]))
    compared = [f.name for f in real if f.compare]
    if eq:
        _set_new(cls, "__eq__", _compare_function("__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new(cls, name, _compare_function(name, operator, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        _freeze(cls, tuple([f.name for f in real]))
    _set_hash(cls, unsafe_hash, eq, frozen, has_own_hash,
              [f.name for f in real if (f.compare if f.hash is None else f.hash)])
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature_text(settable)
    if match_args:
        _set_new(cls, "__match_args__", tuple([f.name for f in settable if f.init and not f.kw_only]))
    if slots:
        cls = _with_slots(cls, [f.name for f in real], frozen)
    return cls


def _set_hash(cls, unsafe_hash, eq, frozen, has_own_hash, names):
    if unsafe_hash:
        if has_own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif has_own_hash or not eq:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    body = ["return hash(" + _tuple_text("self", names) + ")"]
    _set_always(cls, "__hash__", _make_function("__hash__", ["self"], body, {}, {}))


def _with_slots(cls, names, frozen):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = []
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.extend([slots] if isinstance(slots, str) else slots)
    namespace = dict(cls.__dict__)
    namespace["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        # the hooks name the class they were made for
        del made.__setattr__, made.__delattr__
        _freeze(made, tuple(names))
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return wrap if cls is None else wrap(cls)


# --- using dataclasses -------------------------------------------------------------------------------------

def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _inside(value, convert):
    cls = type(value)
    if isinstance(value, tuple) and hasattr(cls, "_fields"):
        return cls(*[convert(item) for item in value])
    if isinstance(value, (list, tuple)):
        return cls([convert(item) for item in value])
    if isinstance(value, dict):
        pairs = [(convert(key), convert(item)) for key, item in value.items()]
        if hasattr(cls, "default_factory"):
            result = cls(value.default_factory)
            result.update(pairs)
            return result
        return cls(pairs)
    from copy import deepcopy
    return deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(value):
        if _is_instance(value):
            return dict_factory([(f.name, convert(getattr(value, f.name))) for f in fields(value)])
        return _inside(value, convert)

    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(value):
        if _is_instance(value):
            return tuple_factory([convert(getattr(value, f.name)) for f in fields(value)])
        return _inside(value, convert)

    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Return a new dynamically created dataclass."""
    from keyword import iskeyword
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, body[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    body["__annotations__"] = annotations
    metaclass = type(bases[0]) if bases else type
    cls = metaclass(cls_name, bases, body)
    cls.__module__ = "types"
    return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
