#!/usr/bin/env python3
"""Writes OUT: the notices of third parties, one after another.

usage: notices.py OUT {TITLE FILE}...

A FILE is a licence as upstream ships it, or a package's copyright file of Debian. From the latter,
paragraphs about the packaging itself are left out, being no part of what is shipped; a licence that it
only refers to by its place under common-licenses is put in full at the end.
"""
import pathlib
import re
import sys

INTRODUCTION = """Lockstep is made with the work of others. What follows are the notices that
come with it; each holds for the part that it names.
"""


def without_packaging(text):
    """A Debian copyright file without what it says of debian/* and of licences used only there."""
    if not text.startswith("Format:"):
        return text
    paragraphs = re.split(r"\n\s*\n(?=\S)", text)
    kept = [p for p in paragraphs if not re.match(r"Files:\s+debian/", p)]
    used = " ".join(re.findall(r"^License:(.*)$", "\n".join(p for p in kept if p.startswith("Files:")), re.M))
    return "\n\n".join(p for p in kept
                       if not p.startswith("License:") or p.split("\n")[0][8:].strip() in used)


def main(out, *pairs):
    parts, references = [INTRODUCTION], set()
    for title, file in zip(pairs[::2], pairs[1::2]):
        text = without_packaging(pathlib.Path(file).read_text(encoding="utf-8").strip())
        references |= set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", text))
        parts.append("%s\n%s\n\n%s\n" % (title, "=" * len(title), text))
    for name in sorted(references):
        path = pathlib.Path("/usr/share/common-licenses", name)
        if path.exists():
            parts.append("%s\n%s\n\n%s\n" % (name, "=" * len(name), path.read_text(encoding="utf-8").strip("\n")))
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(out).write_text("\n\n".join(parts), encoding="utf-8")


main(*sys.argv[1:])
