"""Reads Python's regular expressions and writes them as PCRE2 understands them.

Everything that is wrong with a pattern is found here, in CPython's words. What both understand in the same way
goes through as it is; groups lose their names, white space of verbose patterns goes, and classes like \\w are
written out where the flag ASCII narrows them."""

A, I, L, M, S, T, U, X, DEBUG = 256, 2, 4, 8, 16, 1, 32, 64, 128
_FLAG_OF = {"i": I, "L": L, "m": M, "s": S, "x": X, "a": A, "u": U}
_TYPE_FLAGS = A | L | U
_GLOBAL_FLAGS = DEBUG
_MAXIMUM = 65535
_ANY = 1 << 32

_DIGITS = "0123456789"
_OCTAL = "01234567"
_HEXADECIMAL = "0123456789abcdefABCDEF"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WHITE = " \t\n\r\v\f"
_ESCAPED = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_KINDS = {
    # inside and outside a set: for all of Unicode, for ASCII alone
    "d": ("\\d", "0-9"),
    "D": ("\\D", None),
    "s": ("\\s\\x1c-\\x1f", " \\t\\n\\r\\x0b\\f"),
    "S": ("\\S", None),
    "w": ("\\w", "a-zA-Z0-9_"),
    "W": ("\\W", None),
}


class error(Exception):
    """Raised for patterns and templates that mean nothing."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class Reader:
    """Goes through a pattern or a template, one character or one escape at a time."""

    def __init__(self, string):
        self.is_text = isinstance(string, str)
        self.string = string
        self.text = string if self.is_text else str(string, "latin1")
        self.index = 0
        self.next = None
        self.advance()

    def advance(self):
        index = self.index
        text = self.text
        if index >= len(text):
            self.next = None
            return
        char = text[index]
        index += 1
        if char == "\\":
            if index >= len(text):
                raise error("bad escape (end of pattern)", self.string, len(text) - 1)
            char += text[index]
            index += 1
        self.index = index
        self.next = char

    def match(self, char):
        if char == self.next:
            self.advance()
            return True
        return False

    def get(self):
        this = self.next
        self.advance()
        return this

    def getwhile(self, count, charset):
        result = ""
        for _ in range(count):
            char = self.next
            if char is None or char not in charset:
                break
            result += char
            self.advance()
        return result

    def getuntil(self, terminator, name):
        result = ""
        while True:
            char = self.next
            self.advance()
            if char is None:
                if not result:
                    raise self.error("missing " + name)
                raise self.error(f"missing {terminator}, unterminated name", len(result))
            if char == terminator:
                if not result:
                    raise self.error("missing " + name, 1)
                return result
            result += char

    def tell(self):
        return self.index - len(self.next or "")

    def seek(self, index):
        self.index = index
        self.advance()

    def error(self, msg, offset=0):
        if not self.is_text:
            msg = msg.encode("ascii", "backslashreplace").decode("ascii")
        return error(msg, self.string, self.tell() - offset)

    def check_name(self, name, offset):
        if not (self.is_text or name.isascii()):
            raise self.error(f"bad character in group name {ascii(name)}", len(name) + offset)
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + offset)


def literal(code):
    """One character, for PCRE2."""
    char = chr(code)
    if code < 128 and (char in _LETTERS or char in _DIGITS or char == "_"):
        return char
    if 32 < code < 127:
        return "\\" + char
    if code == 32:
        return "\\x20"
    # below 0x100 always: in a pattern of bytes a letter as it is would be two of them
    if code < 0x100 or 0xD800 <= code < 0xE000:
        return f"\\x{{{code:x}}}"
    return char


class _Piece:
    """A part of the pattern: as PCRE2 has it, and how long what it matches can be."""

    def __init__(self, text, low, high, kind=""):
        self.text = text
        self.low = low
        self.high = high
        self.kind = kind


class Translation:
    """What came of a pattern."""

    def __init__(self, string, flags):
        self.reader = Reader(string)
        self.is_text = self.reader.is_text
        self.flags = flags
        self.names = {}
        self.widths = [None]
        self.parents = [0]
        self.open_groups = []
        self.lookbehind = 0
        self.lookbehind_groups = None
        self.checks = []
        # flags that the pattern sets for all of itself come into force by beginning again
        try:
            piece = self.alternatives(0, flags & X, self.flags)
        except _Verbose:
            again = Translation(string, self.flags | X)
            self.__dict__.update(again.__dict__)
            return
        self.flags = self.fixed_flags()
        if self.reader.next is not None:
            raise self.reader.error("unbalanced parenthesis")
        for group, place in self.checks:
            if group >= len(self.widths):
                raise error(f"invalid group reference {group}", string, place)
        if self.flags & A and not flags & A:
            # classes were written before the flag was known
            piece = Translation(string, self.flags)
        self.text = piece.text
        self.groups = len(self.widths) - 1

    def fixed_flags(self):
        flags = self.flags
        if self.is_text:
            if flags & L:
                raise ValueError("cannot use LOCALE flag with a str pattern")
            if not flags & A:
                flags |= U
            elif flags & U:
                raise ValueError("ASCII and UNICODE flags are incompatible")
        else:
            if flags & U:
                raise ValueError("cannot use UNICODE flag with a bytes pattern")
            if flags & L and flags & A:
                raise ValueError("ASCII and LOCALE flags are incompatible")
        return flags

    def alternatives(self, depth, verbose, flags, first=True):
        reader = self.reader
        pieces = []
        while True:
            pieces.append(self.sequence(depth + 1, verbose, flags, first and not pieces))
            if not reader.match("|"):
                break
        if len(pieces) == 1:
            return pieces[0]
        return _Piece(
            "|".join([piece.text for piece in pieces]),
            min([piece.low for piece in pieces]),
            max([piece.high for piece in pieces]),
        )

    def sequence(self, depth, verbose, flags, first):
        reader = self.reader
        parts = []
        low = high = 0
        last = None
        while True:
            this = reader.next
            if this is None or this == "|" or this == ")":
                break
            if verbose and this in _WHITE:
                reader.advance()
                continue
            if verbose and this == "#":
                while True:
                    this = reader.get()
                    if this is None or this == "\n":
                        break
                continue
            here = reader.tell()
            reader.advance()
            if this in ("*", "+", "?", "{"):
                repeat = self.repeat(this, here)
                if repeat is None:
                    piece = _Piece("\\{", 1, 1)
                else:
                    least, most, text = repeat
                    if last is None or last.kind == "at":
                        raise reader.error("nothing to repeat", reader.tell() - here)
                    if last.kind == "repeat":
                        raise reader.error("multiple repeat", reader.tell() - here)
                    low -= last.low
                    high -= last.high
                    parts[-1] = (last.text if last.kind == "single" else f"(?:{last.text})") + text
                    last = _Piece("", last.low * least, min(last.high * most, _ANY), "repeat")
                    low += last.low
                    high += last.high
                    continue
            elif this[0] == "\\":
                piece = self.escape(this, flags)
            elif this == "[":
                piece = self.charset(here, flags)
            elif this == ".":
                piece = _Piece(".", 1, 1, "single")
            elif this == "^":
                piece = _Piece("^", 0, 0, "at")
            elif this == "$":
                piece = _Piece("$", 0, 0, "at")
            elif this == "(":
                piece = self.parenthesis(here, depth, verbose, flags, first and not parts)
                if piece is None:
                    continue
                if isinstance(piece, int):
                    # global flags: what follows has them
                    flags = piece
                    if flags & X and not verbose:
                        raise _Verbose
                    continue
            else:
                piece = _Piece(literal(ord(this)), 1, 1, "single")
            parts.append(piece.text)
            last = piece
            low += piece.low
            high += piece.high
        return _Piece("".join(parts), low, high)

    def repeat(self, this, here):
        reader = self.reader
        if this == "?":
            least, most, text = 0, 1, "?"
        elif this == "*":
            least, most, text = 0, _ANY, "*"
        elif this == "+":
            least, most, text = 1, _ANY, "+"
        else:
            if reader.next == "}":
                return None
            least, most = 0, _ANY
            lo = hi = ""
            while reader.next is not None and reader.next in _DIGITS:
                lo += reader.get()
            if reader.match(","):
                while reader.next is not None and reader.next in _DIGITS:
                    hi += reader.get()
            else:
                hi = lo
            if not reader.match("}"):
                reader.seek(here + 1)
                return None
            if lo:
                least = int(lo)
            if hi:
                most = int(hi)
                if most < least:
                    raise reader.error("min repeat greater than max repeat", reader.tell() - here - 1)
            if least > _MAXIMUM or (hi and most > _MAXIMUM):
                raise OverflowError("the repetition number is too large")
            text = f"{{{least},{most if hi else ''}}}"
        if reader.match("?"):
            text += "?"
        elif reader.match("+"):
            text += "+"
        return least, most, text

    def kind_text(self, letter, flags, in_set):
        unicode_form, ascii_form = _KINDS[letter]
        if self.is_text and not flags & A:
            if in_set:
                return unicode_form
            if letter == "s":
                return f"[{unicode_form}]"
            if letter == "S":
                return "[^\\s\\x1c-\\x1f]"
            return unicode_form
        if not self.is_text or self.flags & A:
            # PCRE2 has been told to mean ASCII; its \s is Python's
            return "\\" + letter
        small = letter.lower()
        form = _KINDS[small][1]
        if letter == small:
            return form if in_set else f"[{form}]"
        return "\\" + letter if in_set else f"[^{form}]"

    def escape(self, escape, flags):
        reader = self.reader
        letter = escape[1]
        if letter in _KINDS:
            return _Piece(self.kind_text(letter, flags, False), 1, 1, "single")
        if letter == "A" or letter == "b" or letter == "B":
            return _Piece(escape, 0, 0, "at")
        if letter == "Z":
            return _Piece("\\z", 0, 0, "at")
        if letter in _DIGITS and letter != "0":
            number = letter
            if reader.next is not None and reader.next in _DIGITS:
                if letter in _OCTAL and reader.next in _OCTAL:
                    number += reader.get()
                    if reader.next is not None and reader.next in _OCTAL:
                        number += reader.get()
                        return self.octal(escape[0] + number, number)
                else:
                    number += reader.get()
            group = int(number)
            if group < len(self.widths):
                self.check_reference(group, len(number) + 1)
                low, high = self.widths[group]
                return _Piece(f"\\g{{{group}}}", low, high, "single")
            raise reader.error(f"invalid group reference {group}", len(number))
        return _Piece(literal(self.character(escape)), 1, 1, "single")

    def octal(self, escape, number):
        code = int(number, 8)
        if code > 0o377:
            raise self.reader.error(f"octal escape value {escape} outside of range 0-0o377", len(escape))
        return _Piece(literal(code), 1, 1, "single")

    def check_reference(self, group, offset):
        if self.widths[group] is None:
            raise self.reader.error("cannot refer to an open group", offset)
        if self.lookbehind and group >= self.lookbehind_groups:
            raise self.reader.error("cannot refer to group defined in the same lookbehind subpattern", 0)

    def character(self, escape):
        """The character that an escape stands for, inside or outside a set."""
        reader = self.reader
        letter = escape[1]
        if letter == "x":
            escape += reader.getwhile(2, _HEXADECIMAL)
            if len(escape) != 4:
                raise reader.error("incomplete escape " + escape, len(escape))
            return int(escape[2:], 16)
        if self.is_text and (letter == "u" or letter == "U"):
            size = 4 if letter == "u" else 8
            escape += reader.getwhile(size, _HEXADECIMAL)
            if len(escape) != size + 2:
                raise reader.error("incomplete escape " + escape, len(escape))
            code = int(escape[2:], 16)
            if code > 0x10FFFF:
                raise reader.error("bad escape " + escape, len(escape))
            return code
        if self.is_text and letter == "N":
            if not reader.match("{"):
                raise reader.error("missing {")
            name = reader.getuntil("}", "character name")
            try:
                if not name.replace(" ", "").replace("-", "").isalnum():
                    raise SyntaxError
                # the names are known where texts are compiled
                return ord(eval('"\\N{' + name + '}"'))
            except SyntaxError:
                raise reader.error(f"undefined character name {name!r}", len(name) + 4) from None
        if letter in _OCTAL:
            digits = letter + reader.getwhile(2, _OCTAL)
            code = int(digits, 8)
            if code > 0o377:
                raise reader.error(f"octal escape value \\{digits} outside of range 0-0o377", len(digits) + 1)
            return code
        if letter in _DIGITS:
            raise reader.error("bad escape " + escape, len(escape))
        if letter in _ESCAPED:
            return _ESCAPED[letter]
        if letter in _LETTERS:
            raise reader.error("bad escape " + escape, len(escape))
        return ord(letter)

    def charset(self, here, flags):
        reader = self.reader
        text = "[^" if reader.match("^") else "["
        first = True
        while True:
            this = reader.get()
            if this is None:
                raise reader.error("unterminated character set", reader.tell() - here)
            if this == "]" and not first:
                break
            first = False
            low = self.set_item(this, flags)
            if reader.match("-"):
                that = reader.get()
                if that is None:
                    raise reader.error("unterminated character set", reader.tell() - here)
                if that == "]":
                    text += low if isinstance(low, str) else literal(low)
                    text += "\\-"
                    break
                high = self.set_item(that, flags)
                if isinstance(low, str) or isinstance(high, str) or high < low:
                    raise reader.error(f"bad character range {this}-{that}", len(this) + 1 + len(that))
                text += f"{literal(low)}-{literal(high)}"
            else:
                text += low if isinstance(low, str) else literal(low)
        return _Piece(text + "]", 1, 1, "single")

    def set_item(self, this, flags):
        if this[0] != "\\":
            return ord(this)
        if this[1] in _KINDS:
            return self.kind_text(this[1], flags, True)
        return self.character(this)

    def parenthesis(self, here, depth, verbose, flags, first):
        reader = self.reader
        capture = True
        name = None
        opening = "("
        add, remove = 0, 0
        if reader.match("?"):
            char = reader.get()
            if char is None:
                raise reader.error("unexpected end of pattern")
            if char == "P":
                if reader.match("<"):
                    name = reader.getuntil(">", "group name")
                    reader.check_name(name, 1)
                elif reader.match("="):
                    name = reader.getuntil(")", "group name")
                    reader.check_name(name, 1)
                    group = self.names.get(name)
                    if group is None:
                        raise reader.error(f"unknown group name {name!r}", len(name) + 1)
                    self.check_reference(group, len(name) + 1)
                    low, high = self.widths[group]
                    return _Piece(f"\\g{{{group}}}", low, high, "single")
                else:
                    char = reader.get()
                    if char is None:
                        raise reader.error("unexpected end of pattern")
                    raise reader.error("unknown extension ?P" + char, len(char) + 2)
            elif char == ":":
                capture = False
                opening = "(?:"
            elif char == "#":
                while True:
                    if reader.next is None:
                        raise reader.error("missing ), unterminated comment", reader.tell() - here)
                    if reader.get() == ")":
                        return None
            elif char in "=!<":
                return self.look(here, char, depth, verbose, flags)
            elif char == "(":
                return self.conditional(here, depth, verbose, flags)
            elif char == ">":
                capture = False
                opening = "(?>"
            elif char in _FLAG_OF or char == "-":
                found = self.inline_flags(char)
                if found is None:
                    if not first:
                        raise reader.error(
                            "global flags not at the start of the expression", reader.tell() - here
                        )
                    return self.flags
                add, remove = found
                capture = False
                letters = "".join([l for l in "ims" if add & _FLAG_OF[l]])
                gone = "".join([l for l in "ims" if remove & _FLAG_OF[l]])
                opening = f"(?{letters}{'-' + gone if gone else ''}:"
                if add & _TYPE_FLAGS:
                    flags &= ~_TYPE_FLAGS
                flags = (flags | add) & ~remove
                verbose = (verbose or add & X) and not remove & X
            else:
                raise reader.error("unknown extension ?" + char, len(char) + 1)
        group = None
        if capture:
            group = len(self.widths)
            self.widths.append(None)
            self.parents.append(self.open_groups[-1] if self.open_groups else 0)
            self.open_groups.append(group)
            if name is not None:
                known = self.names.get(name)
                if known is not None:
                    raise reader.error(
                        f"redefinition of group name {name!r} as group {group}; was group {known}",
                        len(name) + 1,
                    )
                self.names[name] = group
        inner = self.alternatives(depth, verbose, flags, False)
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - here)
        if group is not None:
            self.widths[group] = (inner.low, inner.high)
            self.open_groups.pop()
        return _Piece(f"{opening}{inner.text})", inner.low, inner.high, "single")

    def look(self, here, char, depth, verbose, flags):
        reader = self.reader
        opening = "(?" + char
        is_behind = char == "<"
        if is_behind:
            char = reader.get()
            if char is None:
                raise reader.error("unexpected end of pattern")
            if char not in "=!":
                raise reader.error("unknown extension ?<" + char, len(char) + 2)
            opening += char
            self.lookbehind += 1
            if self.lookbehind == 1:
                self.lookbehind_groups = len(self.widths)
        inner = self.alternatives(depth, verbose, flags, False)
        if is_behind:
            self.lookbehind -= 1
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - here)
        if is_behind and inner.low != inner.high:
            raise error("look-behind requires fixed-width pattern")
        return _Piece(f"{opening}{inner.text})", 0, 0, "single")

    def conditional(self, here, depth, verbose, flags):
        reader = self.reader
        name = reader.getuntil(")", "group name")
        if name.isidentifier():
            reader.check_name(name, 1)
            group = self.names.get(name)
            if group is None:
                raise reader.error(f"unknown group name {name!r}", len(name) + 1)
        else:
            try:
                group = int(name)
                if group < 0:
                    raise ValueError
            except ValueError:
                raise reader.error(f"bad character in group name {name!r}", len(name) + 1) from None
            if group == 0:
                raise reader.error("bad group number", len(name) + 1)
            self.checks.append((group, reader.tell() - len(name) - 1))
        yes = self.sequence(depth + 1, verbose, flags, False)
        no = None
        if reader.match("|"):
            no = self.sequence(depth + 1, verbose, flags, False)
            if reader.next == "|":
                raise reader.error("conditional backref with more than two branches")
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - here)
        text = f"(?({group}){yes.text}{'' if no is None else '|' + no.text})"
        low = 0 if no is None else min(yes.low, no.low)
        return _Piece(text, low, yes.high if no is None else max(yes.high, no.high), "single")

    def inline_flags(self, char):
        reader = self.reader
        add = remove = 0
        if char != "-":
            while True:
                flag = _FLAG_OF[char]
                if self.is_text and char == "L":
                    raise reader.error("bad inline flags: cannot use 'L' flag with a str pattern")
                if not self.is_text and char == "u":
                    raise reader.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                add |= flag
                if flag & _TYPE_FLAGS and add & _TYPE_FLAGS != flag:
                    raise reader.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                char = reader.get()
                if char is None:
                    raise reader.error("missing -, : or )")
                if char in ")-:":
                    break
                if char not in _FLAG_OF:
                    raise reader.error(
                        "unknown flag" if char in _LETTERS else "missing -, : or )", len(char)
                    )
        if char == ")":
            self.flags |= add
            return None
        if char == "-":
            char = reader.get()
            if char is None:
                raise reader.error("missing flag")
            if char not in _FLAG_OF:
                raise reader.error("unknown flag" if char in _LETTERS else "missing flag", len(char))
            while True:
                flag = _FLAG_OF[char]
                if flag & _TYPE_FLAGS:
                    raise reader.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= flag
                char = reader.get()
                if char is None:
                    raise reader.error("missing :")
                if char == ":":
                    break
                if char not in _FLAG_OF:
                    raise reader.error("unknown flag" if char in _LETTERS else "missing :", len(char))
        if add & remove:
            raise reader.error("bad inline flags: flag turned on and off", 1)
        return add, remove


class _Verbose(Exception):
    pass
