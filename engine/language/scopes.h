#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source_span.h"
#include "language/ast.h"
#include "language/compile_text_pool.h"

// Where each name of a program lives: the counterpart of CPython's symbol table
// (https://docs.python.org/3.11/reference/executionmodel.html#resolution-of-names).
namespace lockstep {

enum class NameKind : uint8_t {
  local,            // of this block alone: a register, or the namespace in modules and class bodies
  cell,             // of this function, and inner blocks use it too
  free,             // of an outer function
  global_implicit,  // assigned nowhere in sight: the module's, or a builtin
  global_explicit,  // declared by `global`
};

struct Symbol {
  std::string_view name;
  NameKind kind = NameKind::global_implicit;
  bool is_parameter = false;
  bool is_assigned = false;
  bool is_imported = false;
  bool is_used = false;
  bool is_global = false;    // `global` statement, or a walrus in a comprehension of a module
  bool is_nonlocal = false;
  bool is_annotated = false;
  bool is_comprehension_target = false;
  bool is_walrus_target = false;
  // In a class body: inner functions use an outer function's variable of this name, which the class
  // body assigns too (or declares global), so its own uses do not mean that one.
  bool passes_free = false;

  bool is_bound() const { return is_assigned || is_imported || is_parameter; }
};

enum class ScopeKind : uint8_t { module, class_body, function };
enum class ComprehensionKind : uint8_t { none, list, set, dict, generator };

// One block: a module, class body, function, lambda or comprehension.
class Scope {
 public:
  ScopeKind kind = ScopeKind::module;
  ComprehensionKind comprehension = ComprehensionKind::none;
  std::string_view name;
  const ast::Node* node = nullptr;
  Scope* parent = nullptr;
  std::vector<std::unique_ptr<Scope>> children;
  // In order of first appearance, parameters first: positional, keyword-only, *args, **kwargs.
  std::vector<std::string_view> names;

  bool is_generator = false;     // contains yield, or is a generator expression
  bool is_coroutine = false;     // async def, or contains await or an asynchronous comprehension
  bool is_nested = false;        // inside a function
  bool needs_class_cell = false; // class body: a method uses __class__ or super
  bool has_annotations = false;  // module, class body: contains an annotated assignment

  // Null if the block never mentions it. `name` is mangled.
  const Symbol* find(std::string_view name) const;
  Symbol* find(std::string_view name);
  Symbol& add(std::string_view name);

  // The names of outer functions that this block needs cells of, sorted.
  std::vector<std::string_view> free_names() const;

 private:
  std::unordered_map<std::string_view, Symbol> symbols_;
};

// What is wrong with a name, at its place.
struct ScopeError {
  std::string_view message;
  SourceSpan span;
};

class ScopeTable {
 public:
  // Scopes of `root` (a Module or an Expression) and everything inside. Names are interned in
  // `pool`. With `future_annotations` (PEP 563) names in annotations do not count. After an error
  // the table is incomplete and must not be used; error() tells the first one.
  ScopeTable(const ast::Node& root, TextPool& pool, bool future_annotations);

  const ScopeError* error() const { return error_.message.data() == nullptr ? nullptr : &error_; }
  const Scope& root() const { return *root_; }
  // The block that `node` (a function, class, lambda or comprehension) opens.
  const Scope& scope_of(const ast::Node& node) const;

 private:
  std::unique_ptr<Scope> root_;
  std::unordered_map<const ast::Node*, Scope*> by_node_;
  ScopeError error_;
};

// `__name` inside a class is `_Class__name`. `class_name` is empty outside classes.
std::string_view mangle(std::string_view class_name, std::string_view name, TextPool& pool);

}  // namespace lockstep
