#pragma once

#include <cstdint>
#include <optional>

// Python's integer operations on machine words: the fast half of `int`. Whatever does not fit into
// int64 comes back as nullopt, and the caller takes the slow road of text/integer.h instead.
// Pure functions, callable from any thread.
namespace lockstep {

// Whether left * right does not fit; if it does, it is in `product`. Where words have 32 bits, compilers look for that
// through a call that multiplies to 128 bits: the products of what fits half of them do without.
[[gnu::always_inline]] inline bool multiply_overflows(int64_t left, int64_t right, int64_t& product) {
  if constexpr (sizeof(void*) < sizeof(int64_t)) {
    if (left == static_cast<int32_t>(left) && right == static_cast<int32_t>(right)) {
      product = left * right;
      return false;
    }
  }
  return __builtin_mul_overflow(left, right, &product);
}

inline std::optional<int64_t> int64_add(int64_t left, int64_t right) {
  int64_t sum;
  if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
  return sum;
}

inline std::optional<int64_t> int64_sub(int64_t left, int64_t right) {
  int64_t difference;
  if (__builtin_sub_overflow(left, right, &difference)) return std::nullopt;
  return difference;
}

inline std::optional<int64_t> int64_mul(int64_t left, int64_t right) {
  int64_t product;
  if (multiply_overflows(left, right, product)) return std::nullopt;
  return product;
}

// left // right: rounds towards minus infinity. Requires right != 0; nullopt only for
// INT64_MIN // -1.
inline std::optional<int64_t> int64_floor_div(int64_t left, int64_t right) {
  if (left == INT64_MIN && right == -1) return std::nullopt;
  const int64_t quotient = left / right;
  const bool rounded_up = left % right != 0 && (left < 0) != (right < 0);
  return quotient - (rounded_up ? 1 : 0);
}

// left % right: has the sign of right. Requires right != 0; always fits.
inline int64_t int64_floor_mod(int64_t left, int64_t right) {
  if (right == -1) return 0;
  const int64_t remainder = left % right;
  return remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder;
}

// base ** exponent. Requires exponent >= 0.
inline std::optional<int64_t> int64_pow(int64_t base, int64_t exponent) {
  int64_t result = 1;
  while (true) {
    if ((exponent & 1) != 0 && multiply_overflows(result, base, result)) return std::nullopt;
    exponent >>= 1;
    if (exponent == 0) return result;
    if (multiply_overflows(base, base, base)) return std::nullopt;
  }
}

// value << count. Requires count >= 0.
inline std::optional<int64_t> int64_shift_left(int64_t value, int64_t count) {
  if (value == 0) return 0;
  if (count > 63) return std::nullopt;
  const auto shifted = static_cast<int64_t>(static_cast<uint64_t>(value) << count);
  if (shifted >> count != value) return std::nullopt;
  return shifted;
}

// value >> count, rounding towards minus infinity. Requires count >= 0.
inline int64_t int64_shift_right(int64_t value, int64_t count) {
  return value >> (count > 63 ? 63 : count);
}

}  // namespace lockstep
