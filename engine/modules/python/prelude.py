# The machine's own helper code: what C++ lets script code do, because scripts' methods are called
# on the way. Functions here are made one by one when they are first needed, from their code alone: so
# none has default arguments, and nothing but functions stands here. Names that begin with _ and are not
# defined here are natives of modules/core_builtins.cpp and modules/prelude_natives.cpp.


# --- the end of a program -----------------------------------------------------------------------------

def report_uncaught(exception):
    if isinstance(exception, SystemExit):
        _forget_uncaught()
        code = exception.code
        if code is None:
            return
        if isinstance(code, int):
            _set_exit_status(code & 255)
            return
        _write_error(str(code) + "\n")
        _set_exit_status(1)
        return
    _set_exit_status(1)
    hook = _exception_hook()
    if hook is None:
        _write_report(exception, texts_of(exception), "")
        return
    try:
        hook(type(exception), exception, exception.__traceback__)
    except BaseException as error:
        _write_report(error, texts_of(error), "Error in sys.excepthook:\n")
        _write_report(exception, texts_of(exception), "\nOriginal exception was:\n")


# str() of an exception and of all that its chain leads to, for those with a __str__ of the script.
def texts_of(exception):
    texts = {}
    waiting = [exception]
    seen = []
    while waiting:
        one = waiting.pop()
        if one is None or one in seen:
            continue
        seen.append(one)
        try:
            texts[one] = str(one)
        except Exception:
            texts[one] = "<exception str() failed>"
        waiting.append(one.__cause__)
        waiting.append(one.__context__)
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
    return texts


def run_exit_functions():
    for function in _take_exit_functions():
        try:
            function()
        except BaseException as error:
            _write_report(error, texts_of(error), "Exception ignored in atexit callback:\n")


# What the main module's names still hold when everything else is over: generators and objects with a __del__
# have their last word, in the order of the names; then those inside lists, dicts and other objects.
def end_globals(names):
    import threading

    threading._join_all()
    values = []
    for value in list(names.values()):
        if not any(value is other for other in values):
            values.append(value)
    for value in values:
        _end_one(value)
    for value in values:
        cls = type(value)
        if cls is list or cls is tuple:
            inside = list(value)[::-1]
        elif cls is dict:
            inside = list(value.values())
        elif isinstance(value, type) or cls.__module__ != "__main__" or not hasattr(value, "__dict__"):
            continue
        else:
            inside = list(value.__dict__.values())
        for one in inside:
            if not any(one is other for other in values):
                values.append(one)
                _end_one(one)


# Generators that a loop has left and nobody else can know of.
def end_generators(generators):
    for generator in generators:
        if type(generator).__name__ == "async_generator":
            import asyncio

            loop = asyncio._get_running_loop()
            if loop is not None:
                loop.call_soon_threadsafe(loop.create_task, generator.aclose())
        else:
            _end_one(generator)


def _end_one(value):
    cls = type(value)
    if cls.__name__ == "generator":
        end = value.close
        what = repr(value)
    else:
        if isinstance(value, type) or cls.__module__ != "__main__" or not hasattr(cls, "__del__"):
            return
        end = value.__del__
        what = repr(cls.__del__)
    try:
        end()
    except BaseException as error:
        _write_report(error, texts_of(error), f"Exception ignored in: {what}\n")


# --- attributes ----------------------------------------------------------------------------------------

def getattr_or_default(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def has_attribute(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def _get_with_fallback(obj, name):
    cls = type(obj)
    try:
        return cls.__getattribute__(obj, name)
    except AttributeError:
        return cls.__getattr__(obj, name)


# A thread's first use of a threading.local whose class has an __init__.
def get_from_new_local(local, name, arguments, keywords):
    type(local).__init__(local, *arguments, **keywords)
    return getattr(local, name)


# The same; NotImplemented stands for deletion.
def set_in_new_local(local, name, value, arguments, keywords):
    type(local).__init__(local, *arguments, **keywords)
    if value is NotImplemented:
        delattr(local, name)
    else:
        setattr(local, name, value)


# --- classes -------------------------------------------------------------------------------------------

def finish_class(cls, keywords):
    for name, value in _class_items(cls):
        hook = _class_attribute(value, "__set_name__")
        if hook is not None:
            try:
                hook(value, cls, name)
            except BaseException as error:
                raise RuntimeError(
                    f"Error calling __set_name__ on '{type(value).__name__}' instance {name!r} in '{cls.__name__}'"
                ) from error
    super(cls, cls).__init_subclass__(**keywords)


def prepare_class(metaclass, name, bases, keywords):
    return metaclass.__prepare__(name, bases, **keywords)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type):
            resolved.append(base)
            continue
        hook = getattr(base, "__mro_entries__", None)
        if hook is None:
            resolved.append(base)
        else:
            resolved.extend(hook(bases))
    return tuple(resolved)


# --- generators ----------------------------------------------------------------------------------------

def close_generator(generator):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(_generator_word(generator) + " ignored GeneratorExit")


# What a generator waits for by `yield from` goes first when it is closed itself.
def close_delegate(delegate, exception):
    close = getattr(delegate, "close", None)
    if close is not None:
        close()
    raise exception


def _generator_word(generator):
    return type(generator).__name__.replace("_", " ")


# --- waiting -------------------------------------------------------------------------------------------

def condition_wait_for(condition, predicate, timeout):
    import time
    result = predicate()
    end = None
    while not result:
        if timeout is None:
            condition.wait()
        else:
            if end is None:
                end = time.monotonic() + timeout
            left = end - time.monotonic()
            if left <= 0:
                break
            condition.wait(left)
        result = predicate()
    return result


# --- match statements ----------------------------------------------------------------------------------

def match_keys(subject, keys):
    values = []
    missing = object()
    get = subject.get
    for key in keys:
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def map_rest(subject, keys):
    rest = dict(subject)
    for key in keys:
        del rest[key]
    return rest


def match_class(subject, cls, positional, names, whole):
    if not isinstance(subject, cls):
        return None
    found = []
    seen = []
    if positional:
        if whole and positional == 1:
            found.append(subject)
        else:
            allowed = getattr(cls, "__match_args__", ())
            if not isinstance(allowed, tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(allowed).__name__})")
            limit = 1 if whole else len(allowed)
            if positional > limit:
                plural = "" if limit == 1 else "s"
                raise TypeError(f"{cls.__name__}() accepts {limit} positional sub-pattern{plural} ({positional} given)")
            for i in range(positional):
                name = allowed[i]
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                if name in seen:
                    raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{name}'")
                seen.append(name)
                try:
                    found.append(getattr(subject, name))
                except AttributeError:
                    return None
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{name}'")
        seen.append(name)
        try:
            found.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(found)


# --- names in a mapping of the script --------------------------------------------------------------------

def setup_annotations_in(names):
    try:
        names["__annotations__"]
    except KeyError:
        names["__annotations__"] = {}


# --- exception groups ----------------------------------------------------------------------------------

def repr_exception(exception):
    arguments = exception.args
    inside = ", ".join([repr(argument) for argument in arguments])
    return type(exception).__name__ + "(" + inside + ")"


# An except* clause: (the part of a group that a class matches, the rest); each may be None.
def split_group(group, pattern):
    for cls in pattern if isinstance(pattern, tuple) else (pattern,):
        if issubclass(cls, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if isinstance(group, BaseExceptionGroup):
        return split_group_by(group, pattern)
    if isinstance(group, pattern):
        return ExceptionGroup("", (group,)) if isinstance(group, Exception) else BaseExceptionGroup("", (group,)), None
    return None, group


def _group_condition(condition):
    if isinstance(condition, type) or isinstance(condition, tuple):
        return lambda error: isinstance(error, condition)
    return condition


def _derived_group(group, members):
    part = group.derive(members)
    part.__traceback__ = group.__traceback__
    part.__cause__ = group.__cause__
    part.__context__ = group.__context__
    part.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, "__notes__", None)
    if notes is not None:
        part.__notes__ = list(notes)
    return part


def split_group_by(group, condition):
    holds = _group_condition(condition)
    if holds(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    matching = []
    others = []
    for member in group.exceptions:
        inside, outside = split_group_by(member, condition)
        if inside is not None:
            matching.append(inside)
        if outside is not None:
            others.append(outside)
    yes = _derived_group(group, matching) if matching else None
    no = _derived_group(group, others) if others else None
    return yes, no


def subgroup_by(group, condition):
    return split_group_by(group, condition)[0]


# After all except* clauses: what is to be raised of what they raised and left, or None.
def join_unhandled(original, raised):
    left = [error for error in raised if error is not None]
    if not left:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return left[0]
    fresh = []
    again = []
    for error in left:
        if _is_part_of(error, original):
            again.append(error)
        else:
            fresh.append(error)
    rest = None
    if again:
        members = _leaves_of(again)
        rest = _restricted(original, members)
    if not fresh:
        return rest
    if rest is not None:
        fresh.append(rest)
    return BaseExceptionGroup("", fresh)


def _leaves_of(errors):
    leaves = []
    for error in errors:
        if isinstance(error, BaseExceptionGroup):
            leaves.extend(_leaves_of(error.exceptions))
        else:
            leaves.append(error)
    return leaves


def _is_part_of(error, group):
    if not isinstance(error, BaseExceptionGroup):
        return False
    return error.__traceback__ is group.__traceback__ and _is_subset(error, group)


def _is_subset(error, group):
    own = [id(leaf) for leaf in _leaves_of([group])]
    return all(id(leaf) in own for leaf in _leaves_of([error]))


def _restricted(group, members):
    kept = [id(member) for member in members]
    return split_group_by(group, lambda error: id(error) in kept)[0]


# --- texts of values -----------------------------------------------------------------------------------

def repr_of(value):
    text = type(value).__repr__(value)
    if not isinstance(text, str):
        raise TypeError(f"__repr__ returned non-string (type {type(text).__name__})")
    return text


def str_of(value):
    if type(value).__name__ == "mappingproxy":
        return str(value.copy())
    text = type(value).__str__(value)
    if not isinstance(text, str):
        raise TypeError(f"__str__ returned non-string (type {type(text).__name__})")
    return text


def str_all(values):
    return [str(value) for value in values]


# The containers whose contents bring a __repr__ of the script's. What is being written already, further
# out, is not written again.
def repr_container(value):
    name = type(value).__name__
    running = _repr_is_running(value)
    if isinstance(value, list):
        if running:
            return "[...]"
        return "[" + ", ".join([repr(item) for item in value]) + "]"
    if isinstance(value, tuple):
        if running:
            return "(...)"
        if len(value) == 1:
            return "(" + repr(value[0]) + ",)"
        return "(" + ", ".join([repr(item) for item in value]) + ")"
    if isinstance(value, dict):
        if running:
            return "{...}"
        return "{" + ", ".join([repr(key) + ": " + repr(item) for key, item in dict.items(value)]) + "}"
    if isinstance(value, (set, frozenset)):
        if running:
            return name + "(...)"
        if not value:
            return name + "()"
        inside = "{" + ", ".join([repr(item) for item in value]) + "}"
        return inside if type(value) is set else name + "(" + inside + ")"
    if isinstance(value, slice):
        return f"slice({value.start!r}, {value.stop!r}, {value.step!r})"
    if running:
        return "..."
    return _repr_special(value, name)


def _repr_special(value, name):
    if name in ("dict_keys", "dict_values", "dict_items"):
        return name + "([" + ", ".join([repr(item) for item in value]) + "])"
    if name == "mappingproxy":
        return "mappingproxy(" + repr(value.copy()) + ")"
    if name == "method":
        function = getattr(value.__func__, "__qualname__", "?")
        return f"<bound method {function} of {value.__self__!r}>"
    if name in ("staticmethod", "classmethod"):
        return f"<{name}({value.__func__!r})>"
    return object.__repr__(value)


def format_with(value, spec):
    text = type(value).__format__(value, spec)
    if not isinstance(text, str):
        raise TypeError(f"__format__ must return a str, not {type(text).__name__}")
    return text


# A replacement field of an f-string: conversion 0 none, 1 str, 2 repr, 3 ascii.
def format_converted(value, conversion, spec):
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    return format(value, spec)


def call_old_name(self, old_name, name):
    import warnings

    warnings._deprecated(f"{old_name}() is deprecated, use {name}() instead")
    return getattr(self, name)()


def make_memoryview(object):
    from _memory import memoryview

    return memoryview(object)


def open_file(file, mode, encoding, errors, newline):
    if not isinstance(file, (str, bytes, int)) and not hasattr(type(file), "__fspath__"):
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(file).__name__}"
        )
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    ways = [way for way in mode if way in "rwxa"]
    if not set(mode) <= set("rwxabt+") or len(set(mode)) < len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(ways) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    import io
    from _files import open_file

    return open_file(file, mode, encoding, errors, newline)


def decode_input(data):
    return data.decode()


def input_through(prompt):
    import sys

    if sys.stdin is None:
        raise RuntimeError("input(): lost sys.stdin")
    if sys.stdout is None:
        raise RuntimeError("input(): lost sys.stdout")
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line[-1] == "\n" else line


def print_pieces(values, separator, end, file, is_error):
    first = True
    for value in values:
        if not first:
            _print_piece(separator, file, is_error)
        first = False
        _print_piece(str(value), file, is_error)
    _print_piece(end, file, is_error)


def _print_piece(text, file, is_error):
    if file is None:
        _write(text, is_error)
    else:
        file.write(text)


# template % arguments where some argument needs script code to be shown.
def percent_format(template, arguments):
    conversions = _percent_conversions(template)
    shown = []
    position = 0
    for kind, key, stars in conversions:
        if key is not None:
            if not hasattr(type(arguments), "__getitem__") or isinstance(arguments, (tuple, str)):
                raise TypeError("format requires a mapping")
            argument = arguments[key]
        else:
            position += stars
            if isinstance(arguments, tuple):
                if position >= len(arguments):
                    break
                argument = arguments[position]
            else:
                if position:
                    break
                argument = arguments
            position += 1
        shown.append(_percent_argument(kind, argument, key is not None))
    return _percent_with(template, arguments, shown)


def _percent_argument(kind, argument, by_key):
    if kind == "s":
        return str(argument)
    if kind == "r" or kind == "a":
        return repr(argument)
    cls = type(argument)
    if kind in "diu":
        if not isinstance(argument, (int, float)) and (hasattr(cls, "__int__") or hasattr(cls, "__index__")):
            return int(argument)
    elif kind in "oxX":
        if hasattr(cls, "__index__") and not isinstance(argument, int):
            return argument.__index__()
    elif kind in "eEfFgG":
        if not isinstance(argument, (int, float)) and (hasattr(cls, "__float__") or hasattr(cls, "__index__")):
            return float(argument)
    return argument if by_key else None


# --- operators -----------------------------------------------------------------------------------------

# What binary_builtin leaves to script code: `operator` is a BinaryOperator, 16 more in place.
def binary(operator, a, b):
    in_place = operator >= 16
    operator &= 15
    if operator == 0 and isinstance(a, list):
        a.extend(b)
        return a
    if operator == 2:
        if isinstance(b, (str, bytes, bytearray, list, tuple)):
            return b * a.__index__()
        return a * b.__index__()
    if operator == 5:
        if isinstance(a, str):
            return percent_format(a, b)
        text = percent_format(a.decode("latin-1"), _percent_texts(b)).encode("latin-1")
        return text if isinstance(a, bytes) else bytearray(text)
    if operator == 11 and isinstance(a, dict):
        return dict_in_place_or(a, b) if in_place else dict_or(a, b)
    if operator == 11 and (a is None or isinstance(a, type)) and (b is None or isinstance(b, type)):
        return union_of(a, b)
    if isinstance(a, (set, frozenset)) and not isinstance(b, (set, frozenset)) and type(b).__name__ not in ("dict_keys", "dict_items"):
        return NotImplemented
    if not isinstance(a, (set, frozenset)):
        a = set(a)
        in_place = False
    in_place = in_place and isinstance(a, set)
    others = (b,)
    if operator == 10:
        return set_intersection_update(a, others) or a if in_place else set_intersection(a, others)
    if operator == 11:
        return set_update_all(a, others) or a if in_place else set_union(a, others)
    if operator == 12:
        return set_symmetric_difference_update(a, b) or a if in_place else set_symmetric_difference(a, b)
    return set_difference_update(a, others) or a if in_place else set_difference(a, others)


# The arguments of a bytes template, with bytes as the texts that stand for them.
def _percent_texts(arguments):
    if isinstance(arguments, tuple):
        return tuple([_percent_texts(argument) for argument in arguments])
    if isinstance(arguments, (bytes, bytearray)):
        return arguments.decode("latin-1")
    return arguments


def dict_or(a, b):
    result = dict(a)
    dict_update(result, b)
    return result


def union_of(a, b):
    from types import _make_union
    return _make_union(a, b)


def generic_alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


# a <operator> b of containers with elements that script code compares.
def compare_lists(a, b, operator):
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return _compare_sequences(a, b, operator)
    if isinstance(a, dict) and isinstance(b, dict):
        equal = _equal_dicts(a, b)
        return equal if operator == "==" else not equal
    if operator == "==":
        return len(a) == len(b) and _all_in(a, b)
    if operator == "!=":
        return not (len(a) == len(b) and _all_in(a, b))
    if operator == "<":
        return len(a) < len(b) and _all_in(a, b)
    if operator == "<=":
        return len(a) <= len(b) and _all_in(a, b)
    if operator == ">":
        return len(b) < len(a) and _all_in(b, a)
    return len(b) <= len(a) and _all_in(b, a)


def _all_in(a, b):
    for item in a:
        if item not in b:
            return False
    return True


def _equal_dicts(a, b):
    if len(a) != len(b):
        return False
    for key, value in dict.items(a):
        place = _dict_place(b, key, hash(key))
        if place < 0:
            return False
        other = _dict_value(b, place)
        if value is not other and not value == other:
            return False
    return True


def _compare_sequences(a, b, operator):
    if len(a) != len(b) and isinstance(a, list):
        if operator == "==":
            return False
        if operator == "!=":
            return True
    common = min(len(a), len(b))
    i = 0
    while i < common and i < len(a) and i < len(b):
        x = a[i]
        y = b[i]
        if x is not y and not x == y:
            if operator == "==":
                return False
            if operator == "!=":
                return True
            return _ordered(x, y, operator)
        i += 1
    return _ordered(len(a), len(b), operator)


def _ordered(x, y, operator):
    if operator == "<":
        return x < y
    if operator == "<=":
        return x <= y
    if operator == ">":
        return x > y
    if operator == ">=":
        return x >= y
    return x == y if operator == "==" else x != y


# --- numbers -------------------------------------------------------------------------------------------

def to_int(value):
    cls = type(value)
    if hasattr(cls, "__int__"):
        result = cls.__int__(value)
        if not isinstance(result, int):
            raise TypeError(f"__int__ returned non-int (type {type(result).__name__})")
        return result
    if hasattr(cls, "__index__"):
        return index_of(value)
    return cls.__trunc__(value)


def index_of(value):
    result = type(value).__index__(value)
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
    return result


def to_float(value):
    cls = type(value)
    if hasattr(cls, "__float__"):
        result = cls.__float__(value)
        if not isinstance(result, float):
            raise TypeError(f"{cls.__name__}.__float__ returned non-float (type {type(result).__name__})")
        return result
    return float(index_of(value))


def truth_of(value):
    if value:
        return True
    return False


def abs_of(value):
    return type(value).__abs__(value)


def round_of(value, digits):
    if isinstance(value, (int, float)) and digits is not None:
        return round(value, index_of(digits)) if not isinstance(digits, int) else type(value).__round__(value, digits)
    if digits is None:
        return type(value).__round__(value)
    return type(value).__round__(value, digits)


def pow_of(base, exponent, modulus):
    if modulus is None:
        return base ** exponent
    return type(base).__pow__(base, exponent, modulus)


def divmod_of(a, b):
    if hasattr(type(a), "__divmod__"):
        result = type(a).__divmod__(a, b)
        if result is not NotImplemented:
            return result
    if hasattr(type(b), "__rdivmod__"):
        result = type(b).__rdivmod__(b, a)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{type(a).__name__}' and '{type(b).__name__}'")


def chr_of(value):
    return chr(index_of(value))


def bin_of(value):
    return bin(index_of(value))


def oct_of(value):
    return oct(index_of(value))


def hex_of(value):
    return hex(index_of(value))


def range_of(arguments):
    return range(*[argument if isinstance(argument, int) else index_of(argument) for argument in arguments])


def sum_of(items, total):
    for item in items:
        total = total + item
    return total


def sum_rest(items, start, total):
    for i in range(start, len(items)):
        total = total + items[i]
    return total


def extreme_of(items, key, is_greatest):
    best = items[0]
    best_key = best if key is None else key(best)
    for i in range(1, len(items)):
        item = items[i]
        item_key = item if key is None else key(item)
        if is_greatest:
            if item_key > best_key:
                best = item
                best_key = item_key
        elif item_key < best_key:
            best = item
            best_key = item_key
    return best


# `default`: a tuple of one, or of none.
def extreme_of_iterable(iterable, key, is_greatest, default):
    iterator = iter(iterable)
    for best in iterator:
        break
    else:
        if default:
            return default[0]
        raise ValueError(f"{'max' if is_greatest else 'min'}() arg is an empty sequence")
    if key is None:
        if is_greatest:
            for item in iterator:
                if item > best:
                    best = item
        else:
            for item in iterator:
                if item < best:
                    best = item
        return best
    best_key = key(best)
    for item in iterator:
        item_key = key(item)
        if item_key > best_key if is_greatest else item_key < best_key:
            best = item
            best_key = item_key
    return best


# --- hashing, dicts and sets with keys of the script's own -----------------------------------------------

def hash_of(value):
    method = type(value).__hash__
    if method is None:
        raise TypeError(f"unhashable type: '{type(value).__name__}'")
    result = method(value)
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    return result if -(1 << 63) <= result < 1 << 63 and result != -1 else hash(int(result))


def hash_parts(value):
    return _tuple_hash([hash(item) for item in value])


# The place of an equal key, or -1.
def _dict_place(d, key, hashed):
    probe = 0
    while True:
        place, probe = _dict_next(d, hashed, probe)
        if place < 0:
            return -1
        found = _dict_key(d, place)
        if found is key or found == key:
            return place


def dict_get_item(d, key):
    if not isinstance(d, dict):
        return _get_by_index(d, key)
    place = _dict_place(d, key, hash(key))
    if place >= 0:
        return _dict_value(d, place)
    if hasattr(type(d), "__missing__"):
        return type(d).__missing__(d, key)
    raise KeyError(key)


def _get_by_index(sequence, key):
    if isinstance(key, slice):
        return sequence[_plain_slice(key)]
    if type(sequence).__name__ == "mappingproxy":
        return dict_get_item(sequence.copy(), key)
    return sequence[index_of(key)]


def _plain_slice(part):
    return slice(*[x if x is None or isinstance(x, int) else index_of(x) for x in (part.start, part.stop, part.step)])


def call_missing(d, key):
    return type(d).__missing__(d, key)


def dict_set_item(d, key, value):
    hashed = hash(key)
    place = _dict_place(d, key, hashed)
    if place >= 0:
        _dict_set_value(d, place, value)
    else:
        _dict_append(d, key, hashed, value)


def set_slice(sequence, key, value):
    if isinstance(key, slice):
        sequence[_plain_slice(key)] = list(value)
    else:
        sequence[index_of(key)] = value


def dict_delete_item(d, key):
    if not isinstance(d, dict):
        if isinstance(key, slice):
            del d[_plain_slice(key)]
        else:
            del d[index_of(key)]
        return
    place = _dict_place(d, key, hash(key))
    if place < 0:
        raise KeyError(key)
    _dict_remove(d, place)


def dict_get(d, key, default):
    place = _dict_place(d, key, hash(key))
    return _dict_value(d, place) if place >= 0 else default


def dict_setdefault(d, key, default):
    hashed = hash(key)
    place = _dict_place(d, key, hashed)
    if place >= 0:
        return _dict_value(d, place)
    _dict_append(d, key, hashed, default)
    return default


def dict_pop(d, key, has_default, default):
    place = _dict_place(d, key, hash(key))
    if place >= 0:
        value = _dict_value(d, place)
        _dict_remove(d, place)
        return value
    if has_default:
        return default
    raise KeyError(key)


def dict_of(pairs, d):
    for i in range(0, len(pairs), 2):
        d[pairs[i]] = pairs[i + 1]
    return d


def dict_update(d, mapping):
    if isinstance(mapping, dict):
        for key, value in dict.items(mapping):
            dict.__setitem__(d, key, value)
        return
    for key in mapping.keys():
        dict.__setitem__(d, key, mapping[key])


def dict_update_all(d, source, keywords):
    if hasattr(source, "keys"):
        dict_update(d, source)
    else:
        position = 0
        for pair in source:
            try:
                items = list(pair)
            except TypeError:
                raise TypeError(f"cannot convert dictionary update sequence element #{position} to a sequence") from None
            if len(items) != 2:
                raise ValueError(f"dictionary update sequence element #{position} has length {len(items)}; 2 is required")
            dict.__setitem__(d, items[0], items[1])
            position += 1
    for key in keywords:
        dict.__setitem__(d, key, keywords[key])


def dict_in_place_or(d, other):
    dict_update_all(d, other, {})
    return d


def dict_from_keys(cls, iterable, value):
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def merge_keywords(d, mapping, function):
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in d:
            raise TypeError(f"{function} got multiple values for keyword argument '{key}'")
        d[key] = mapping[key]


def _set_place(s, element, hashed):
    probe = 0
    while True:
        place, probe = _set_next(s, hashed, probe)
        if place < 0:
            return -1
        found = _set_element(s, place)
        if found is element or found == element:
            return place


def _element_hash(element):
    if isinstance(element, set):
        return hash(frozenset(element))
    return hash(element)


def set_add(s, element):
    hashed = hash(element)
    if _set_place(s, element, hashed) < 0:
        _set_append(s, element, hashed)


def set_of(items, s):
    for item in items:
        set_add(s, item)
    return s


def set_update(s, iterable):
    if type(iterable) in (set, frozenset, dict):
        # As a whole: one growing of the table decides the order. What is left to script code comes back
        # here as a list.
        set.update(s, iterable)
        return
    for element in iterable:
        set_add(s, element)


def set_filled(s, iterable):
    set_update(s, iterable)
    return s


def set_update_all(s, others):
    for other in others:
        set_update(s, list(other))


def set_discard(s, element):
    place = _set_place(s, element, _element_hash(element))
    if place >= 0:
        _set_remove(s, place)


def set_remove(s, element):
    place = _set_place(s, element, _element_hash(element))
    if place < 0:
        raise KeyError(element)
    _set_remove(s, place)


def set_union(s, others):
    result = _set_copy(s)
    set_update_all(result, others)
    return result


def set_intersection(s, others):
    result = s
    for other in others:
        kept = _set_new_like(s)
        for element in other:
            if _set_place(result, element, hash(element)) >= 0:
                set_add(kept, element)
        result = kept
    return result if result is not s else _set_copy(s)


def set_difference(s, others):
    result = _set_copy(s)
    set_difference_update(result, others)
    return result


def set_symmetric_difference(s, other):
    result = _set_copy(s)
    set_symmetric_difference_update(result, other)
    return result


def set_intersection_update(s, others):
    kept = set_intersection(s, others)
    for element in list(s):
        if _set_place(kept, element, hash(element)) < 0:
            set_discard(s, element)


def set_difference_update(s, others):
    for other in others:
        for element in list(other):
            set_discard(s, element)


def set_symmetric_difference_update(s, other):
    for element in set_filled(set(), other):
        place = _set_place(s, element, hash(element))
        if place >= 0:
            _set_remove(s, place)
        else:
            set_add(s, element)


def set_issubset(s, other):
    if not isinstance(other, (set, frozenset)):
        other = set_filled(set(), other)
    return len(s) <= len(other) and _all_in(s, other)


def set_issuperset(s, other):
    return _all_in(other, s)


def set_isdisjoint(s, other):
    for element in other:
        if element in s:
            return False
    return True


# --- sequences and iterating -----------------------------------------------------------------------------

def list_of(iterable):
    return [item for item in iterable]


# At most `count` items: the iterable may be endless.
def take(iterable, count):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) >= count:
            break
    return items


def contains(container, item):
    if type(container).__name__ in ("dict", "set", "frozenset") or isinstance(container, (dict, set, frozenset)):
        return contains_in(container, item)
    for candidate in container:
        if candidate is item or candidate == item:
            return True
    return False


def contains_in(container, item):
    if isinstance(container, dict):
        return _dict_place(container, item, hash(item)) >= 0
    if isinstance(container, (set, frozenset)):
        return _set_place(container, item, _element_hash(item)) >= 0
    for candidate in container:
        if candidate is item or candidate == item:
            return True
    return False


def next_of(iterator):
    return type(iterator).__next__(iterator)


def next_of_sequence(iterator):
    target, index = _sequence_at(iterator)
    try:
        item = target[index]
    except (IndexError, StopIteration):
        _sequence_end(iterator)
        raise StopIteration from None
    _sequence_advance(iterator)
    return item


def reversed_of(sequence):
    cls = type(sequence)
    if hasattr(cls, "__reversed__"):
        return cls.__reversed__(sequence)
    if not hasattr(cls, "__getitem__"):
        raise TypeError(f"'{cls.__name__}' object is not reversible")
    return _reversed_items(sequence, len(sequence) - 1)


def _reversed_items(sequence, index):
    while index >= 0:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index -= 1


def list_remove(items, value):
    i = 0
    while i < len(items):
        if items[i] is value or items[i] == value:
            del items[i]
            return
        i += 1
    raise ValueError("list.remove(x): x not in list")


def sequence_index(items, value, start, stop):
    i = start
    while i < stop and i < len(items):
        if items[i] is value or items[i] == value:
            return i
        i += 1
    if isinstance(items, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    if isinstance(items, range):
        raise ValueError("sequence.index(x): x not in sequence")
    raise ValueError(f"{value!r} is not in list")


def raise_not_in_list(value):
    raise ValueError(f"{value!r} is not in list")


def sequence_count(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            count += 1
    return count


# --- sorting -------------------------------------------------------------------------------------------

def sort_list(items, key, reverse):
    values = []
    _list_take_over(values, items)
    try:
        result = sort_copy(values, key, reverse)
    except BaseException:
        _list_take_over(items, values)
        raise
    if items:
        _list_take_over(items, result)
        raise ValueError("list modified during sort")
    _list_take_over(items, result)


# A new list. Without script code in the comparisons C++ sorts; else the same sort stands here.
def sort_copy(items, key, reverse):
    keys = items if key is None else [key(item) for item in items]
    result = _sorted_by_keys(items, keys, reverse)
    if result is not None:
        return result
    places = list(range(len(keys)))
    if reverse:
        places.reverse()
    _sort_places(places, keys)
    if reverse:
        places.reverse()
    return [items[place] for place in places]


# CPython's comparisons in CPython's order, as far as runs and short lists go (see modules/sorting.cpp).
def _sort_places(places, keys):
    size = len(places)
    shortest = size
    odd = 0
    while shortest >= 64:
        odd |= shortest & 1
        shortest >>= 1
    shortest += odd
    runs = []
    begin = 0
    while begin < size:
        sorted_end = _count_run(places, begin, size, keys)
        end = min(begin + shortest, size)
        if sorted_end < end:
            _insert_places(places, begin, sorted_end, end, keys)
        else:
            end = sorted_end
        runs.append((begin, end))
        begin = end
        _merge_collapse(runs, places, keys)
    while len(runs) > 1:
        n = len(runs) - 2
        if n > 0 and _run_length(runs[n - 1]) < _run_length(runs[n + 1]):
            n -= 1
        _merge_at(runs, n, places, keys)


def _run_length(run):
    return run[1] - run[0]


def _merge_collapse(runs, places, keys):
    while len(runs) > 1:
        n = len(runs) - 2
        if (n > 0 and _run_length(runs[n - 1]) <= _run_length(runs[n]) + _run_length(runs[n + 1])) or (
            n > 1 and _run_length(runs[n - 2]) <= _run_length(runs[n - 1]) + _run_length(runs[n])
        ):
            if _run_length(runs[n - 1]) < _run_length(runs[n + 1]):
                n -= 1
        elif _run_length(runs[n]) > _run_length(runs[n + 1]):
            break
        _merge_at(runs, n, places, keys)


def _merge_at(runs, n, places, keys):
    begin, middle = runs[n]
    end = runs[n + 1][1]
    _merge_runs(places, begin, middle, end, keys)
    runs[n] = begin, end
    del runs[n + 1]


# The end of the run that begins at `begin`; one that goes down is turned round.
def _count_run(places, begin, size, keys):
    end = begin + 1
    if end == size:
        return end
    is_down = keys[places[end]] < keys[places[begin]]
    end += 1
    while end < size and bool(keys[places[end]] < keys[places[end - 1]]) == bool(is_down):
        end += 1
    if is_down:
        places[begin:end] = places[begin:end][::-1]
    return end


def _insert_places(places, begin, sorted_end, end, keys):
    for start in range(sorted_end, end):
        place = places[start]
        pivot = keys[place]
        left = begin
        right = start
        while left < right:
            middle = left + right >> 1
            if pivot < keys[places[middle]]:
                right = middle
            else:
                left = middle + 1
        places.insert(left, places.pop(start))


def _merge_runs(places, begin, middle, end, keys):
    left = places[begin:middle]
    i = 0
    j = middle
    out = begin
    while i < len(left) and j < end:
        if keys[places[j]] < keys[left[i]]:
            places[out] = places[j]
            j += 1
        else:
            places[out] = left[i]
            i += 1
        out += 1
    while i < len(left):
        places[out] = left[i]
        i += 1
        out += 1


# --- classes and names ---------------------------------------------------------------------------------

def new_class(metaclass, name, bases, names):
    return metaclass.__new__(metaclass, name, bases, names)


def is_instance(value, classes):
    if isinstance(classes, tuple):
        for cls in classes:
            if isinstance(value, cls):
                return True
        return False
    if type(value) is classes:
        return True
    if type(classes).__instancecheck__(classes, value):
        return True
    return False


def is_subclass(cls, classes):
    if isinstance(classes, tuple):
        for one in classes:
            if issubclass(cls, one):
                return True
        return False
    if type(classes).__subclasscheck__(classes, cls):
        return True
    return False


def dir_object(value):
    if hasattr(type(value), "__dir__"):
        return sorted(type(value).__dir__(value))
    return sorted(dir_of(value))


def sorted_names(names):
    return sorted(names)


# object.__dir__: the names of the object, its class and the classes above.
def dir_of(value):
    names = {}
    own = getattr(value, "__dict__", None)
    if own is not None:
        for name in own:
            names[name] = True
    if type(value).__name__ == "module":
        return list(names) + [name for name in _builtin_names(value) if name not in names]
    classes = value.__mro__ if isinstance(value, type) else type(value).__mro__
    for cls in classes:
        for name in cls.__dict__:
            names[name] = True
    return list(names)


# --- text ----------------------------------------------------------------------------------------------

def translate(text, table):
    parts = []
    for character in text:
        try:
            found = table[ord(character)]
        except LookupError:
            parts.append(character)
            continue
        if isinstance(found, str):
            parts.append(found)
        elif isinstance(found, int):
            parts.append(chr(found))
        elif found is not None:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(parts)


def encode_text(text, encoding, errors):
    return _encode(text, encoding, errors)


def decode_bytes(data, encoding, errors):
    return _decode(data, encoding, errors)


# str.format with arguments that script code shows, or takes apart.
def format_template(template, positional, keywords):
    return _format_pieces_of(template, positional, keywords, [0], 0)


# `numbering` has the next automatic index, or -1 once a field gave its own.
def _format_pieces_of(template, positional, keywords, numbering, depth):
    if depth > 1:
        raise ValueError("Max string recursion exceeded")
    parts = []
    for literal, field, conversion, spec, is_nested in _format_pieces(template):
        parts.append(literal)
        if field is None:
            continue
        value = _field_value(field, positional, keywords, numbering)
        if conversion == "s":
            value = str(value)
        elif conversion == "r":
            value = repr(value)
        elif conversion == "a":
            value = ascii(value)
        if is_nested:
            spec = _format_pieces_of(spec, positional, keywords, numbering, depth + 1)
        parts.append(format(value, spec))
    return "".join(parts)


def _field_value(field, positional, keywords, numbering):
    first, index, steps = _field_path(field)
    if first == "":
        if numbering[0] < 0:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        index = numbering[0]
        numbering[0] += 1
        if len(numbering) == 1:
            numbering.append(True)
    elif index >= 0:
        if len(numbering) > 1:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        numbering[0] = -1
    if index < 0:
        value = keywords[first]
    else:
        if positional is None:
            raise ValueError("Format string contains positional fields")
        if index >= len(positional):
            raise IndexError(f"Replacement index {index} out of range for positional args tuple")
        value = positional[index]
    for is_attribute, name in steps:
        value = getattr(value, name) if is_attribute else value[name]
    return value


def bytes_of(value):
    data = type(value).__bytes__(value)
    if not isinstance(data, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type(data).__name__})")
    return data


def bytes_of_count(value):
    return bytes(index_of(value))


def to_complex(cls, value, imaginary):
    kind = type(value)
    if hasattr(kind, "__complex__"):
        value = kind.__complex__(value)
        if not isinstance(value, complex):
            raise TypeError(f"__complex__ returned non-complex (type {type(value).__name__})")
    elif hasattr(kind, "__float__"):
        value = to_float(value)
    else:
        value = index_of(value)
    return cls(value, imaginary)


# --- math ----------------------------------------------------------------------------------------------

def math_with_floats(name, arguments):
    import math
    return getattr(math, name)(*[value if isinstance(value, (int, float)) else to_float(value) for value in arguments])


def math_rounded(value, special):
    method = getattr(type(value), special, None)
    if method is not None:
        return method(value)
    import math
    if special == "__trunc__":
        raise TypeError(f"type {type(value).__name__} doesn't define __trunc__ method")
    if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return getattr(math, special.strip("_"))(to_float(value))


# --- async iteration -----------------------------------------------------------------------------------

async def anext_or(iterator, default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        return default


# What an exploration that observes an expression tells of an end.
def observed_value(expression, namespace):
    try:
        return repr(eval(expression, namespace))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
