#pragma once

#include <string>

#include "language/ast.h"

namespace lockstep {

// The source text of an expression as CPython writes it for annotations that are not evaluated
// (PEP 563): normalised spaces and quotes, parentheses only where needed.
std::string unparse(const ast::ExpressionNode& expression);

}  // namespace lockstep
