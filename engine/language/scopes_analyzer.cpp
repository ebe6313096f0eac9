#include "language/scopes_analyzer.h"

#include <algorithm>
#include <string>

namespace lockstep {

ScopeAnalyzer::ScopeAnalyzer(TextPool& pool, const ScopeDirectives& directives)
    : pool_(pool), directives_(directives) {}

ScopeError ScopeAnalyzer::analyze(Scope& root) {
  Names free;
  Names globals;
  analyze_block(root, nullptr, free, globals);
  return error_;
}

void ScopeAnalyzer::fail(const Scope& scope, const Symbol& symbol, std::string message) {
  if (error_.message.data() != nullptr) return;
  error_.message = pool_.intern(message);
  auto found = directives_.find(&scope);
  ENSURE(found != directives_.end());
  for (const ScopeDirective& directive : found->second) {
    if (directive.name == symbol.name) {
      error_.span = directive.span;
      return;
    }
  }
}

void ScopeAnalyzer::analyze_name(Scope& scope, Symbol& symbol, Names* bound, Names& local,
                                 Names& free, Names& globals) {
  const std::string quoted = "'" + std::string(symbol.name) + "'";
  if (symbol.is_global) {
    if (symbol.is_nonlocal) fail(scope, symbol, "name " + quoted + " is nonlocal and global");
    symbol.kind = NameKind::global_explicit;
    globals.insert(symbol.name);
    if (bound != nullptr) bound->erase(symbol.name);
    return;
  }
  if (symbol.is_nonlocal) {
    if (bound == nullptr) {
      fail(scope, symbol, "nonlocal declaration not allowed at module level");
    } else if (!bound->contains(symbol.name)) {
      fail(scope, symbol, "no binding for nonlocal " + quoted + " found");
    }
    symbol.kind = NameKind::free;
    free.insert(symbol.name);
    return;
  }
  if (symbol.is_bound()) {
    symbol.kind = NameKind::local;
    local.insert(symbol.name);
    globals.erase(symbol.name);
    return;
  }
  if (bound != nullptr && bound->contains(symbol.name)) {
    symbol.kind = NameKind::free;
    free.insert(symbol.name);
    return;
  }
  symbol.kind = NameKind::global_implicit;
}

void ScopeAnalyzer::analyze_block(Scope& scope, Names* bound, Names& free, Names& globals) {
  Names local;
  // What the children see. A class body's own names are not visible in its methods.
  Names inner_bound;
  Names inner_globals;
  if (scope.kind == ScopeKind::class_body) {
    inner_globals = globals;
    if (bound != nullptr) inner_bound = *bound;
  }
  for (size_t i = 0; i < scope.names.size(); ++i) {
    analyze_name(scope, *scope.find(scope.names[i]), bound, local, free, globals);
    if (error_.message.data() != nullptr) return;
  }
  if (scope.kind == ScopeKind::class_body) {
    inner_bound.insert(pool_.intern("__class__"));
  } else {
    if (scope.kind == ScopeKind::function) inner_bound = local;
    if (bound != nullptr) inner_bound.insert(bound->begin(), bound->end());
    inner_globals = globals;
  }

  Names inner_free;
  for (auto& child : scope.children) {
    // Each child gets sets of its own: what one declares does not concern its siblings.
    Names child_bound = inner_bound;
    Names child_globals = inner_globals;
    Names child_free;
    analyze_block(*child, &child_bound, child_free, child_globals);
    if (error_.message.data() != nullptr) return;
    inner_free.insert(child_free.begin(), child_free.end());
  }

  if (scope.kind == ScopeKind::function) {
    for (std::string_view name : scope.names) {
      Symbol& symbol = *scope.find(name);
      if (symbol.kind == NameKind::local && inner_free.erase(name) > 0) {
        symbol.kind = NameKind::cell;
      }
    }
  } else if (scope.kind == ScopeKind::class_body) {
    scope.needs_class_cell = inner_free.erase("__class__") > 0;
  }
  hand_down_free_names(scope, bound, inner_free);
  free.insert(inner_free.begin(), inner_free.end());
}

void ScopeAnalyzer::hand_down_free_names(Scope& scope, const Names* bound, const Names& free) {
  // Sorted: the order of a hash set must not decide the order of symbols.
  std::vector<std::string_view> sorted(free.begin(), free.end());
  std::sort(sorted.begin(), sorted.end());
  for (std::string_view name : sorted) {
    if (Symbol* symbol = scope.find(name)) {
      if (scope.kind == ScopeKind::class_body && (symbol->is_bound() || symbol->is_global)) {
        symbol->passes_free = true;
      }
      continue;
    }
    if (bound != nullptr && !bound->contains(name)) continue;
    scope.add(name).kind = NameKind::free;
  }
}

}  // namespace lockstep
