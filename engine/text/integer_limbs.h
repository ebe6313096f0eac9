#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

#include "text/integer.h"

// Sums, differences and products of magnitudes, as long as the schoolbook's ways are the quickest: limbs base
// 2**32, least significant first. Results may end in zero limbs. Pure functions.
namespace lockstep {

using LimbSpan = std::span<const uint32_t>;

// The most limbs the shorter factor may have: beyond, cleverer ways of multiplying win.
inline constexpr size_t kSchoolbookLimbs = 64;

// Two limbs at once, as the machine's own word. Requires i + 1 < limbs.size(); as everywhere here, of a little-endian
// machine.
inline uint64_t word_at(LimbSpan limbs, size_t i) {
  uint64_t word = 0;
  std::memcpy(&word, limbs.data() + i, sizeof word);
  return word;
}

// Four limbs at once: in such pieces a compiler makes the quickest chain of carries.
using WideWord = unsigned __int128;
inline WideWord wide_at(const uint32_t* limbs) {
  WideWord wide = 0;
  std::memcpy(&wide, limbs, sizeof wide);
  return wide;
}

// a + b into `sum`, which has room for one limb more than the longer of them and may be a itself. Returns the number of limbs.
inline size_t add_limbs(LimbSpan a, LimbSpan b, uint32_t* sum) {
  if (a.size() < b.size()) std::swap(a, b);
  uint64_t carry = 0;
  size_t i = 0;
  for (; i + 3 < b.size(); i += 4) {
    WideWord wide = 0;
    const bool first = __builtin_add_overflow(wide_at(&a[i]), wide_at(&b[i]), &wide);
    const bool second = __builtin_add_overflow(wide, WideWord{carry}, &wide);
    carry = static_cast<uint64_t>(first) | static_cast<uint64_t>(second);
    std::memcpy(sum + i, &wide, sizeof wide);
  }
  for (; i < b.size() || (carry != 0 && i < a.size()); i++) {
    carry += uint64_t{a[i]} + (i < b.size() ? b[i] : 0);
    sum[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (i < a.size() && sum != a.data()) std::memcpy(sum + i, &a[i], (a.size() - i) * sizeof(uint32_t));
  sum[a.size()] = static_cast<uint32_t>(carry);
  return a.size() + 1;
}

// a - b into `difference`, which has room for as many limbs as a. Requires a >= b.
inline size_t subtract_limbs(LimbSpan a, LimbSpan b, uint32_t* difference) {
  uint64_t borrow = 0;
  size_t i = 0;
  for (; i + 3 < b.size(); i += 4) {
    WideWord wide = 0;
    const bool first = __builtin_sub_overflow(wide_at(&a[i]), wide_at(&b[i]), &wide);
    const bool second = __builtin_sub_overflow(wide, WideWord{borrow}, &wide);
    borrow = static_cast<uint64_t>(first) | static_cast<uint64_t>(second);
    std::memcpy(difference + i, &wide, sizeof wide);
  }
  for (; i < b.size() || (borrow != 0 && i < a.size()); i++) {
    const uint64_t taken = (i < b.size() ? b[i] : 0) + borrow;
    borrow = a[i] < taken ? 1 : 0;
    difference[i] = static_cast<uint32_t>(a[i] - taken);
  }
  if (i < a.size()) std::memcpy(difference + i, &a[i], (a.size() - i) * sizeof(uint32_t));
  return a.size();
}

// The same without the zero limbs at the end.
inline size_t normal_size(const uint32_t* limbs, size_t size) {
  while (size != 0 && limbs[size - 1] == 0) size--;
  return size;
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
  size = normal_size(room, size);
  return {negative && size != 0, {room, size}};
}

// How many limbs of room multiply_limbs needs.
inline size_t product_room(LimbSpan a, LimbSpan b) { return (a.size() + 1) / 2 * 2 + (b.size() + 1) / 2 * 2; }

// a * b into `product`, which has room for product_room(a, b) limbs. Returns the number of limbs.
inline size_t multiply_limbs(LimbSpan a, LimbSpan b, uint32_t* product) {
  if (a.empty() || b.empty()) return 0;
  if (a.size() > b.size()) std::swap(a, b);
  const auto word = [](LimbSpan limbs, size_t i) {
    return 2 * i + 1 < limbs.size() ? word_at(limbs, 2 * i) : uint64_t{limbs[2 * i]};
  };
  const auto store = [product](size_t i, uint64_t value) {
    std::memcpy(product + 2 * i, &value, sizeof value);
  };
  const size_t rows = (a.size() + 1) / 2;
  const size_t columns = (b.size() + 1) / 2;
  const size_t whole = b.size() / 2;
  for (size_t row = 0; row < rows; row++) {
    const uint64_t factor = word(a, row);
    uint64_t carry = 0;
    const auto add = [&](size_t column, uint64_t other) {
      WideWord sum = static_cast<WideWord>(factor) * other + carry;
      if (row != 0) sum += word_at({product, 2 * (rows + columns)}, 2 * (row + column));
      store(row + column, static_cast<uint64_t>(sum));
      carry = static_cast<uint64_t>(sum >> 64);
    };
    for (size_t column = 0; column < whole; column++) add(column, word_at(b, 2 * column));
    if (whole != columns) add(whole, b.back());
    store(row + columns, carry);
  }
  return 2 * (rows + columns);
}

// left * right into `room`, of product_room limbs. The view is normal and lives as long as the room.
inline IntegerView product_into(IntegerView left, IntegerView right, uint32_t* room) {
  const size_t size = normal_size(room, multiply_limbs(left.limbs, right.limbs, room));
  return {left.negative != right.negative && size != 0, {room, size}};
}

// a / divisor into `quotient`, which has room for as many limbs as a and may be a itself; null: not wanted.
// Returns what is left. Requires divisor != 0.
inline uint32_t divide_limbs(LimbSpan a, uint32_t divisor, uint32_t* quotient) {
  uint64_t left = 0;
  for (size_t i = a.size(); i-- > 0;) {
    left = left << 32 | a[i];
    if (quotient != nullptr) quotient[i] = static_cast<uint32_t>(left / divisor);
    left %= divisor;
  }
  return static_cast<uint32_t>(left);
}

}  // namespace lockstep
