#pragma once

#include <string>

#include "language/parser_core.h"
#include "language/syntax_error.h"

// Where CPython says a mistake is: from places among the tokens to the numbers and the text of a
// SyntaxError. Part of the inside of parser.h.
namespace lockstep {

// At a place with columns from 0, in bytes; -1: unknown. `fill` is the number of tokens that have
// been looked at.
SyntaxError error_at(const TokenBuffer& buffer, const SourceSpan& place, SyntaxErrorType type,
                     std::string message, size_t fill);

// At the last token that has been looked at, which may be one without columns (indent, dedent,
// end_marker).
SyntaxError error_at_token(const TokenBuffer& buffer, size_t index, SyntaxErrorType type,
                           std::string message);

// What stopped the lexer.
SyntaxError lexer_error(const TokenBuffer& buffer);

// `error`, found with `fill` tokens looked at, unless the lexer found something worse.
SyntaxError prefer_lexer_error(const TokenBuffer& buffer, const SyntaxError& error, size_t fill);

}  // namespace lockstep
