"""Words as a shell splits them."""

import re as _re

__all__ = ["shlex", "split", "quote", "join"]

_UNSAFE = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


class shlex:
    """The words of a text, one after the other, by rules that can be changed."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        import io
        if instream is None:
            import sys
            instream = sys.stdin
        elif isinstance(instream, str):
            instream = io.StringIO(instream)
        self.instream = instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "".join([chr(code) for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7)])
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.source = None
        self.pushback = []
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._ahead = []
            self.wordchars += "~-./*?="
            for c in punctuation_chars:
                self.wordchars = self.wordchars.replace(c, "")

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """The next word to be given."""
        self.pushback.insert(0, tok)

    def get_token(self):
        """The next word; `eof` behind the last one."""
        return self.pushback.pop(0) if self.pushback else self.read_token()

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def _next(self):
        if self._punctuation_chars and self._ahead:
            return self._ahead.pop()
        return self.instream.read(1)

    # `state` is None behind the end, " " between words, "a" in a word, "c" in punctuation, or the quote or
    # escape sign that is open.
    def read_token(self):
        quoted = False
        before_escape = " "
        while True:
            c = self._next()
            if c == "\n":
                self.lineno += 1
            state = self.state
            if state is None:
                self.token = ""
                break
            if state == " ":
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                elif c in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and c in self.escape:
                    before_escape = "a"
                    self.state = c
                elif c in self.wordchars:
                    self.token = c
                    self.state = "a"
                elif c in self._punctuation_chars:
                    self.token = c
                    self.state = "c"
                elif c in self.quotes:
                    if not self.posix:
                        self.token = c
                    self.state = c
                elif self.whitespace_split:
                    self.token = c
                    self.state = "a"
                else:
                    self.token = c
                    if self.token or (self.posix and quoted):
                        break
            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError("No closing quotation")
                if c == state:
                    if not self.posix:
                        self.token += c
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and c in self.escape and state in self.escapedquotes:
                    before_escape = state
                    self.state = c
                else:
                    self.token += c
            elif state in self.escape:
                if not c:
                    raise ValueError("No escaped character")
                # inside quotes only the quote and the escape sign itself are escaped
                if before_escape in self.quotes and c != state and c != before_escape:
                    self.token += state
                self.token += c
                self.state = before_escape
            elif not c:
                self.state = None
                break
            elif c in self.whitespace:
                self.state = " "
                if self.token or (self.posix and quoted):
                    break
            elif c in self.commenters:
                self.instream.readline()
                self.lineno += 1
                if self.posix:
                    self.state = " "
                    if self.token or quoted:
                        break
            elif state == "c":
                if c in self._punctuation_chars:
                    self.token += c
                else:
                    if c not in self.whitespace:
                        self._ahead.append(c)
                    self.state = " "
                    break
            elif self.posix and c in self.quotes:
                self.state = c
            elif self.posix and c in self.escape:
                before_escape = "a"
                self.state = c
            elif (c in self.wordchars or c in self.quotes
                  or (self.whitespace_split and c not in self._punctuation_chars)):
                self.token += c
            else:
                if self._punctuation_chars:
                    self._ahead.append(c)
                else:
                    self.pushback.insert(0, c)
                self.state = " "
                if self.token or (self.posix and quoted):
                    break
        result, self.token = self.token, ""
        return None if self.posix and not quoted and result == "" else result


def split(s, comments=False, posix=True):
    """Split a text into words, quotes and backslashes observed."""
    if s is None:
        from warnings import _deprecated
        _deprecated("Passing None for 's' to shlex.split() is deprecated.")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def quote(s):
    """The text as one word of a shell."""
    if not s:
        return "''"
    if _UNSAFE.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """The words as one text that split() takes apart again."""
    return " ".join(quote(word) for word in split_command)
