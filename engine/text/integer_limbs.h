#pragma once

#include <cstdint>
#include <span>
#include <vector>

// Sums, differences and products of magnitudes, as long as the schoolbook's ways are the quickest: limbs base
// 2**32, least significant first. Results may end in zero limbs. Pure functions.
namespace lockstep {

using LimbSpan = std::span<const uint32_t>;

// The most limbs the shorter factor may have: beyond, cleverer ways of multiplying win.
inline constexpr size_t kSchoolbookLimbs = 40;

inline std::vector<uint32_t> add_limbs(LimbSpan a, LimbSpan b) {
  if (a.size() < b.size()) std::swap(a, b);
  std::vector<uint32_t> sum(a.size() + 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < b.size(); i++) {
    carry += uint64_t{a[i]} + b[i];
    sum[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  for (size_t i = b.size(); i < a.size(); i++) {
    carry += a[i];
    sum[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  sum[a.size()] = static_cast<uint32_t>(carry);
  return sum;
}

// Requires a >= b.
inline std::vector<uint32_t> subtract_limbs(LimbSpan a, LimbSpan b) {
  std::vector<uint32_t> difference(a.size());
  uint64_t borrow = 0;
  for (size_t i = 0; i < a.size(); i++) {
    const uint64_t taken = (i < b.size() ? b[i] : 0) + borrow;
    borrow = a[i] < taken ? 1 : 0;
    difference[i] = static_cast<uint32_t>(a[i] - taken);
  }
  return difference;
}

inline std::vector<uint32_t> multiply_limbs(LimbSpan a, LimbSpan b) {
  std::vector<uint32_t> product(a.size() + b.size());
  for (size_t i = 0; i < a.size(); i++) {
    uint64_t carry = 0;
    for (size_t j = 0; j < b.size(); j++) {
      carry += uint64_t{a[i]} * b[j] + product[i + j];
      product[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    product[i + b.size()] = static_cast<uint32_t>(carry);
  }
  return product;
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
