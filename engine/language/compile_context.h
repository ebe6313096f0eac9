#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "language/code.h"
#include "language/compile_text_pool.h"
#include "language/compiler.h"
#include "language/scopes.h"

namespace lockstep {

// What all codes of one compilation share.
class CompileContext {
 public:
  CompileContext(Program& program, TextPool& pool, const ScopeTable& scopes, CompileOptions options,
                 bool future_annotations)
      : program(program),
        pool(pool),
        scopes(scopes),
        options(options),
        future_annotations(future_annotations) {}

  Program& program;
  TextPool& pool;
  const ScopeTable& scopes;
  const CompileOptions options;
  const bool future_annotations;
  bool uses_namespace = false;   // exec and eval
  int32_t last_future_line = 0;  // where the `from __future__ import`s at the beginning end

  // The first error counts. Compilation goes on after it, to no purpose but without harm.
  void fail(SourceSpan span, std::string message);
  void warn(SourceSpan span, std::string message) {
    program.warnings.push_back({span.line, std::move(message)});
  }
  bool failed() const { return error_.has_value(); }
  const std::optional<SyntaxError>& error() const { return error_; }

  void note_global_store(std::string_view name, uint32_t count) { global_stores_[name] += count; }
  void note_escape() { program.escapes_globals = true; }
  const std::map<std::string_view, uint32_t>& global_stores() const { return global_stores_; }

 private:
  std::optional<SyntaxError> error_;
  std::map<std::string_view, uint32_t> global_stores_;
};

// A SyntaxError at `span` of the program.
SyntaxError syntax_error_at(const Program& program, SourceSpan span, std::string message);

}  // namespace lockstep
