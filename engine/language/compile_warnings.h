#pragma once

#include "language/ast.h"
#include "language/compile_context.h"

// What CPython's compiler warns of (SyntaxWarning): code that means something, but hardly what its author
// meant. Each looks at one node and notes the warnings it deserves in the program.
namespace lockstep {

void warn_of_assertion(CompileContext& context, const ast::Assert& node);
void warn_of_comparison(CompileContext& context, const ast::Compare& node);
void warn_of_call(CompileContext& context, const ast::Call& node);
// Of a subscript that is read.
void warn_of_subscript(CompileContext& context, const ast::Subscript& node);

}  // namespace lockstep
