"""Writes lexer_unicode_table.inc: what Python 3.11's Unicode (14.0) says of each character.

Run it with the python3.11 whose answers shall hold.
"""
import pathlib
import sys


def ranges(holds):
    found, start = [], None
    for code in range(0x80, 0x110001):
        if code < 0x110000 and holds(chr(code)):
            if start is None:
                start = code
        elif start is not None:
            found.append((start, code - 1))
            start = None
    return found


def table(name, holds):
    rows = [f"{{0x{first:X}, 0x{last:X}}}" for first, last in ranges(holds)]
    lines, line = [], "   "
    for row in rows:
        if len(line) + len(row) + 2 > 100:
            lines.append(line)
            line = "   "
        line += f" {row},"
    lines.append(line)
    return f"constexpr CharacterRange {name}[] = {{\n" + "\n".join(lines) + "\n};\n"


def main():
    assert sys.version_info[:2] == (3, 11), sys.version
    target = pathlib.Path(__file__).with_name("lexer_unicode_table.inc")
    target.write_text(
        "// Written by lexer_unicode_record.py; characters below U+0080 are left out.\n"
        + table("kIdentifierStart", str.isidentifier)
        + table("kIdentifierContinue", lambda c: ("a" + c).isidentifier())
        + table("kNotPrintable", lambda c: not c.isprintable()))


if __name__ == "__main__":
    main()
