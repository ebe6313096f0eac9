"""What functions, classes and stacks are made of. There is no access to sources beyond one line."""

import enum
import sys
import types
from collections import namedtuple as _namedtuple

__all__ = ["signature", "Signature", "Parameter", "getmembers", "getdoc", "getmodule", "getmro",
           "isfunction", "ismethod", "isclass", "ismodule", "isbuiltin", "isroutine", "isgenerator",
           "isgeneratorfunction", "iscoroutine", "iscoroutinefunction", "isawaitable", "isasyncgen",
           "isasyncgenfunction", "isabstract", "isdatadescriptor", "ismethoddescriptor", "istraceback",
           "isframe", "iscode", "currentframe", "getgeneratorstate", "getcoroutinestate", "unwrap",
           "stack", "trace", "getframeinfo", "getouterframes", "FrameInfo", "Traceback", "cleandoc", "getfullargspec", "getcallargs", "BoundArguments"]

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = (
    "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED")
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def _has_flag(object, flag):
    while ismethod(object):
        object = object.__func__
    while type(object).__name__ == "partial":
        object = object.func
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    return _has_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    return _has_flag(object, CO_COROUTINE)


def isasyncgenfunction(object):
    return _has_flag(object, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def currentframe():
    """The frame of the caller, or None."""
    return sys._getframe(0)


def getmembers(object, predicate=None):
    """All members of an object as (name, value) pairs sorted by name."""
    members = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    return members


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    return sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    """The function at the end of the chain of __wrapped__."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without the indentation that it has for being in a function."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    if lines:
        lines[0] = lines[0].lstrip()
    if margins:
        margin = min(margins)
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The documentation string of an object, cleaned; a method's may be inherited."""
    doc = object.__doc__
    if doc is None and ismethod(object):
        for cls in type(object.__self__).__mro__:
            doc = getattr(cls.__dict__.get(object.__name__), "__doc__", None)
            if doc is not None:
                break
    elif doc is None and isclass(object):
        for cls in object.__mro__[1:-1]:
            if cls.__doc__ is not None:
                doc = cls.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getsource(object):
    raise OSError("could not get source code")


getsourcelines = getsource


def getfile(object):
    code = getattr(object, "__code__", None)
    if code is not None:
        return code.co_filename
    raise TypeError(f"{object!r} is a built-in")


getsourcefile = getfile


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                "variadic keyword")[self]


class _empty:
    """Marks what a parameter or signature has not."""


def formatannotation(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if annotation.__module__ in ("builtins", "__main__"):
            return annotation.__qualname__ if annotation.__module__ == "builtins" \
                else annotation.__module__ + "." + annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        values = {"name": self.name, "kind": self.kind, "default": self.default,
                  "annotation": self.annotation, **changes}
        return Parameter(values.pop("name"), values.pop("kind"), **values)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind == 2:
            text = "*" + text
        elif self.kind == 4:
            text = "**" + text
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    """Arguments, each under the name of its parameter."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind > 2 or name not in self.arguments:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        after_gap = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind <= 2:
                if name not in self.arguments:
                    after_gap = True
                elif after_gap and parameter.kind != 2:
                    found[name] = self.arguments[name]
            elif name in self.arguments:
                if parameter.kind == 4:
                    found.update(self.arguments[name])
                else:
                    found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Give the missing arguments their defaults."""
        filled = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == 2:
                filled[name] = ()
            elif parameter.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<BoundArguments ({shown})>"

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.arguments == other.arguments and self._signature == other._signature


class Signature:
    """How a callable is called."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        parameters = [] if parameters is None else list(parameters)
        self._parameters = {parameter.name: parameter for parameter in parameters}
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj):
        return signature(obj)

    @property
    def parameters(self):
        return types.MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return Signature(
            self._parameters.values() if parameters is _empty else parameters,
            return_annotation=(
                self._return_annotation if return_annotation is _empty else return_annotation
            ),
        )

    def __str__(self):
        parts = []
        slash_due = False
        star_due = True
        for parameter in self._parameters.values():
            if parameter.kind == 0:
                slash_due = True
            elif slash_due:
                parts.append("/")
                slash_due = False
            if parameter.kind == 2:
                star_due = False
            elif parameter.kind == 3 and star_due:
                parts.append("*")
                star_due = False
            parts.append(str(parameter))
        if slash_due:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (self._parameters == other._parameters
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash(tuple(self._parameters))

    def _bind(self, args, kwargs, is_partial):
        found = {}
        args = list(args)
        for parameter in self._parameters.values():
            name = parameter.name
            if parameter.kind == 2:
                if args:
                    found[name] = tuple(args)
                    args = []
            elif parameter.kind == 4:
                if kwargs:
                    found[name] = kwargs
                    kwargs = {}
            elif parameter.kind != 3 and args:
                if name in kwargs and parameter.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = args.pop(0)
            elif name in kwargs and parameter.kind != 0:
                found[name] = kwargs.pop(name)
            elif parameter.default is _empty and not is_partial:
                kind = " keyword-only" if parameter.kind == 3 else ""
                raise TypeError(f"missing a required{kind} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        """The arguments by name; TypeError if they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def signature(obj, *, follow_wrapped=True):
    """How a function, method, class or other callable is called."""
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
        if ismethod(obj):
            return signature(obj)
    known = getattr(obj, "__signature__", None)
    if known is not None:
        return known
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj)
    if isfunction(obj):
        return _of_function(obj)
    if isclass(obj):
        for name in "__new__", "__init__":
            for cls in obj.__mro__[:-1]:
                found = cls.__dict__.get(name)
                if found is not None and (isfunction(found) or isinstance(found, staticmethod)):
                    return _without_first(signature(getattr(cls, name)))
        return Signature()
    if not isbuiltin(obj) and isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(signature(type(obj).__call__))
    raise ValueError(f"no signature found for builtin {obj!r}")


def _without_first(whole):
    parameters = list(whole.parameters.values())
    if parameters and parameters[0].kind < 2:
        del parameters[0]
    return whole.replace(parameters=parameters)


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default,
                                    annotation=annotations.get(name, _empty)))

    for i in range(positional):
        from_end = i - (positional - len(defaults))
        add(names[i], 0 if i < code.co_posonlyargcount else 1,
            defaults[from_end] if from_end >= 0 else _empty)
    place = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[place], 2)
        place += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        add(name, 3, keyword_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[place], 4)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _of_partial(obj):
    whole = signature(obj.func)
    bound = whole.bind_partial(*obj.args, **obj.keywords)
    given = len(obj.args)
    parameters = []
    is_keyword_only = False
    for parameter in whole.parameters.values():
        if parameter.kind < 2 and given:
            given -= 1
            continue
        if parameter.name in obj.keywords and parameter.kind != 4:
            parameter = parameter.replace(default=bound.arguments[parameter.name])
            is_keyword_only = True
        if is_keyword_only and parameter.kind == 1:
            parameter = parameter.replace(kind=3)
        if is_keyword_only and parameter.kind == 2:
            continue
        parameters.append(parameter)
    return whole.replace(parameters=parameters)


def getfullargspec(func):
    """The names and defaults of a function's parameters."""
    from collections import namedtuple

    spec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
    parameters = _of_function(func.__func__ if ismethod(func) else func).parameters.values()
    only = {p.name: p.default for p in parameters if p.kind == 3 and p.default is not _empty}
    defaults = tuple([p.default for p in parameters if p.kind < 2 and p.default is not _empty])
    return spec(
        [p.name for p in parameters if p.kind < 2],
        next((p.name for p in parameters if p.kind == 2), None),
        next((p.name for p in parameters if p.kind == 4), None),
        defaults or None,
        [p.name for p in parameters if p.kind == 3],
        only or None,
        _annotations_of(func),
    )


def _annotations_of(func):
    known = dict(func.__annotations__)
    result = known.pop("return", _empty)
    return known if result is _empty else {"return": result, **known}


def getcallargs(func, /, *positional, **named):
    """What each parameter would be bound to."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments


Traceback = _namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = _namedtuple("FrameInfo", "frame filename lineno function code_context index")


def getframeinfo(frame, context=1):
    """Where a frame stands, or a traceback; its source is not at hand."""
    line = frame.f_lineno
    if istraceback(frame):
        line = frame.tb_lineno
        frame = frame.tb_frame
    code = frame.f_code
    return Traceback(code.co_filename, line, code.co_name, None, None)


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    infos = []
    while frame is not None:
        infos.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return infos


def stack(context=1):
    """The frames of the caller and of those that called it."""
    return getouterframes(sys._getframe(0), context)


def trace(context=1):
    return []
