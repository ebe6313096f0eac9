"""Names that match patterns as a shell has them."""

import re as _re
from functools import lru_cache as _lru_cache

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def translate(pat):
    """The regular expression of a pattern."""
    result = ""
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not result.endswith(".*"):
                result += ".*"
        elif c == "?":
            result += "."
        elif c == "[" and pat.find("]", i + (pat[i:i + 1] == "!") + 1) >= 0:
            end = pat.find("]", i + (pat[i:i + 1] == "!") + 1)
            inside = pat[i:end].replace("\\", r"\\")
            i = end + 1
            if inside[0] == "!":
                inside = "^" + inside[1:]
            elif inside[0] == "^":
                inside = "\\" + inside
            result += f"[{inside}]"
        else:
            result += _re.escape(c)
    return rf"(?s:{result})\Z"


@_lru_cache(maxsize=256)
def _compiled(pattern):
    return _re.compile(translate(pattern)).match


def fnmatchcase(name, pat):
    """Test whether `name` matches `pat`."""
    return _compiled(pat)(name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    """Those of the names that match."""
    return [name for name in names if fnmatchcase(name, pat)]
