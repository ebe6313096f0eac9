#include "language/scopes.h"

#include <algorithm>
#include <string>

#include "language/scopes_analyzer.h"
#include "language/scopes_builder.h"

namespace lockstep {

const Symbol* Scope::find(std::string_view name) const {
  auto found = symbols_.find(name);
  return found == symbols_.end() ? nullptr : &found->second;
}

Symbol* Scope::find(std::string_view name) {
  auto found = symbols_.find(name);
  return found == symbols_.end() ? nullptr : &found->second;
}

Symbol& Scope::add(std::string_view name) {
  auto [place, is_new] = symbols_.try_emplace(name);
  if (is_new) {
    place->second.name = name;
    names.push_back(name);
  }
  return place->second;
}

std::vector<std::string_view> Scope::free_names() const {
  std::vector<std::string_view> result;
  for (std::string_view name : names) {
    const Symbol& symbol = symbols_.at(name);
    if (symbol.kind == NameKind::free || symbol.passes_free) result.push_back(name);
  }
  std::sort(result.begin(), result.end());
  return result;
}

ScopeTable::ScopeTable(const ast::Node& root, TextPool& pool, bool future_annotations) {
  ScopeBuilder builder(pool, future_annotations);
  root_ = builder.build(root);
  by_node_ = builder.take_scopes();
  error_ = builder.error();
  if (error_.message.data() == nullptr) {
    ScopeAnalyzer analyzer(pool, builder.directives());
    error_ = analyzer.analyze(*root_);
  }
}

const Scope& ScopeTable::scope_of(const ast::Node& node) const {
  auto found = by_node_.find(&node);
  ENSURE(found != by_node_.end());
  return *found->second;
}

std::string_view mangle(std::string_view class_name, std::string_view name, TextPool& pool) {
  if (class_name.empty() || !name.starts_with("__") || name.ends_with("__") ||
      name.find('.') != std::string_view::npos) {
    return pool.intern(name);
  }
  const size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return pool.intern(name);
  std::string mangled = "_";
  mangled += class_name.substr(first);
  mangled += name;
  return pool.intern(mangled);
}

}  // namespace lockstep
