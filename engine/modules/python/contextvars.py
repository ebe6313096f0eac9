"""Variables with a value in each context."""

from _thread import get_ident as _get_ident

__all__ = ["Context", "ContextVar", "Token", "copy_context"]

_MISSING = object()
_contexts = {}   # thread -> its context


def _current():
    ident = _get_ident()
    context = _contexts.get(ident)
    if context is None:
        context = _contexts[ident] = Context()
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
        context._values[self] = value
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
        if token.old_value is _MISSING:
            token._context._values.pop(self, None)
        else:
            token._context._values[self] = token.old_value

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class Context:
    def __init__(self):
        self._values = {}
        self._outer = _MISSING

    def run(self, callable, /, *args, **kwargs):
        if self._outer is not _MISSING:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        ident = _get_ident()
        self._outer = _contexts.get(ident)
        _contexts[ident] = self
        try:
            return callable(*args, **kwargs)
        finally:
            if self._outer is None:
                del _contexts[ident]
            else:
                _contexts[ident] = self._outer
            self._outer = _MISSING

    def copy(self):
        made = Context()
        made._values = dict(self._values)
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
