#!/usr/bin/env python3
"""Writes unicode_tables.cpp: the facts of Unicode that utf8proc does not carry.

Run it with the CPython whose answers are to be matched:
    /usr/bin/python3 engine/text/make_unicode_tables.py
Each table holds only what differs from a rule on the general category, which utf8proc has.
"""

import pathlib
import sys
import unicodedata

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1)]


def ranges(characters):
    found = []
    for character in characters:
        code = ord(character)
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def where(predicate):
    return ranges(filter(predicate, CHARACTERS))


def category_is(character, *names):
    return unicodedata.category(character).startswith(names)


def case_ignorable(character):
    # A sigma is final behind a cased letter, and what is ignorable may stand between them.
    after_letter = ("A" + character + "\u03a3").lower()[-1] == "\u03c2"
    alone = (character + "\u03a3").lower()[-1] == "\u03c2"
    return after_letter and not alone


def identifier_start(character):
    return character.isidentifier()


def identifier_continue(character):
    return ("a" + character).isidentifier()


def start_by_category(character):
    return category_is(character, "L", "Nl") or character == "_"


def continue_by_category(character):
    return start_by_category(character) or category_is(character, "Mn", "Mc", "Nd", "Pc")


TABLES = [
    ("kDigitsBeyondDecimals", where(lambda c: c.isdigit() and not c.isdecimal())),
    ("kNumericBeyondDigits", where(lambda c: c.isnumeric() and not c.isdigit())),
    ("kUpperBeyondLetters", where(lambda c: c.isupper() and not category_is(c, "Lu"))),
    ("kLowerBeyondLetters", where(lambda c: c.islower() and not category_is(c, "Ll"))),
    ("kCaseIgnorableBeyondCategories",
     where(lambda c: case_ignorable(c) and not category_is(c, "Mn", "Me", "Cf", "Lm", "Sk"))),
    ("kIdentifierStartExceptions", where(lambda c: identifier_start(c) != start_by_category(c))),
    ("kIdentifierContinueExceptions",
     where(lambda c: identifier_continue(c) != continue_by_category(c))),
]

assert not any(case_ignorable(c) != True for c in CHARACTERS
               if category_is(c, "Mn", "Me", "Cf", "Lm", "Sk"))
assert [c for c in CHARACTERS if len(c.lower()) > 1] == ["\u0130"]


def c_string(text):
    # Split after each escape, so that a letter behind it cannot become part of it.
    return " ".join('"' + "".join(f"\\x{byte:02x}" for byte in c.encode()) + '"'
                    if not c.isascii() else f'"{c}"' for c in text)


def special_casings():
    for character in CHARACTERS:
        upper = character.upper()
        title = character.title()
        if len(upper) > 1 or len(title) > 1:
            yield f"    {{0x{ord(character):04x}, {c_string(upper)}, {c_string(title)}}},\n"


def main():
    out = ["// Written by make_unicode_tables.py; do not edit.\n",
           f"// Unicode {unicodedata.unidata_version}.\n", "// clang-format off\n",
           '#include "text/unicode_tables.h"\n\n', "namespace lockstep::unicode_tables {\n\n",
           "namespace {\n\n"]
    for name, table in TABLES:
        out.append(f"constexpr CodePointRange {name}Rows[] = {{\n")
        line = "   "
        for first, last in table:
            row = f" {{0x{first:04x}, 0x{last:04x}}},"
            if len(line) + len(row) > 100:
                out.append(line + "\n")
                line = "   "
            line += row
        out.append(line + "\n};\n\n")
    out.append("constexpr SpecialCasing kSpecialCasingsRows[] = {\n")
    out.extend(special_casings())
    out.append("};\n\n}  // namespace\n\n")
    for name, _ in TABLES:
        out.append(f"const std::span<const CodePointRange> {name}(\n    {name}Rows);\n")
    out.append("const std::span<const SpecialCasing> kSpecialCasings(\n    kSpecialCasingsRows);\n")
    out.append("\n}  // namespace lockstep::unicode_tables\n")
    pathlib.Path(__file__).with_name("unicode_tables.cpp").write_text("".join(out))


if __name__ == "__main__":
    main()
