#!/usr/bin/env python3
"""Writes OUT: the notices of third parties, one after another.

usage: notices.py OUT {TITLE FILE}...

A FILE is a licence as upstream ships it, or a package's copyright file of Debian. From the latter,
paragraphs about files that are not shipped are left out: the packaging, tests, documentation; where FILE
ends in `:*`, everything but the paragraph about all files. A licence that it only refers to by its place
under common-licenses is put in full at the end.
"""
import pathlib
import re
import sys

INTRODUCTION = """Lockstep is made with the work of others. What follows are the notices that
come with it; each holds for the part that it names.
"""


# Folders of a source package that are no part of what is compiled in.
LEFT_OUT = re.compile(r"(debian|docs?|tests?|tools|cmake|support|css|less|scss|site|third_party|media)/|xxhsum")


def field(paragraph, name):
    """A field of a paragraph: its own line and the indented ones below it."""
    found = re.search(rf"^{name}:(.*(?:\n[ \t].*)*)", paragraph, re.M)
    return found[1] if found else ""


def licences(paragraph):
    return set(re.split(r"\s+(?:and|or|with)\s+|[\s,]+", field(paragraph, "License").split("\n")[0].strip()))


def what_is_shipped(text, only_general):
    """A Debian copyright file without what it says of files that are not compiled into the program."""
    if not text.startswith("Format:"):
        return text
    header, *paragraphs = re.split(r"\n[ \t]*\n(?=\S)", text)
    of_files = [p for p in paragraphs if p.startswith("Files:")
                and (not only_general or field(p, "Files").split() == ["*"])
                and not all(LEFT_OUT.match(pattern) for pattern in field(p, "Files").split())]
    used = set().union(*map(licences, of_files))
    header = re.sub(r"^Files-Excluded:.*(?:\n[ \t].*)*\n?", "", header, flags=re.M).strip()
    return "\n\n".join([header] + [p for p in paragraphs
                                   if p in of_files or (p.startswith("License:") and licences(p) & used)])


def main(out, *pairs):
    parts, references = [INTRODUCTION], set()
    for title, file in zip(pairs[::2], pairs[1::2]):
        path, _, general = file.partition(":")
        text = what_is_shipped(pathlib.Path(path).read_text(encoding="utf-8").strip(), general == "*")
        references |= set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", text))
        parts.append("%s\n%s\n\n%s\n" % (title, "=" * len(title), text))
    for name in sorted(references):
        path = pathlib.Path("/usr/share/common-licenses", name)
        if path.exists():
            parts.append("%s\n%s\n\n%s\n" % (name, "=" * len(name), path.read_text(encoding="utf-8").strip("\n")))
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(out).write_text("\n\n".join(parts), encoding="utf-8")


main(*sys.argv[1:])
