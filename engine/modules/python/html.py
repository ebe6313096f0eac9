"""Text as HTML has it."""

import re as _re

__all__ = ["escape", "unescape"]

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "euro": "\u20ac", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "laquo": "\xab",
          "raquo": "\xbb", "times": "\xd7", "deg": "\xb0"}


def escape(s, quote=True):
    """Replace special characters "&", "<" and ">" to HTML-safe sequences."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def unescape(s):
    """Replace the commonest named and all numeric character references."""

    def replaced(match):
        name = match.group(1)
        if name[0] == "#":
            return chr(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
        return _NAMES.get(name, match.group())

    return _re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|\w+);", replaced, s)
