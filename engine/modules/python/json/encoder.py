"""From values to JSON."""

__all__ = ["JSONEncoder"]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def encode_basestring(s):
    """Return a JSON representation of a Python string."""
    if s.isprintable() and '"' not in s and "\\" not in s:
        return '"' + s + '"'
    return '"' + "".join([_ESCAPES.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in s]) + '"'


def encode_basestring_ascii(s):
    """Return an ASCII-only JSON representation of a Python string."""
    if s.isascii():
        if s.isprintable() and '"' not in s and "\\" not in s:
            return '"' + s + '"'
    return '"' + "".join([_ESCAPES.get(c) or (c if " " <= c <= "~" else _escaped(ord(c))) for c in s]) + '"'


def _escaped(code):
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"


class JSONEncoder:
    """Extensible JSON encoder for Python data structures."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return something serializable for o, or raise TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        parts = []
        self._write(o, parts, 0, [] if self.check_circular else None)
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        """Encode the given object, piece by piece."""
        yield self.encode(o)

    def _text(self, s):
        return encode_basestring_ascii(s) if self.ensure_ascii else encode_basestring(s)

    def _float(self, number):
        if number != number:
            text = "NaN"
        elif number in (float("inf"), float("-inf")):
            text = "Infinity" if number > 0 else "-Infinity"
        else:
            return float.__repr__(number)
        if not self.allow_nan:
            shown = "" if self.indent is None else ": " + repr(number)
            raise ValueError("Out of range float values are not JSON compliant" + shown)
        return text

    # What is being written, further out, is in `inside`.
    def _write(self, o, parts, level, inside):
        if isinstance(o, str):
            parts.append(self._text(o))
        elif o is None:
            parts.append("null")
        elif o is True:
            parts.append("true")
        elif o is False:
            parts.append("false")
        elif isinstance(o, int):
            parts.append(int.__repr__(o))
        elif isinstance(o, float):
            parts.append(self._float(o))
        else:
            if inside is not None:
                for outer in inside:
                    if outer is o:
                        raise ValueError("Circular reference detected")
                inside.append(o)
            if isinstance(o, (list, tuple)):
                self._write_array(o, parts, level + 1, inside)
            elif isinstance(o, dict):
                self._write_object(o, parts, level + 1, inside)
            else:
                self._write(self.default(o), parts, level, inside)
            if inside is not None:
                inside.pop()

    def _break(self, level):
        if self.indent is None:
            return ""
        indent = self.indent if isinstance(self.indent, str) else " " * self.indent
        return "\n" + indent * level

    def _write_array(self, o, parts, level, inside):
        if not o:
            parts.append("[]")
            return
        line = self._break(level)
        separator = "[" + line
        for item in o:
            parts.append(separator)
            separator = self.item_separator + line
            self._write(item, parts, level, inside)
        parts.append(self._break(level - 1) + "]")

    def _write_object(self, o, parts, level, inside):
        if not o:
            parts.append("{}")
            return
        line = self._break(level)
        separator = "{" + line
        is_first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            text = self._key(key)
            if text is None:
                continue
            parts.append(separator + self._text(text) + self.key_separator)
            separator = self.item_separator + line
            is_first = False
            self._write(value, parts, level, inside)
        parts.append("{}" if is_first else self._break(level - 1) + "}")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
