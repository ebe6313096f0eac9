#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "language/ast_tree.h"
#include "language/syntax_error.h"

namespace lockstep {

// Where a source comes from. It changes nothing but SyntaxError's numbers, in which CPython, too,
// differs: for a file (`python3 x.py`) they count bytes unless the file declares an encoding, for a
// string (`compile`, `eval`) characters.
enum class SourceOrigin : uint8_t { file, string };

// Parses the source of a whole module: all of Python 3.11's grammar
// (https://docs.python.org/3.11/reference/grammar.html), with CPython 3.11's messages and places
// for what is wrong. What only a symbol table can tell (`return` outside a function, a `nonlocal`
// without a binding) is left to the compiler.
//
// `source` is UTF-8, with or without a byte order mark, with any kind of line ends.
//
// Nesting is bounded so that parsing needs less than half of a 256 KB stack: at most 200 brackets
// inside one another and 99 levels of indentation, as in CPython; and where CPython gives a
// MemoryError after some thousand levels of anything else (`not not ...`, `lambda: lambda: ...`),
// here a SyntaxError comes after some hundred. Chains (`a + b + c ...`, `x.y.z()...`, `elif`) may
// be of any length.
//
// Pure functions: any thread may call them.
Result<ast::Tree, SyntaxError> parse_module(std::string_view source,
                                            SourceOrigin origin = SourceOrigin::file);

// Parses one expression, as eval() does; the root of the tree is an ast::Expression.
Result<ast::Tree, SyntaxError> parse_expression(std::string_view source);

}  // namespace lockstep
