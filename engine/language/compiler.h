#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "language/code.h"
#include "language/syntax_error.h"

// From source text to code: parses, resolves names and compiles. Pure functions, callable from any
// thread; the Program they return is immutable.
//
// Errors are CPython 3.11's SyntaxErrors, message and place. The compiler's depth of recursion is
// bounded by the parser's limits, so 256 KB of stack suffice for any source.
namespace lockstep {

struct CompileOptions {
  bool library = false;  // a module of ours written in Python: Code::is_library
};

// A module: its names are the module's globals.
Result<std::shared_ptr<const Program>, SyntaxError> compile_module(std::string_view source,
                                                                   std::string_view filename,
                                                                   CompileOptions options = {});

// What exec() runs: names are looked up and stored in a namespace that need not be the globals
// (Code::uses_namespace).
Result<std::shared_ptr<const Program>, SyntaxError> compile_exec(std::string_view source,
                                                                 std::string_view filename,
                                                                 CompileOptions options = {});

// One expression, as eval() takes it: CodeKind::expression, returns the value; uses_namespace.
Result<std::shared_ptr<const Program>, SyntaxError> compile_expression(std::string_view source,
                                                                       std::string_view filename,
                                                                       CompileOptions options = {});

}  // namespace lockstep
