#pragma once

#include <cstdint>

#include "language/ast_tree.h"
#include "language/parser_core.h"
#include "language/syntax_error.h"

namespace lockstep {

enum class DiagnosisStart : uint8_t { module, expression, replacement_field };

// What CPython 3.11 says is wrong with tokens that the Parser could not parse. `fill` is the number
// of tokens it looked at. `tree` only lends memory.
SyntaxError diagnose(ast::Tree& tree, const TokenBuffer& buffer, DiagnosisStart start,
                     size_t fill);

}  // namespace lockstep
