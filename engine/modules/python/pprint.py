"""Shows nested data on lines that are not too long."""

import io
import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import fields, is_dataclass

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Pretty-print a Python object to a stream [default is sys.stdout]."""
    PrettyPrinter(indent=indent, width=width, depth=depth, stream=stream, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """Format a Python object into a pretty-printed representation."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print a Python object, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, set(), None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


def _sort_key(value):
    return _SafeKey(value)


class _SafeKey:
    """Compares what can be compared, and the rest by type and identity."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = io.StringIO()
        self._format(object, out, 0, 0, set(), 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, set(context), maxlevels or None, level)

    def _repr(self, object, context, level):
        return self._safe_repr(object, set(context), self._depth, level)[0]

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            show = self._writer_of(object)
            if show is not None:
                context.add(id(object))
                show(object, stream, indent, allowance, context, level + 1)
                context.discard(id(object))
                return
        stream.write(text)

    def _writer_of(self, object):
        cls = type(object)
        if is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr:
            return self._dataclass
        if cls.__repr__ is OrderedDict.__repr__ and isinstance(object, OrderedDict):
            return self._ordered_dict if len(object) else None
        if cls.__repr__ is defaultdict.__repr__ and isinstance(object, defaultdict):
            return self._default_dict
        if cls.__repr__ is Counter.__repr__ and isinstance(object, Counter):
            return self._counter if len(object) else None
        if cls.__repr__ is deque.__repr__ and isinstance(object, deque):
            return self._deque if len(object) else None
        for kind, show in (
            (dict, self._dict), (list, self._list), (tuple, self._tuple), (str, self._str),
            (set, self._set), (frozenset, self._set), (bytes, self._bytes),
            (types.MappingProxyType, self._mapping_proxy), (types.SimpleNamespace, self._namespace),
        ):
            if isinstance(object, kind) and cls.__repr__ is kind.__repr__:
                return show
        return None

    def _dataclass(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        stream.write(name + "(")
        self._named_items(items, stream, indent, allowance, context, level)
        stream.write(")")

    def _namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object) is types.SimpleNamespace else type(object).__name__
        indent += len(name) + 1
        stream.write(name + "(")
        self._named_items(list(vars(object).items()), stream, indent, allowance, context, level)
        stream.write(")")

    def _named_items(self, items, stream, indent, allowance, context, level):
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            stream.write(key + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if i == last else 1,
                             context, level)
            if i != last:
                stream.write(",\n" + " " * indent)

    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{")
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        if len(object):
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=lambda item: (_SafeKey(item[0]), _SafeKey(item[1])))
            self._dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _mapping_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _ordered_dict(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "(")
        self._list(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _default_dict(self, object, stream, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "({")
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        self._dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context,
                         level)
        stream.write("})")

    def _deque(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            rest = self._repr(object.maxlen, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={rest})")

    def _dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            shown = self._repr(key, context, level)
            stream.write(shown + ": ")
            self._format(value, stream, indent + len(shown) + 2, allowance if i == last else 1, context,
                         level)
            if i != last:
                stream.write(",\n" + " " * indent)

    def _list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        cls = type(object)
        if cls is set:
            stream.write("{")
            end = "}"
        else:
            stream.write(cls.__name__ + "({")
            end = "})"
            indent += len(cls.__name__) + 1
        self._items(sorted(object, key=_sort_key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")
        separator = ",\n" + " " * indent
        before = ""
        width = room = self._width - indent + 1
        items = list(items)
        last = len(items) - 1
        for i, item in enumerate(items):
            if i == last:
                room -= allowance
                width -= allowance
            if self._compact:
                shown = self._repr(item, context, level)
                needed = len(shown) + 2
                if width < needed:
                    width = room
                    if before:
                        before = separator
                if width >= needed:
                    width -= needed
                    stream.write(before)
                    before = ", "
                    stream.write(shown)
                    continue
            stream.write(before)
            before = separator
            self._format(item, stream, indent, allowance if i == last else 1, context, level)

    def _str(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = full = self._width - indent
        shown = ""
        for i, line in enumerate(lines):
            shown = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(shown) <= room:
                chunks.append(shown)
                continue
            # by words, each with the white space behind it
            parts = _words(line)
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    full -= allowance
                if len(repr(candidate)) > full:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(shown)
            return
        if level == 1:
            stream.write("(")
        for i, chunk in enumerate(chunks):
            if i > 0:
                stream.write("\n" + " " * indent)
            stream.write(chunk)
        if level == 1:
            stream.write(")")

    def _bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write("(")
        before = ""
        width = self._width - indent
        current = b""
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            candidate = current + part
            if i == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    stream.write(before + repr(current))
                    before = "\n" + " " * indent
                current = part
            else:
                current = candidate
        if current:
            stream.write(before + repr(current))
        if parens:
            stream.write(")")

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if isinstance(object, (str, bytes, float, complex, bool, type(None))):
            return repr(object), True, False
        if isinstance(object, int) and cls.__repr__ is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        is_dict = isinstance(object, dict) and cls.__repr__ is dict.__repr__
        is_list = isinstance(object, list) and cls.__repr__ is list.__repr__
        is_tuple = isinstance(object, tuple) and cls.__repr__ is tuple.__repr__
        if not (is_dict or is_list or is_tuple):
            shown = repr(object)
            return shown, bool(shown) and not shown.startswith("<"), False
        if not object:
            return ("{}" if is_dict else "[]" if is_list else "()"), True, False
        form = "{%s}" if is_dict else "[%s]" if is_list else "(%s,)" if len(object) == 1 else "(%s)"
        if maxlevels and level >= maxlevels:
            return form % "...", False, False
        if id(object) in context:
            return _recursion(object), False, True
        context.add(id(object))
        readable = True
        recursive = False
        parts = []
        level += 1
        if is_dict:
            items = object.items()
            if self._sort_dicts:
                items = sorted(items, key=lambda item: (_SafeKey(item[0]), _SafeKey(item[1])))
            for key, value in items:
                k, k_readable, k_recursive = self._safe_repr(key, context, maxlevels, level)
                v, v_readable, v_recursive = self._safe_repr(value, context, maxlevels, level)
                parts.append(f"{k}: {v}")
                readable = readable and k_readable and v_readable
                recursive = recursive or k_recursive or v_recursive
        else:
            for item in object:
                shown, is_readable, is_recursive = self._safe_repr(item, context, maxlevels, level)
                parts.append(shown)
                readable = readable and is_readable
                recursive = recursive or is_recursive
        context.discard(id(object))
        return form % ", ".join(parts), readable, recursive


def _words(line):
    words = []
    start = 0
    while start < len(line):
        end = start
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[start:end])
        start = end
    return words
