"""Words as a shell splits them."""

import re as _re

__all__ = ["split", "quote", "join"]

_UNSAFE = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


def split(s, comments=False, posix=True):
    """Split a text into words, quotes and backslashes observed."""
    words = []
    word = None
    quote = None
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote is not None:
            if c == quote:
                quote = None
                if not posix:
                    word += c
            elif c == "\\" and quote == '"' and posix and s[i:i + 1] in ('"', "\\"):
                word += s[i]
                i += 1
            else:
                word += c
        elif c.isspace():
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == "#" and word is None:
            while i < len(s) and s[i] != "\n":
                i += 1
        elif c in "'\"":
            quote = c
            word = (word or "") + ("" if posix else c)
        elif c == "\\" and posix:
            if i == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[i]
            i += 1
        else:
            word = (word or "") + c
    if quote is not None:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


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
