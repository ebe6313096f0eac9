"""Variables with a value in each context."""

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_MISSING = object()


# A thread has its context in C++ (modules/async_loop.cpp), None until something is set in it; so has a task.
def _current():
    context = _current_context()
    if context is None:
        context = Context()
        _set_current_context(context)
    return context


class Token:
    MISSING = _MISSING

    def __init__(self, context, var, old_value):
        self._context = context
        self._used = False
        self.var = var
        self.old_value = old_value

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    def __init__(self, name, /, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_MISSING, /):
        """Return a value for the context variable for the current context."""
        value = _current()._values.get(self, _MISSING)
        if value is _MISSING:
            value = self._default if default is _MISSING else default
            if value is _MISSING:
                raise LookupError(self)
        return value

    def set(self, value, /):
        """Call to set a new value for the context variable in the current context."""
        context = _current()
        token = Token(context, self, context._values.get(self, _MISSING))
        values = dict(context._values)
        values[self] = value
        context._values = values
        return token

    def reset(self, token, /):
        """Reset the context variable to what it was before set() made the token."""
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current():
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(token._context._values)
        if token.old_value is _MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value
        token._context._values = values

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


# The values are never changed in place: contexts share them.
class Context:
    __module__ = "_contextvars"

    def __init__(self):
        self._values = {}
        self._outer = None    # while it is entered: (the context before,)

    def run(self, callable, /, *args, **kwargs):
        if self._outer is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before = _current_context()
        self._outer = (before,)
        _set_current_context(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _set_current_context(before)
            self._outer = None

    def copy(self):
        made = Context()
        made._values = self._values
        return made

    def get(self, var, default=None, /):
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


def copy_context():
    """Return a copy of the current Context."""
    return _current().copy()
