#!/usr/bin/env python3
r"""Writes character_name_table.cpp: the names that \N{...} knows.

Run it with the CPython whose answers are to be matched:
    /usr/bin/python3 engine/text/make_character_names.py
How the table is written is told in character_names.cpp, which reads it.
"""

import pathlib
import sys
import unicodedata

# 90 characters that need no care inside a string literal
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "?\\")
ONE, TWO = 30, 75

# prefixes of names that end with the code point's number
NUMBERED = ["CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-", "NUSHU CHARACTER-",
            "KHITAN SMALL SCRIPT CHARACTER-"]

# other names that are accepted, where CPython does
ALIASES = """NULL|START OF HEADING|START OF TEXT|END OF TEXT|END OF TRANSMISSION|ENQUIRY|ACKNOWLEDGE|ALERT|BACKSPACE
CHARACTER TABULATION|HORIZONTAL TABULATION|LINE FEED|NEW LINE|END OF LINE|LINE TABULATION|VERTICAL TABULATION|FORM FEED
CARRIAGE RETURN|SHIFT OUT|SHIFT IN|DATA LINK ESCAPE|DEVICE CONTROL ONE|DEVICE CONTROL TWO|DEVICE CONTROL THREE
DEVICE CONTROL FOUR|NEGATIVE ACKNOWLEDGE|SYNCHRONOUS IDLE|END OF TRANSMISSION BLOCK|CANCEL|END OF MEDIUM|SUBSTITUTE|ESCAPE
INFORMATION SEPARATOR FOUR|FILE SEPARATOR|INFORMATION SEPARATOR THREE|GROUP SEPARATOR|INFORMATION SEPARATOR TWO
RECORD SEPARATOR|INFORMATION SEPARATOR ONE|UNIT SEPARATOR|DELETE|NEXT LINE|NBSP|SHY|ZWNJ|ZWJ|LRM|RLM|NNBSP|BOM
BYTE ORDER MARK|BEL|LF|NL|EOL|CR|ESC|DEL|NUL|TAB|BS|FF|VT|SP|ZWSP|WJ""".replace("\n", "|").split("|")


def number(value, width):
    text = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        text = DIGITS[digit] + text
    assert value == 0
    return text


def reference(word):
    if word < ONE:
        return DIGITS[word]
    word -= ONE
    if word < (TWO - ONE) * len(DIGITS):
        return number(ONE * len(DIGITS) + word, 2)
    return number(TWO * len(DIGITS) ** 2 + word - (TWO - ONE) * len(DIGITS), 3)


def main():
    names = []
    ranges = []
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), None)
        if name is None or name.startswith("HANGUL SYLLABLE "):
            continue
        prefix = next((p for p in NUMBERED if name.startswith(p)), None)
        if prefix is None:
            names.append((code, name.split(" ")))
        elif ranges and ranges[-1][0] == prefix and ranges[-1][2] == code - 1:
            ranges[-1][2] = code
        else:
            ranges.append([prefix, code, code])
    for name in ALIASES:
        try:
            names.append((ord(unicodedata.lookup(name)), name.split(" ")))
        except KeyError:
            pass
    counts = {}
    for code, words in names:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    order = sorted(counts, key=lambda word: (-counts[word], word))
    place = {word: i for i, word in enumerate(order)}
    entries = []
    before, last = [], -1
    for code, words in names:
        shared = 0
        while shared < min(len(before), len(words)) and before[shared] == words[shared]:
            shared += 1
        follows = code == last + 1
        entry = DIGITS[shared * 2 + (not follows)] + ("" if follows else number(code, 4))
        entry += DIGITS[len(words) - shared] + "".join(reference(place[word]) for word in words[shared:])
        entries.append(entry)
        before, last = words, code

    def literal(texts):
        lines, line = [], ""
        for text in texts:
            if len(line) + len(text) > 96:
                lines.append(f'    "{line}"')
                line = ""
            line += text
        return "\n".join(lines + [f'    "{line}"'])

    rows = "\n".join(f'    {{"{prefix}", 0x{first:x}, 0x{end:x}}},' for prefix, first, end in ranges)
    pathlib.Path(__file__).with_name("character_name_table.cpp").write_text(f"""\
// Written by make_character_names.py; do not edit.
// Unicode {unicodedata.unidata_version}.
// clang-format off
#include "text/character_names.h"

namespace lockstep::character_name_table {{

namespace {{

constexpr NumberedRange kNumberedRows[] = {{
{rows}
}};

}}  // namespace

const std::span<const NumberedRange> kNumbered = kNumberedRows;

const std::string_view kWords =
{literal(word + " " for word in order)};

const std::string_view kNames =
{literal(entries)};

}}  // namespace lockstep::character_name_table
""")


main()
