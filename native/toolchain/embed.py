#!/usr/bin/env python3
"""Writes OUT.h and OUT.cpp, which carry files inside the program.

usage: embed.py OUT SYMBOL ROOT FILE...

The accessor `lockstep::SYMBOL()` gives one EmbeddedFile per FILE in the order of their paths, which are
relative to ROOT and use forward slashes. CMake's lockstep_embed() is the only caller.
"""
import pathlib
import sys

HEADER = """#pragma once

#include <span>

#include "base/embedded_file.h"

namespace lockstep {{

std::span<const EmbeddedFile> {symbol}();

}}  // namespace lockstep
"""

SOURCE = """#include "{name}.h"

#include <array>

namespace lockstep {{
namespace {{

{data}
constexpr std::array<EmbeddedFile, {count}> kFiles = {{{{
{rows}}}}};

}}  // namespace

std::span<const EmbeddedFile> {symbol}() {{ return kFiles; }}

}}  // namespace lockstep
"""

CHUNK = 4096  # compilers limit the length of one string literal, not of their concatenation


def escape(byte):
    char = chr(byte)
    if char in '"\\?':
        return "\\" + char
    if 32 <= byte < 127:
        return char
    return "\\%03o" % byte  # always three digits, so a digit that follows is not taken in


ESCAPES = [escape(byte) for byte in range(256)]


def literal(data):
    pieces = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)] or [b""]
    return "\n".join('    "%s"' % "".join(ESCAPES[byte] for byte in piece) for piece in pieces)


def main(out, symbol, root, *files):
    out = pathlib.Path(out)
    named = sorted((pathlib.Path(f).resolve().relative_to(pathlib.Path(root).resolve()).as_posix(), f)
                   for f in files)
    data, rows = [], []
    for index, (name, file) in enumerate(named):
        content = pathlib.Path(file).read_bytes()
        data.append("constexpr char kData%d[] =\n%s;\n" % (index, literal(content)))
        rows.append('    {"%s", {kData%d, %d}},\n' % (name, index, len(content)))
    out.parent.mkdir(parents=True, exist_ok=True)
    texts = {".h": HEADER.format(symbol=symbol),
             ".cpp": SOURCE.format(name=out.name, symbol=symbol, count=len(named),
                                   data="\n".join(data), rows="".join(rows))}
    for suffix, text in texts.items():
        out.with_name(out.name + suffix).write_text(text)


main(*sys.argv[1:])
