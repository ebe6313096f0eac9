#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/compile_text_pool.h"
#include "language/scopes.h"

namespace lockstep {

// A name of a `global` or `nonlocal` statement, for the place of messages about it.
struct ScopeDirective {
  std::string_view name;
  SourceSpan span;
};
using ScopeDirectives = std::unordered_map<const Scope*, std::vector<ScopeDirective>>;

// The second half of making a ScopeTable: decides each symbol's NameKind, from the outside in for
// what a block may see and from the inside out for what inner blocks need.
class ScopeAnalyzer {
 public:
  ScopeAnalyzer(TextPool& pool, const ScopeDirectives& directives);

  // The message of the result is null if all is well.
  ScopeError analyze(Scope& root);

 private:
  using Names = std::unordered_set<std::string_view>;

  // `bound`: variables of outer functions, null in the module. `globals`: names that outer blocks
  // declared global. Adds to `free` the names that this block and its children need from outside.
  void analyze_block(Scope& scope, Names* bound, Names& free, Names& globals);
  void analyze_name(Scope& scope, Symbol& symbol, Names* bound, Names& local, Names& free,
                    Names& globals);
  void hand_down_free_names(Scope& scope, const Names* bound, const Names& free);
  void fail(const Scope& scope, const Symbol& symbol, std::string message);

  TextPool& pool_;
  const ScopeDirectives& directives_;
  ScopeError error_;
};

}  // namespace lockstep
