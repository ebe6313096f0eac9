#include "language/compile_future.h"

#include <algorithm>
#include <iterator>

namespace lockstep {

using namespace ast;

FutureImports find_future_imports(const Module& module) {
  static constexpr std::string_view kFeatures[] = {
      "nested_scopes", "generators",       "division",        "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
  FutureImports result;
  for (size_t i = 0; i < module.body.size(); ++i) {
    const StatementNode& node = *module.body[i];
    if (i == 0) {
      const auto* docstring = try_as<Expr>(&node);
      const auto* text = docstring == nullptr ? nullptr : try_as<Constant>(docstring->value);
      if (text != nullptr && text->type == ConstantType::string) continue;
    }
    const auto* import = try_as<ImportFrom>(&node);
    if (import == nullptr || import->level != 0 || import->module != "__future__") return result;
    for (const Alias* alias : import->names) {
      if (alias->name == "annotations") result.annotations = true;
      if (std::find(std::begin(kFeatures), std::end(kFeatures), alias->name) !=
          std::end(kFeatures)) {
        continue;
      }
      result.error_span = node.span;
      result.error = alias->name == "braces"
                         ? "not a chance"
                         : "future feature " + std::string(alias->name) + " is not defined";
      return result;
    }
    result.last_line = node.span.line;
  }
  return result;
}

}  // namespace lockstep
