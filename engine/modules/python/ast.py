"""Of syntax trees only what reads the values of literals."""

import re as _re

__all__ = ["literal_eval"]

_TOKEN = _re.compile(r"""\s*(?:(?P<number>(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?))
    |(?P<string>[rRbBuU]{0,2}(?:\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<word>[A-Za-z_]\w*)|(?P<mark>\.\.\.|[\[\](){},:+\-]))""", _re.VERBOSE | _re.DOTALL)


class _Reader:
    def __init__(self, text):
        self.tokens = []
        place = 0
        text = text.strip()
        while place < len(text):
            match = _TOKEN.match(text, place)
            if match is None:
                raise ValueError("malformed node or string: " + repr(text))
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()
        self.text = text
        self.place = 0

    def next_mark(self):
        kind, text = self.tokens[self.place] if self.place < len(self.tokens) else (None, None)
        return text if kind == "mark" else None

    def take(self, mark):
        if self.next_mark() == mark:
            self.place += 1
            return True
        return False

    def refuse(self):
        raise ValueError("malformed node or string: " + repr(self.text))

    def items(self, end):
        found = []
        while not self.take(end):
            found.append(self.value())
            if not self.take(","):
                if not self.take(end):
                    self.refuse()
                return found, False
        return found, True

    def value(self):
        left = self.term()
        while self.next_mark() in ("+", "-"):
            sign = self.next_mark()
            self.place += 1
            right = self.term()
            if not isinstance(left, (int, float)) or not isinstance(right, complex):
                self.refuse()
            left = left + right if sign == "+" else left - right
        return left

    def term(self):
        if self.place >= len(self.tokens):
            self.refuse()
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "number":
            return eval(text)
        if kind == "string":
            value = eval(text)
            while self.place < len(self.tokens) and self.tokens[self.place][0] == "string":
                value += eval(self.tokens[self.place][1])
                self.place += 1
            return value
        if kind == "word":
            if text in ("True", "False", "None"):
                return {"True": True, "False": False, "None": None}[text]
            if text == "set" and self.take("(") and self.take(")"):
                return set()
            self.refuse()
        if text == "...":
            return ...
        if text in "+-":
            value = self.term()
            if not isinstance(value, (int, float, complex)) or isinstance(value, bool):
                self.refuse()
            return value if text == "+" else -value
        if text == "[":
            return self.items("]")[0]
        if text == "(":
            found, is_tuple = self.items(")")
            return found[0] if len(found) == 1 and not is_tuple else tuple(found)
        if text == "{":
            return self.braces()
        self.refuse()

    def braces(self):
        if self.take("}"):
            return {}
        first = self.value()
        if not self.take(":"):
            if self.take("}"):
                return {first}
            if not self.take(","):
                self.refuse()
            return {first, *self.items("}")[0]}
        result = {first: self.value()}
        while not self.take("}"):
            if not self.take(","):
                self.refuse()
            if self.take("}"):
                break
            key = self.value()
            if not self.take(":"):
                self.refuse()
            result[key] = self.value()
        return result


def literal_eval(node_or_string):
    """The value of a literal: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."""
    compile(node_or_string.lstrip(" \t"), "<unknown>", "eval")
    reader = _Reader(node_or_string)
    value = reader.value()
    if reader.next_mark() == ",":
        found = [value]
        while reader.take(","):
            if reader.place == len(reader.tokens):
                break
            found.append(reader.value())
        value = tuple(found)
    if reader.place != len(reader.tokens):
        reader.refuse()
    return value
