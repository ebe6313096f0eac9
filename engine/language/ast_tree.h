#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/ast.h"
#include "language/syntax_error.h"

namespace lockstep::ast {

// Owns the nodes, sequences and texts of one parsed source; everything lives until the Tree is
// destroyed. Moving a Tree keeps all node addresses. The parser fills it, everyone else reads.
class Tree {
 public:
  Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  // The root: a Module from parse_module, an Expression from parse_expression.
  const Node& root() const { return *root_; }
  const Module& module() const { return as<Module>(*root_); }
  const Expression& expression() const { return as<Expression>(*root_); }
  void set_root(Node* root) { root_ = root; }

  // A new node with every other field zero: null, empty, false.
  template <class T>
  T* make(SourceSpan span) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* node = new (allocate(sizeof(T), alignof(T))) T();
    node->kind = T::kKind;
    node->span = span;
    return node;
  }

  // A copy of `items` that lives as long as the tree.
  template <class T>
  std::span<const T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* target = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), target);
    return {target, items.size()};
  }

  // Room for a sequence of `size` nodes, all null so far.
  template <class T>
  std::span<T*> make_sequence(size_t size) {
    if (size == 0) return {};
    T** target = static_cast<T**>(allocate(size * sizeof(T*), alignof(T*)));
    std::uninitialized_fill_n(target, size, nullptr);
    return {target, size};
  }

  // The one copy of `text` in this tree; its data() is never null, even when it is empty.
  std::string_view intern(std::string_view text);

  // What the lexer warned of.
  std::vector<SyntaxWarning> warnings;

  // Memory held by nodes and texts, in bytes.
  size_t size_in_bytes() const { return size_in_bytes_; }

 private:
  void* allocate(size_t size, size_t alignment);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::byte* end_ = nullptr;
  size_t size_in_bytes_ = 0;
  std::unordered_set<std::string_view> texts_;
  Node* root_ = nullptr;
};

}  // namespace lockstep::ast
