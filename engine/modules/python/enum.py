"""Enumerations: classes whose objects are a fixed set of named values."""

from builtins import property as _property
from types import MappingProxyType as _MappingProxyType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
           "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE"]

_UNSET = object()

# Set as soon as the classes exist: classes are made with their help.
Enum = Flag = ReprEnum = EJECT = KEEP = STRICT = CONFORM = None


class property(_property):
    """A property that members may hide on the class."""

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class member:
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    cls = type(value)
    return hasattr(cls, "__get__") or hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_")


class _EnumDict(dict):
    """The namespace of an enumeration's body: keeps apart what is to become a member."""

    def __init__(self, class_name, generate):
        self._class_name = class_name
        self._generate = generate
        self._names = {}
        self._values = []
        self._ignored = []

    def __setitem__(self, key, value):
        if _is_sunder(key):
            if key not in _SUNDERS:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._values:
                    raise TypeError("_generate_next_value_ must be defined before members")
                if isinstance(value, staticmethod):
                    value = value.__func__
                self._generate = value
                value = staticmethod(value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignored = value
                found = [name for name in value if name in self._names]
                if found:
                    raise ValueError(f"_ignore_ cannot specify already set names: {set(found)!r}")
        elif key in self._names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key not in self._ignored and not _is_dunder(key) and not key.startswith(f"_{self._class_name}__"):
            if isinstance(value, nonmember):
                value = value.value
            elif isinstance(value, member) or not _is_descriptor(value):
                if key in self:
                    raise TypeError(f"{key!r} already defined as {self[key]!r}")
                value = self._member_value(key, value.value if isinstance(value, member) else value)
        dict.__setitem__(self, key, value)

    def _member_value(self, key, value):
        if isinstance(value, auto):
            value = self._next_value(key, value)
        elif type(value) is tuple and any([isinstance(item, auto) for item in value]):
            items = []
            for item in value:
                if isinstance(item, auto):
                    item = self._next_value(key, item)
                    self._values.append(item)
                items.append(item)
            self._names[key] = None
            return tuple(items)
        self._names[key] = None
        self._values.append(value)
        return value

    def _next_value(self, key, item):
        if item.value is _UNSET:
            item.value = self._generate(key, 1, len(self._names), self._values[:])
        return item.value


# The enumeration among the bases, and the class of the members' values.
def _types_of(bases):
    first = None
    data_type = object
    for base in bases:
        if Enum is not None and issubclass(base, Enum):
            first = base
            if base._member_type_ is not object:
                data_type = base._member_type_
            continue
        if data_type is object:
            for ancestor in base.__mro__:
                own = ancestor.__dict__
                if ancestor is not object and ("__new__" in own or "__init__" in own):
                    data_type = base
                    break
    return first if first is not None else Enum, data_type


def _maker_of(namespace, first, data_type):
    own = namespace.get("__new__")
    if own is not None:
        return own.__func__ if isinstance(own, staticmethod) else own
    if first is not None:
        for base in first.__mro__:
            if "__new_member__" in base.__dict__ and base is not Enum:
                maker = base.__dict__["__new_member__"]
                if maker is not None:
                    return maker.__func__ if isinstance(maker, staticmethod) else maker
    return None if data_type.__new__ is object.__new__ else data_type.__new__


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_bases(cls, bases)
        first, data_type = _types_of(bases)
        return _EnumDict(cls, None if first is None else first._generate_next_value_)

    @staticmethod
    def _check_bases(name, bases):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor._member_names_:
                    raise TypeError(f"<enum {name!r}> cannot extend {ancestor!r}")

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if Enum is None:
            made = super().__new__(metacls, cls, bases, dict(classdict), **kwds)
            made._member_names_ = []
            made._member_map_ = {}
            made._value2member_map_ = {}
            made._member_type_ = object
            made._value_repr_ = None
            return made
        names = classdict._names
        ignored = classdict._ignored
        for name in names:
            if name == "mro" or name == "":
                raise ValueError(f"invalid enum member name(s) {name!r}")
        first, data_type = _types_of(bases)
        is_flag = Flag is not None and first is not None and issubclass(first, Flag)
        namespace = {}
        for name, value in classdict.items():
            if name not in names and name not in ignored and name != "_ignore_":
                namespace[name] = value
        maker = _maker_of(namespace, first, data_type)
        made = super().__new__(metacls, cls, bases, namespace, **kwds)
        own = type.__setattr__
        own(made, "_member_names_", [])
        own(made, "_member_map_", {})
        own(made, "_value2member_map_", {})
        own(made, "_member_type_", data_type)
        own(made, "_value_repr_", _value_repr_of(data_type))
        own(made, "_boundary_", boundary or getattr(first, "_boundary_", None))
        if "__new__" in namespace:
            own(made, "__new_member__", staticmethod(maker))
            own(made, "__new__", Enum.__new__)
        _give_texts(made, namespace, bases, first, data_type)
        if is_flag:
            own(made, "_flag_mask_", 0)
            own(made, "_all_bits_", 0)
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace and not issubclass(_definer(made, name, 1), Flag):
                    own(made, name, getattr(Flag, name))
        for name in names:
            _add_member(made, name, classdict[name], maker, data_type, is_flag)
        return made

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return _member_of(cls, value)
        return _create(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            from warnings import _deprecated
            _deprecated("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                        "False depending on whether the value is a member or the value of a member")
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and "
                            f"'{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __bool__(cls):
        return True

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_])

    def __reversed__(cls):
        members = cls._member_map_
        return iter([members[name] for name in reversed(cls._member_names_)])

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __getattr__(cls, name):
        if name[:2] == name[-2:] == "__":
            raise AttributeError(f"type object '{type.__getattribute__(cls, '__name__')}' has no attribute '{name}'")
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                       "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)


EnumMeta = EnumType


# The class in the mro, from place `first` on, that brings a method.
def _definer(cls, name, first):
    for base in cls.__mro__[first:]:
        if name in base.__dict__:
            return base
    return object


def _value_repr_of(data_type):
    if data_type is object:
        return None
    return data_type.__repr__


# Which __repr__, __str__ and __format__ a class has: not those of its data type, unless it is a ReprEnum.
def _give_texts(made, namespace, bases, first, data_type):
    own = type.__setattr__
    if ReprEnum is not None and ReprEnum in bases:
        if data_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        for name in ("__format__", "__str__"):
            if name not in namespace:
                # what object's own __str__ shows is the __repr__ of the enumeration
                shown = "__repr__" if _definer(data_type, name, 0) is object else name
                own(made, name, getattr(data_type, shown))
                namespace[name] = None
    for name in ("__repr__", "__str__", "__format__"):
        if name in namespace:
            continue
        definer = _definer(made, name, 1)
        if definer is object or (data_type is not object and definer in data_type.__mro__):
            own(made, name, getattr(first, name))


def _add_member(cls, name, value, maker, data_type, is_flag):
    arguments = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        arguments = (arguments,)
    if maker is None:
        made = object.__new__(cls)
    else:
        made = maker(cls, *arguments)
    if "_value_" not in made.__dict__:
        if data_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = data_type(*arguments)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    if cls.__init__ is not Enum.__init__:
        made.__init__(*arguments)
    made._sort_order_ = len(cls._member_names_)
    is_alias = False
    if is_flag:
        if not isinstance(value, int):
            raise TypeError(f"unsupported operand type(s) for -: '{type(value).__name__}' and 'int'")
        if value > 0 and value & (value - 1) == 0:
            type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
            type.__setattr__(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)
        else:
            is_alias = True
    same = _known_member(cls, value)
    if same is not None:
        made = same
        is_alias = True
    if not is_alias:
        cls._member_names_.append(name)
    cls._member_map_[name] = made
    type.__setattr__(cls, name, made)
    if same is None:
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            pass


def _known_member(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        # not hashable: compared with each
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        return None


def _member_of(cls, value):
    if type(value) is cls:
        return value
    known = _known_member(cls, value)
    if known is not None:
        return known
    try:
        result = cls._missing_(value)
    except Exception as error:
        if isinstance(error, ValueError) and error.__context__ is None:
            raise
        error.__context__ = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise
    if isinstance(result, cls):
        return result
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
        return result
    if result is None:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")


# Enum("Name", "A B C") and its other forms.
def _create(cls, class_name, names, module, qualname, mixin, start, boundary):
    metacls = type(cls)
    bases = (cls,) if mixin is None else (mixin, cls)
    body = metacls.__prepare__(class_name, bases)
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        named = []
        for count, name in enumerate(names):
            value = cls._generate_next_value_(name, start, count, values[:])
            values.append(value)
            named.append((name, value))
        names = named
    for item in names:
        name, value = (item, names[item]) if isinstance(item, str) else item
        body[name] = value
    made = metacls.__new__(metacls, class_name, bases, body, boundary=boundary)
    if module is None:
        module = _module_of_caller()
    made.__module__ = module
    if qualname is not None:
        made.__qualname__ = qualname
    return made


def _module_of_caller():
    return "__main__"


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __new__(cls, value):
        return _member_of(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = type(self)
        show = cls._value_repr_ or repr
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __dir__(self):
        names = set(["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"])
        for base in type(self).__mro__:
            for name in base.__dict__:
                if name[0] != "_" and name not in base._member_map_ if isinstance(base, EnumType) else False:
                    names.add(name)
        return sorted(names)

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints"""


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings"""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """control how out of range values are handled"""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum, boundary=CONFORM):
    """Support for flags"""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"Invalid Flag value: {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        bits = cls._all_bits_
        if not ~bits <= value <= bits or value & (bits ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                count = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bin(value, count)}\n"
                                 f"  allowed {_bin(mask, count)}")
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = bits + 1 + value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [part._name_ for part in _parts_of(cls, value)]
        if names and unknown and cls._boundary_ is KEEP:
            names.append(str(unknown))
        made._name_ = "|".join(names) if names else None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(other).__qualname__}' and "
                            f"'{type(self).__qualname__}'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(_parts_of(type(self), self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = type(self)
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return f"<{cls.__name__}: {show(self._value_)}>"
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        cls = type(self)
        if self._name_ is None:
            return f"{cls.__name__}({self._value_!r})"
        return f"{cls.__name__}.{self._name_}"

    def __bool__(self):
        return self._value_ != 0

    def __or__(self, other):
        value = _flag_value(self, other)
        return value if value is NotImplemented else type(self)(self._value_ | value)

    def __and__(self, other):
        value = _flag_value(self, other)
        return value if value is NotImplemented else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = _flag_value(self, other)
        return value if value is NotImplemented else type(self)(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ is KEEP:
            return cls(-self._value_ - 1)
        return cls(cls._flag_mask_ ^ self._value_)


def _bin(value, count):
    text = format(value & (2 ** count - 1), f"0{count}b")
    return f"0b{'1' if value < 0 else '0'} {text}"


def _flag_value(flag, other):
    cls = type(flag)
    if isinstance(other, cls):
        return other._value_
    if cls._member_type_ is not object and isinstance(other, cls._member_type_):
        return int(other)
    return NotImplemented


# The members of one bit each that a value is made of.
def _parts_of(cls, value):
    members = cls._member_map_
    return [members[name] for name in cls._member_names_ if members[name]._value_ & value]


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based Flags"""


# --- checks ------------------------------------------------------------------------------------------------

def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    duplicates = [f"{name} -> {member.name}" for name, member in enumeration.__members__.items() if name != member.name]
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(duplicates)}")
    return enumeration


class EnumCheck(StrEnum):
    """various conditions to check an enumeration for"""
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """Check an enumeration for various constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                aliases = [f"{alias} -> {member.name}" for alias, member in enumeration.__members__.items()
                           if alias != member.name]
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS:
                values = {member.value for member in enumeration}
                if len(values) < 2:
                    continue
                wanted = range(min(values) + 1, max(values))
                if issubclass(enumeration, Flag):
                    wanted = [2 ** i for i in range(min(values).bit_length(), max(values).bit_length() - 1)]
                missing = [str(value) for value in wanted if value not in values]
                if missing:
                    kind = "flag" if issubclass(enumeration, Flag) else "enum"
                    raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(missing)}")
        return enumeration


def show_flag_values(value):
    return [2 ** i for i in range(value.bit_length()) if value >> i & 1]


def global_enum_repr(self):
    module = type(self).__module__.split(".")[-1]
    return f"{module}.{self._name_}"


def global_flag_repr(self):
    module = type(self).__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_})"
    names = self._name_.split("|")
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in names])


def global_enum(cls, update_str=False):
    """Makes the members of an enum names of its module, and shows them as such."""
    import sys

    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
