"""From JSON to values: by recursive descent over the text."""

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """Subclass of ValueError that knows where in the document the mistake is."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


_SPACE = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"null": None, "true": True, "false": False}
_NUMBERS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


# No value begins at this place: where, the caller of the outermost decides.
class _NoValue(Exception):
    pass


def _after_space(text, place):
    while place < len(text) and text[place] in _SPACE:
        place += 1
    return place


def _hexadecimal(text, place):
    digits = text[place:place + 4]
    if len(digits) == 4 and all([c in "0123456789abcdefABCDEF" for c in digits]):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, place - 1)


# The string whose first character is at `place`, behind the quote.
def _string(text, place, strict):
    begin = place - 1
    parts = []
    while True:
        quote = text.find('"', place)
        escape = text.find("\\", place, quote if quote >= 0 else len(text))
        end = escape if escape >= 0 else quote
        if end < 0:
            end = len(text)
        piece = text[place:end]
        if strict and not piece.isprintable():
            for offset, c in enumerate(piece):
                if c < " ":
                    raise JSONDecodeError("Invalid control character at", text, place + offset)
        parts.append(piece)
        if end == len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if end == quote:
            return "".join(parts), end + 1
        place = end + 1
        if place == len(text):
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        c = text[place]
        if c != "u":
            if c not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", text, end)
            parts.append(_ESCAPES[c])
            place += 1
            continue
        code = _hexadecimal(text, place + 1)
        place += 5
        if 0xd800 <= code <= 0xdbff and text.startswith("\\u", place):
            low = _hexadecimal(text, place + 2)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                place += 6
        parts.append(chr(code))


class JSONDecoder:
    """Simple JSON decoder."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _NUMBERS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the Python representation of s (a str instance containing a JSON document)."""
        value, end = self.raw_decode(s, _after_space(s, 0))
        end = _after_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """Decode a JSON document that may have extraneous data at the end: (value, where it ended)."""
        try:
            return self._value(s, idx)
        except _NoValue as error:
            raise JSONDecodeError("Expecting value", s, error.args[0]) from None

    def _value(self, text, place):
        if place >= len(text):
            raise _NoValue(place)
        c = text[place]
        if c == '"':
            return _string(text, place + 1, self.strict)
        if c == "{":
            return self._object(text, place + 1)
        if c == "[":
            return self._array(text, place + 1)
        if c in "ntf":
            for word, value in _CONSTANTS.items():
                if text.startswith(word, place):
                    return value, place + len(word)
        elif c in "-0123456789":
            return self._number(text, place)
        for word in ("NaN", "Infinity"):
            if text.startswith(word, place):
                return self.parse_constant(word), place + len(word)
        raise _NoValue(place)

    def _number(self, text, place):
        count = len(text)
        end = place + (text[place] == "-")
        first = end
        while end < count and "0" <= text[end] <= "9":
            end += 1
            if text[first] == "0":
                break
        if end == first:
            if text.startswith("-Infinity", place):
                return self.parse_constant("-Infinity"), place + 9
            raise _NoValue(place)
        is_real = False
        if end + 1 < count and text[end] == "." and "0" <= text[end + 1] <= "9":
            is_real = True
            end += 1
            while end < count and "0" <= text[end] <= "9":
                end += 1
        if end < count and text[end] in "eE":
            digit = end + 1
            if digit < count and text[digit] in "+-":
                digit += 1
            if digit < count and "0" <= text[digit] <= "9":
                is_real = True
                end = digit
                while end < count and "0" <= text[end] <= "9":
                    end += 1
        return (self.parse_float if is_real else self.parse_int)(text[place:end]), end

    def _array(self, text, place):
        values = []
        place = _after_space(text, place)
        if text.startswith("]", place):
            return values, place + 1
        while True:
            value, place = self._value(text, place)
            values.append(value)
            place = _after_space(text, place)
            if text.startswith("]", place):
                return values, place + 1
            if not text.startswith(",", place):
                raise JSONDecodeError("Expecting ',' delimiter", text, place)
            place = _after_space(text, place + 1)

    def _object(self, text, place):
        pairs = []
        place = _after_space(text, place)
        if text.startswith("}", place):
            place += 1
        else:
            while True:
                if not text.startswith('"', place):
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, place)
                key, place = _string(text, place + 1, self.strict)
                place = _after_space(text, place)
                if not text.startswith(":", place):
                    raise JSONDecodeError("Expecting ':' delimiter", text, place)
                value, place = self._value(text, _after_space(text, place + 1))
                pairs.append((key, value))
                place = _after_space(text, place)
                if text.startswith("}", place):
                    place += 1
                    break
                if not text.startswith(",", place):
                    raise JSONDecodeError("Expecting ',' delimiter", text, place)
                place = _after_space(text, place + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), place
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), place
