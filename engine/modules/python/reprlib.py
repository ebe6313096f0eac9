"""repr() of limited length."""

__all__ = ["Repr", "repr", "recursive_repr"]

from builtins import repr as _whole


def recursive_repr(fillvalue="..."):
    """Makes a __repr__ that meets its own object again give fillvalue there."""
    def decorate(function):
        inside = []

        def wrapper(self):
            for one in inside:
                if one is self:
                    return fillvalue
            inside.append(self)
            try:
                return function(self)
            finally:
                inside.pop()
        wrapper.__name__ = function.__name__
        wrapper.__doc__ = function.__doc__
        return wrapper
    return decorate


class Repr:
    def __init__(self):
        self.fillvalue = "..."
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, "repr_" + type(x).__name__.replace(" ", "_"), None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    # The two ends of a text that is too long.
    def _cut(self, text, limit):
        if len(text) <= limit:
            return text
        head = max(0, (limit - 3) // 2)
        tail = max(0, limit - 3 - head)
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def _repr_iterable(self, x, level, left, right, maxiter, trail=""):
        if level <= 0 and x:
            return left + self.fillvalue + right
        shown = []
        for item in x:
            if len(shown) == maxiter:
                shown.append(self.fillvalue)
                break
            shown.append(self.repr1(item, level - 1))
        if len(x) == 1 and trail:
            right = trail + right
        return left + ", ".join(shown) + right

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._repr_iterable(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._repr_iterable(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        shown = []
        for key in _in_order(x):
            if len(shown) == self.maxdict:
                shown.append(self.fillvalue)
                break
            shown.append(f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}")
        return "{" + ", ".join(shown) + "}"

    def repr_str(self, x, level):
        limit = self.maxstring
        text = _whole(x[:limit])
        if len(text) <= limit and len(x) <= limit:
            return text
        head = max(0, (limit - 3) // 2)
        tail = max(0, limit - 3 - head)
        text = _whole(x[:head] + x[len(x) - tail:])
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def repr_int(self, x, level):
        return self._cut(_whole(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _whole(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._cut(text, self.maxother)


def _in_order(x):
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
