"""A collection of string constants, capwords, Template and Formatter."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize each word of s."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


_MISSING = object()


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    # The template in pieces: (text, None) and (as it stands, name); a name of "" marks what is no placeholder.
    def _pieces(self):
        text = self.template
        mark = self.delimiter
        place = 0
        while True:
            found = text.find(mark, place)
            if found < 0:
                yield text[place:], None
                return
            yield text[place:found], None
            place = found + len(mark)
            if text.startswith(mark, place):
                yield mark, None
                place += len(mark)
                continue
            braced = text.startswith("{", place)
            begin = place + braced
            end = begin
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[begin:end]
            if not name or name[0].isdigit() or (braced and not text.startswith("}", end)):
                yield text[found:place], ""
                continue
            place = end + braced
            yield text[found:place], name

    def _raise_invalid(self, place):
        before = self.template[:place].splitlines(keepends=True)
        if not before:
            line, column = 1, 1
        else:
            line, column = len(before), place - len("".join(before[:-1]))
            if before[-1].endswith("\n"):
                line, column = line + 1, 0
            column += 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping=_MISSING, /, **kws):
        shown = []
        place = 0
        if mapping is _MISSING:
            mapping = kws
        elif kws:
            mapping = {**mapping, **kws}
        for text, name in self._pieces():
            if name is None:
                shown.append(text)
            elif not name:
                self._raise_invalid(place)
            else:
                shown.append(str(mapping[name]))
            place += len(text) * (2 if name is None and text == self.delimiter else 1)
        return "".join(shown)

    def safe_substitute(self, mapping=_MISSING, /, **kws):
        shown = []
        if mapping is _MISSING:
            mapping = kws
        elif kws:
            mapping = {**mapping, **kws}
        for text, name in self._pieces():
            if not name:
                shown.append(text)
                continue
            try:
                shown.append(str(mapping[name]))
            except KeyError:
                shown.append(text)
        return "".join(shown)

    def is_valid(self):
        return all([name != "" for text, name in self._pieces()])

    def get_identifiers(self):
        names = []
        for text, name in self._pieces():
            if name and name not in names:
                names.append(name)
        return names


class Formatter:
    """Formatting as str.format() does it, in steps that a derived class may change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, number = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        shown = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                shown.append(literal)
            if field is None:
                continue
            first = field.replace("[", ".").split(".")[0]
            if first == "":
                if number is None:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(number) + field
                number += 1
            elif first.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = None
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            shown.append(self.format_field(value, spec))
        return "".join(shown), number

    def parse(self, format_string):
        text = []
        place = 0
        while place < len(format_string):
            c = format_string[place]
            place += 1
            if c in "{}" and format_string.startswith(c, place):
                text.append(c)
                place += 1
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if c != "{":
                text.append(c)
                continue
            if place == len(format_string):
                raise ValueError("Single '{' encountered in format string")
            depth = 1
            end = place
            while end < len(format_string) and depth:
                depth += (format_string[end] == "{") - (format_string[end] == "}")
                end += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            inside = format_string[place:end - 1]
            place = end
            name, spec, conversion = _parts_of_field(inside)
            yield "".join(text), name, spec, conversion
            text = []
        if text:
            yield "".join(text), None, None, None

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps_of_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in steps:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")


def _parts_of_field(inside):
    depth = 0
    for place, c in enumerate(inside):
        depth += (c == "[") - (c == "]")
        if depth == 0 and c in "!:":
            if c == ":":
                return inside[:place], inside[place + 1:], None
            return inside[:place], inside[place + 3:], inside[place + 1:place + 2]
    return inside, "", None


def _steps_of_field(name):
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    steps = []
    place = end
    while place < len(name):
        if name[place] == ".":
            end = place + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            steps.append((True, name[place + 1:end]))
        else:
            end = name.find("]", place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[place + 1:end]
            steps.append((False, int(key) if key.isdigit() else key))
            end += 1
        place = end
    return (int(first) if first.isdigit() else first), steps
