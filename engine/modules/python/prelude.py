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
    _write_report(exception, texts_of(exception), "")


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


# --- classes -------------------------------------------------------------------------------------------

def finish_class(cls, keywords):
    for name, value in _class_items(cls):
        hook = _class_attribute(value, "__set_name__")
        if hook is not None:
            hook(value, cls, name)
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


# --- exception groups ----------------------------------------------------------------------------------

def repr_exception(exception):
    arguments = exception.args
    inside = ", ".join([repr(argument) for argument in arguments])
    return type(exception).__name__ + "(" + inside + ")"


# An except* clause: (the part of a group that a class matches, the rest); each may be None.
def split_group(group, pattern):
    if isinstance(group, BaseExceptionGroup):
        return split_group_by(group, pattern)
    if isinstance(group, pattern):
        return ExceptionGroup("", [group]) if isinstance(group, Exception) else BaseExceptionGroup("", [group]), None
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
    if len(fresh) == 1:
        return fresh[0]
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
