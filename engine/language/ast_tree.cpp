#include "language/ast_tree.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace lockstep::ast {

namespace {

constexpr size_t kBlockSize = 64 * 1024;

}  // namespace

Tree::Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

void* Tree::allocate(size_t size, size_t alignment) {
  size_t padding = (alignment - reinterpret_cast<uintptr_t>(next_) % alignment) % alignment;
  if (static_cast<size_t>(end_ - next_) < padding + size) {
    // A fresh block is aligned for everything, so it needs no padding.
    size_t block_size = std::max(kBlockSize, size);
    blocks_.push_back(std::make_unique<std::byte[]>(block_size));
    next_ = blocks_.back().get();
    end_ = next_ + block_size;
    size_in_bytes_ += block_size;
    padding = 0;
  }
  std::byte* place = next_ + padding;
  next_ = place + size;
  return place;
}

std::string_view Tree::intern(std::string_view text) {
  auto found = texts_.find(text);
  if (found != texts_.end()) return *found;
  char* copy = static_cast<char*>(allocate(std::max<size_t>(text.size(), 1), 1));
  std::memcpy(copy, text.data(), text.size());
  return *texts_.emplace(copy, text.size()).first;
}

}  // namespace lockstep::ast
