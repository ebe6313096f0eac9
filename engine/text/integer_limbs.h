#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "text/integer.h"

// Sums, differences and products of magnitudes, as long as the schoolbook's ways are the quickest: limbs base
// 2**32, least significant first. Results may end in zero limbs. Pure functions.
namespace lockstep {

using LimbSpan = std::span<const uint32_t>;

// The most limbs the shorter factor may have: beyond, cleverer ways of multiplying win.
inline constexpr size_t kSchoolbookLimbs = 40;

// Two limbs at once, as the machine's own word. Requires i + 1 < limbs.size(); as everywhere here, of a little-endian
// machine.
inline uint64_t word_at(LimbSpan limbs, size_t i) {
  uint64_t word = 0;
  std::memcpy(&word, limbs.data() + i, sizeof word);
  return word;
}

// a + b into `sum`, which has room for one limb more than the longer of them. Returns the number of limbs.
inline size_t add_limbs(LimbSpan a, LimbSpan b, uint32_t* sum) {
  if (a.size() < b.size()) std::swap(a, b);
  bool carry = false;
  size_t i = 0;
  for (; i + 1 < b.size(); i += 2) {
    uint64_t word = 0;
    const bool first = __builtin_add_overflow(word_at(a, i), word_at(b, i), &word);
    const bool second = __builtin_add_overflow(word, uint64_t{carry}, &word);
    carry = first || second;
    std::memcpy(sum + i, &word, sizeof word);
  }
  uint64_t rest = carry ? 1 : 0;
  for (; i < a.size(); i++) {
    rest += uint64_t{a[i]} + (i < b.size() ? b[i] : 0);
    sum[i] = static_cast<uint32_t>(rest);
    rest >>= 32;
  }
  sum[a.size()] = static_cast<uint32_t>(rest);
  return a.size() + 1;
}

// a - b into `difference`, which has room for as many limbs as a. Requires a >= b.
inline size_t subtract_limbs(LimbSpan a, LimbSpan b, uint32_t* difference) {
  bool borrow = false;
  size_t i = 0;
  for (; i + 1 < b.size(); i += 2) {
    uint64_t word = 0;
    const bool first = __builtin_sub_overflow(word_at(a, i), word_at(b, i), &word);
    const bool second = __builtin_sub_overflow(word, uint64_t{borrow}, &word);
    borrow = first || second;
    std::memcpy(difference + i, &word, sizeof word);
  }
  uint64_t rest = borrow ? 1 : 0;
  for (; i < a.size(); i++) {
    const uint64_t taken = (i < b.size() ? b[i] : 0) + rest;
    rest = a[i] < taken ? 1 : 0;
    difference[i] = static_cast<uint32_t>(a[i] - taken);
  }
  return a.size();
}

// left + right, or left - right, into `room`, which has room for one limb more than the longer of them. The
// view is normal and lives as long as the room.
inline IntegerView sum_into(IntegerView left, IntegerView right, bool negated, uint32_t* room) {
  bool negative = left.negative;
  const bool right_negative = right.negative != negated;
  size_t size = 0;
  if (negative == right_negative) {
    size = add_limbs(left.limbs, right.limbs, room);
  } else if (integer_compare({false, left.limbs}, {false, right.limbs}) >= 0) {
    size = subtract_limbs(left.limbs, right.limbs, room);
  } else {
    size = subtract_limbs(right.limbs, left.limbs, room);
    negative = right_negative;
  }
  while (size != 0 && room[size - 1] == 0) size--;
  return {negative && size != 0, {room, size}};
}

// The limbs as words, an odd last one with a zero above it.
inline std::vector<uint64_t> words_of(LimbSpan limbs) {
  std::vector<uint64_t> words((limbs.size() + 1) / 2);
  std::memcpy(words.data(), limbs.data(), limbs.size_bytes());
  return words;
}

inline std::vector<uint32_t> multiply_limbs(LimbSpan a, LimbSpan b) {
  if (a.empty() || b.empty()) return {};
  if (a.size() > b.size()) std::swap(a, b);
  const std::vector<uint64_t> left = words_of(a);
  const std::vector<uint64_t> right = words_of(b);
  std::vector<uint64_t> product(left.size() + right.size());
  for (size_t i = 0; i < left.size(); i++) {
    uint64_t carry = 0;
    for (size_t j = 0; j < right.size(); j++) {
      using Wide = unsigned __int128;
      const Wide sum = static_cast<Wide>(left[i]) * right[j] + product[i + j] + carry;
      product[i + j] = static_cast<uint64_t>(sum);
      carry = static_cast<uint64_t>(sum >> 64);
    }
    product[i + right.size()] = carry;
  }
  std::vector<uint32_t> limbs(product.size() * 2);
  std::memcpy(limbs.data(), product.data(), limbs.size() * sizeof(uint32_t));
  return limbs;
}

// a / divisor, and what is left. Requires divisor != 0.
inline std::vector<uint32_t> divide_limbs(LimbSpan a, uint32_t divisor, uint32_t& rest) {
  std::vector<uint32_t> quotient(a.size());
  uint64_t left = 0;
  for (size_t i = a.size(); i-- > 0;) {
    left = left << 32 | a[i];
    quotient[i] = static_cast<uint32_t>(left / divisor);
    left %= divisor;
  }
  rest = static_cast<uint32_t>(left);
  return quotient;
}

}  // namespace lockstep
