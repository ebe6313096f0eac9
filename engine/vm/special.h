#pragma once

#include <cstdint>

namespace lockstep {

enum class Special : uint8_t {
#define SPECIAL(identifier, text) identifier,
#include "vm/special.def"
#undef SPECIAL
  count_,
};

// The special that is `offset` places after `first` in special.def: the operators stand there in the
// order of BinaryOperator and CompareOperator.
constexpr Special special_at(Special first, int offset) {
  return static_cast<Special>(static_cast<int>(first) + offset);
}

// A set of special methods.
struct SpecialSet {
  uint64_t words[2] = {0, 0};

  constexpr bool has(Special special) const {
    const auto i = static_cast<unsigned>(special);
    return (words[i / 64] >> (i % 64)) & 1;
  }
  constexpr void add(Special special) {
    const auto i = static_cast<unsigned>(special);
    words[i / 64] |= uint64_t{1} << (i % 64);
  }
  constexpr void add_all(const SpecialSet& other) {
    words[0] |= other.words[0];
    words[1] |= other.words[1];
  }
  constexpr bool empty() const { return (words[0] | words[1]) == 0; }
};
static_assert(static_cast<int>(Special::count_) <= 128);

}  // namespace lockstep
