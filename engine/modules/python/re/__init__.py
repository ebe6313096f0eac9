"""Regular expressions: Python's patterns, matched by PCRE2."""

import enum
import functools

import _regex
from re._patterns import Reader, Translation, error

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
           "purge", "template", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
           "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG",
           "RegexFlag"]


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    __str__ = object.__str__


_ANYWHERE, _AT_START, _WHOLE = 0, 1, 2
_MAXIMUM_CACHED = 512
_cache = {}


class Pattern:
    """A compiled regular expression."""

    __tp_name__ = "re.Pattern"
    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "_groupindex", "_code", "_parents", "_is_text", "__weakref__")

    def __new__(cls, *arguments):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        from types import MappingProxyType

        return MappingProxyType(self._groupindex)

    def __repr__(self):
        flags = self.flags
        if self._is_text and flags & (U | L | A) == U:
            flags &= ~U
        names = []
        for flag in (T, I, L, M, S, U, X, DEBUG, A):
            if flags & flag:
                names.append("re." + flag.name)
                flags &= ~flag
        if flags:
            names.append(hex(flags))
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        return f"re.compile({shown}{', ' + '|'.join(names) if names else ''})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags, self.pattern, type(self.pattern)) == (other.flags, other.pattern, type(other.pattern))

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return compile, (self.pattern, self.flags)

    def _found(self, string, pos, endpos, fit, count):
        if not isinstance(string, str if self._is_text else (bytes, bytearray)):
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
            if isinstance(string, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        size = len(string)
        pos = min(max(pos, 0), size)
        endpos = size if endpos is None else min(max(endpos, 0), size)
        if pos > endpos:
            return [], pos, endpos
        return _regex.find(self._code, string, pos, endpos, fit, count), pos, endpos

    def _one(self, string, pos, endpos, fit):
        found, pos, endpos = self._found(string, pos, endpos, fit, 1)
        return _match(self, string, pos, endpos, found[0]) if found else None

    def match(self, string, pos=0, endpos=None):
        """Matches zero or more characters at the beginning of the string."""
        return self._one(string, pos, endpos, _AT_START)

    def fullmatch(self, string, pos=0, endpos=None):
        """Matches against all of the string."""
        return self._one(string, pos, endpos, _WHOLE)

    def search(self, string, pos=0, endpos=None):
        """Scan through string looking for a match, and return a corresponding match object instance."""
        return self._one(string, pos, endpos, _ANYWHERE)

    def finditer(self, string, pos=0, endpos=None):
        """Return an iterator over all non-overlapping matches for the RE pattern in string."""
        found, pos, endpos = self._found(string, pos, endpos, _ANYWHERE, 0)
        return map(lambda spans: _match(self, string, pos, endpos, spans), found)

    def findall(self, string, pos=0, endpos=None):
        """Return a list of all non-overlapping matches of pattern in string."""
        found, _, _ = self._found(string, pos, endpos, _ANYWHERE, 0)
        groups = self.groups
        if groups == 0:
            return [string[spans[0]:spans[1]] for spans in found]
        if groups == 1:
            return [string[max(spans[2], 0):max(spans[3], 0)] for spans in found]
        return [
            tuple([string[max(spans[i], 0):max(spans[i + 1], 0)] for i in range(2, 2 * groups + 2, 2)])
            for spans in found
        ]

    def split(self, string, maxsplit=0):
        """Split string by the occurrences of pattern."""
        if maxsplit < 0:
            return [string]
        found, _, _ = self._found(string, 0, None, _ANYWHERE, maxsplit)
        parts = []
        last = 0
        for spans in found:
            parts.append(string[last:spans[0]])
            for i in range(2, len(spans), 2):
                parts.append(None if spans[i] < 0 else string[spans[i]:spans[i + 1]])
            last = spans[1]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        """Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern
        in string by the replacement repl."""
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """Return the tuple (new_string, number_of_subs_made)."""
        if callable(repl):
            replace = repl
            literal = None
        else:
            pieces = _template_pieces(self, repl)
            literal = pieces[0] if len(pieces) == 1 and not isinstance(pieces[0], int) else None
            if not pieces:
                literal = repl[:0]
            replace = functools.partial(_expand, pieces)
        if count < 0:
            return string, 0
        found, pos, endpos = self._found(string, 0, None, _ANYWHERE, count)
        if not found:
            return string, 0
        parts = []
        last = 0
        for spans in found:
            parts.append(string[last:spans[0]])
            if literal is not None:
                parts.append(literal)
            else:
                new = replace(_match(self, string, pos, endpos, spans))
                if new is not None:
                    parts.append(new)
            last = spans[1]
        parts.append(string[last:])
        return string[:0].join(parts), len(found)

    def scanner(self, string, pos=0, endpos=None):
        return _Scanner(self, string, pos, endpos)


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._matches = pattern.finditer(string, pos, endpos)

    def search(self):
        return next(self._matches, None)


def _match(pattern, string, pos, endpos, spans):
    match = object.__new__(Match)
    match.re = pattern
    match.string = string
    match.pos = pos
    match.endpos = endpos
    match._spans = spans
    return match


class Match:
    """The result of re.match() and re.search()."""

    __tp_name__ = "re.Match"
    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "_spans")

    def __new__(cls, *arguments):
        raise TypeError("cannot create 're.Match' instances")

    def _index(self, group):
        if isinstance(group, int):
            index = int(group)
        elif isinstance(group, str):
            index = self.re._groupindex.get(group, -1)
        elif hasattr(group, "__index__"):
            index = group.__index__()
        else:
            index = -1
        if not 0 <= index <= self.re.groups:
            raise IndexError("no such group")
        return 2 * index

    def _part(self, group, default=None):
        i = self._index(group)
        start = self._spans[i]
        return default if start < 0 else self.string[start:self._spans[i + 1]]

    def group(self, *groups):
        if not groups:
            return self._part(0)
        if len(groups) == 1:
            return self._part(groups[0])
        return tuple([self._part(group) for group in groups])

    def __getitem__(self, group):
        return self._part(group)

    def groups(self, default=None):
        return tuple([self._part(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._part(index, default) for name, index in self.re._groupindex.items()}

    def start(self, group=0, /):
        return self._spans[self._index(group)]

    def end(self, group=0, /):
        return self._spans[self._index(group) + 1]

    def span(self, group=0, /):
        i = self._index(group)
        return self._spans[i], self._spans[i + 1]

    @property
    def regs(self):
        spans = self._spans
        return tuple([(spans[i], spans[i + 1]) for i in range(0, len(spans), 2)])

    @property
    def lastindex(self):
        spans = self._spans
        parents = self.re._parents
        last = None
        for group in range(1, len(spans) // 2):
            end = spans[2 * group + 1]
            if end < 0:
                continue
            if last is None or end > spans[2 * last + 1]:
                last = group
            elif end == spans[2 * last + 1]:
                # an outer group closes after those inside it
                outer = parents[group]
                while outer and outer != last:
                    outer = parents[outer]
                if not outer:
                    last = group
        return last

    @property
    def lastgroup(self):
        index = self.lastindex
        for name, group in self.re._groupindex.items():
            if group == index:
                return name
        return None

    def expand(self, template):
        """Return the string obtained by doing backslash substitution on the string template."""
        return _expand(_template_pieces(self.re, template), self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={repr(self.group())[:50]}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _template_pieces(pattern, template):
    """A replacement as a list of texts and numbers of groups."""
    if isinstance(template, str) and "\\" not in template:
        return [template] if template else []
    source = Reader(template)
    pieces = []
    text = []

    def finish():
        if text:
            joined = "".join(text)
            pieces.append(joined if source.is_text else joined.encode("latin1"))
            text.clear()

    def add_group(index, offset):
        if index > pattern.groups:
            raise source.error(f"invalid group reference {index}", offset)
        finish()
        pieces.append(index)

    while True:
        this = source.get()
        if this is None:
            break
        if this[0] != "\\":
            text.append(this)
            continue
        letter = this[1]
        if letter == "g":
            if not source.match("<"):
                raise source.error("missing <")
            name = source.getuntil(">", "group name")
            if name.isidentifier():
                source.check_name(name, 1)
                if name not in pattern._groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                index = pattern._groupindex[name]
            else:
                try:
                    index = int(name)
                    if index < 0:
                        raise ValueError
                except ValueError:
                    raise source.error(f"bad character in group name {name!r}", len(name) + 1) from None
            add_group(index, len(name) + 1)
        elif letter == "0":
            digits = "0" + source.getwhile(2, "01234567")
            text.append(chr(int(digits, 8) & 0xFF))
        elif letter in "123456789":
            is_octal = False
            number = letter
            if source.next is not None and source.next in "0123456789":
                number += source.get()
                if letter in "01234567" and number[1] in "01234567" and source.next is not None \
                        and source.next in "01234567":
                    number += source.get()
                    is_octal = True
                    if int(number, 8) > 0o377:
                        raise source.error(f"octal escape value \\{number} outside of range 0-0o377", len(number) + 1)
                    text.append(chr(int(number, 8)))
            if not is_octal:
                add_group(int(number), len(number))
        elif letter in "abfnrtv\\":
            text.append({"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}[letter])
        elif letter.isascii() and letter.isalpha():
            raise source.error("bad escape " + this, len(this))
        else:
            text.append(this)
    finish()
    return pieces


def _expand(pieces, match):
    empty = match.string[:0]
    return empty.join([
        (match._part(piece) or empty) if isinstance(piece, int) else piece for piece in pieces
    ])


def compile(pattern, flags=0):
    """Compile a regular expression pattern, returning a Pattern object."""
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    translation = Translation(pattern, flags)
    made = _regex.compile(translation.text, _options(translation))
    if isinstance(made, str):
        raise error(made, pattern)
    result = object.__new__(Pattern)
    result.pattern = pattern
    result.flags = translation.flags
    result.groups = translation.groups
    result._groupindex = translation.names
    result._code = made
    result._parents = translation.parents
    result._is_text = translation.is_text
    if not flags & 128:
        if len(_cache) >= _MAXIMUM_CACHED:
            del _cache[next(iter(_cache))]
        _cache[key] = result
    return result


def _options(translation):
    flags = translation.flags
    letters = ""
    if flags & 2:
        letters += "i"
    if flags & 8:
        letters += "m"
    if flags & 16:
        letters += "s"
    if translation.is_text:
        letters += "u"
        if not flags & 256:
            letters += "w"
    return letters


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning a Match object, or None."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning a Match object, or None."""
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning a Match object, or None."""
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """Return the string obtained by replacing the leftmost non-overlapping occurrences of the pattern."""
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """Return a 2-tuple containing (new_string, number)."""
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """Split the source string by the occurrences of the pattern, returning a list."""
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string."""
    return compile(pattern, flags).finditer(string)


def template(pattern, flags=0):
    return compile(pattern, flags)


def purge():
    """Clear the regular expression caches."""
    _cache.clear()


_special = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


class Scanner:
    """Cuts a text into tokens: pairs of a pattern and what becomes of its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        # The group of each pattern as a whole, with those of its own behind it.
        self._actions = {}
        parts = []
        group = 1
        for phrase, action in lexicon:
            self._actions[group] = action
            parts.append(f"({phrase})")
            group += 1 + compile(phrase, flags).groups
        self.scanner = compile("|".join(parts), flags)

    def scan(self, string):
        """The tokens at the beginning of the text, and the rest of it."""
        result = []
        place = 0
        while True:
            match = self.scanner.match(string, place)
            if match is None or match.end() == place:
                break
            action = next(self._actions[group] for group in self._actions if match.span(group) != (-1, -1))
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)
            place = match.end()
        return result, string[place:]
