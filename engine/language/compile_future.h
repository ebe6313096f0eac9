#pragma once

#include <string>
#include <string_view>

#include "language/ast.h"

namespace lockstep {

// What the `from __future__ import ...` statements at the beginning of a module say. Of all
// features only `annotations` changes anything in Python 3.11.
struct FutureImports {
  bool annotations = false;
  int32_t last_line = 0;  // of the last such statement that stands early enough
  std::string error;      // the message of the SyntaxError, if any
  SourceSpan error_span;
};

FutureImports find_future_imports(const ast::Module& module);

}  // namespace lockstep
