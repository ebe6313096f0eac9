#include <bit>
#include <cmath>
#include <cstring>

#include "text/float_ops.h"
#include "text/integer.h"
#include "text/integer_limits.h"

// Where ints and floats meet: conversions, true division, comparison and hashing, each exact or
// correctly rounded.
namespace lockstep {

namespace {

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

// The magnitude's highest 64 bits; the lowest of them also stands for everything that was cut off.
// Rounding such a number to a float gives what rounding the whole would have given, because 64 bits
// are at least two more than a float has.
struct TopBits {
  uint64_t bits = 0;
  int64_t exponent = 0;  // the value is about bits * 2**exponent
};

TopBits top_bits(IntegerView value) {
  const int64_t length = integer_bit_length(value);
  TopBits top;
  if (length <= 64) {
    for (size_t i = value.limbs.size(); i-- > 0;) top.bits = top.bits << 32 | value.limbs[i];
    return top;
  }
  top.exponent = length - 64;
  const auto limb = static_cast<size_t>(top.exponent / 32);
  const int shift = static_cast<int>(top.exponent % 32);
  const uint64_t low = value.limbs[limb];
  const uint64_t middle = value.limbs[limb + 1];
  const uint64_t high = limb + 2 < value.limbs.size() ? value.limbs[limb + 2] : 0;
  top.bits = (low >> shift) | (middle << (32 - shift));
  if (shift != 0) top.bits |= high << (64 - shift);
  bool lost = shift != 0 && (value.limbs[limb] & ((uint32_t{1} << shift) - 1)) != 0;
  for (size_t i = 0; i < limb && !lost; ++i) lost = value.limbs[i] != 0;
  if (lost) top.bits |= 1;
  return top;
}

// |value| < 2**1024 as an int, towards zero.
Integer truncate(double value) {
  int exponent;
  const double fraction = std::frexp(value, &exponent);
  const auto mantissa = static_cast<int64_t>(std::ldexp(fraction, kMantissaBits));
  const int shift = exponent - kMantissaBits;
  if (shift <= 0) return Integer(static_cast<int64_t>(value));
  return std::move(integer_shift_left(SmallInteger(mantissa), SmallInteger(shift))).value();
}

Result<bool, TextError> require_finite(double value, const char* infinity, const char* nan) {
  if (std::isnan(value)) return text_failure(TextErrorKind::value_error, nan);
  if (std::isinf(value)) return text_failure(TextErrorKind::overflow_error, infinity);
  return true;
}

int64_t finish_hash(uint64_t hash, bool negative) {
  const auto signed_hash = static_cast<int64_t>(negative ? ~hash + 1 : hash);
  return signed_hash == -1 ? -2 : signed_hash;
}

uint64_t rotate_hash(uint64_t hash, int bits) {
  return ((hash << bits) & kHashModulus) | (hash >> (61 - bits));
}

}  // namespace

TextResult<double> integer_to_double(IntegerView value) {
  const TopBits top = top_bits(value);
  const double magnitude =
      top.exponent > kMaximumExponent
          ? HUGE_VAL
          : std::ldexp(static_cast<double>(top.bits), static_cast<int>(top.exponent));
  if (std::isinf(magnitude)) {
    return text_failure(TextErrorKind::overflow_error, "int too large to convert to float");
  }
  return value.negative ? -magnitude : magnitude;
}

TextResult<Integer> integer_from_double(double value) {
  const auto finite = require_finite(value, "cannot convert float infinity to integer",
                                     "cannot convert float NaN to integer");
  if (!finite) return Failure(finite.error());
  return truncate(value);
}

TextResult<Integer> integer_round_double(double value) {
  const auto finite = require_finite(value, "cannot convert float infinity to integer",
                                     "cannot convert float NaN to integer");
  if (!finite) return Failure(finite.error());
  double rounded = std::round(value);
  // std::round takes ties away from zero.
  if (std::fabs(value - rounded) == 0.5) rounded = 2.0 * std::round(value / 2.0);
  return truncate(rounded);
}

TextResult<IntegerPair> double_as_integer_ratio(double value) {
  const auto finite = require_finite(value, "cannot convert Infinity to integer ratio",
                                     "cannot convert NaN to integer ratio");
  if (!finite) return Failure(finite.error());
  int exponent;
  const double fraction = std::frexp(value, &exponent);
  auto mantissa = static_cast<int64_t>(std::ldexp(fraction, kMantissaBits));
  if (mantissa == 0) return IntegerPair{Integer(0), Integer(1)};
  const int zeros = std::countr_zero(static_cast<uint64_t>(mantissa));
  mantissa /= int64_t{1} << zeros;
  exponent += zeros - kMantissaBits;
  IntegerPair ratio{Integer(mantissa), Integer(1)};
  Integer& scaled = exponent > 0 ? ratio.first : ratio.second;
  scaled = std::move(integer_shift_left(scaled, SmallInteger(std::abs(exponent)))).value();
  return ratio;
}

TextResult<double> integer_true_div(IntegerView left, IntegerView right) {
  if (right.limbs.empty()) {
    return text_failure(TextErrorKind::zero_division_error, "division by zero");
  }
  const bool negative = left.negative != right.negative;
  const double zero = negative ? -0.0 : 0.0;
  if (left.limbs.empty()) return zero;
  const int64_t left_bits = integer_bit_length(left);
  const int64_t right_bits = integer_bit_length(right);
  if (left_bits <= kMantissaBits && right_bits <= kMantissaBits) {
    // Both are exact as floats, so the machine's division rounds once and correctly.
    return *integer_to_double(left) / *integer_to_double(right);
  }
  const auto overflow = [] {
    return text_failure(TextErrorKind::overflow_error,
                        "integer division result too large for a float");
  };
  const int64_t difference = left_bits - right_bits;
  if (difference > kMaximumExponent) return overflow();
  if (difference < kMinimumExponent - kMantissaBits - 1) return zero;

  // The quotient of left * 2**-shift and right has two or three bits more than the float will keep,
  // fewer where the float is subnormal.
  const int64_t shift = std::max<int64_t>(difference, kMinimumExponent) - kMantissaBits - 2;
  Integer numerator = integer_abs(left);
  Integer denominator = integer_abs(right);
  Integer& scaled = shift < 0 ? numerator : denominator;
  auto shifted = integer_shift_left(scaled, SmallInteger(std::abs(shift)));
  if (!shifted) return Failure(shifted.error());
  scaled = std::move(*shifted);
  const auto division = integer_divmod(numerator, denominator);
  const bool inexact = !division->second.is_zero();
  auto quotient = static_cast<uint64_t>(*integer_to_int64(division->first));

  const int64_t quotient_bits = 64 - std::countl_zero(quotient);
  const int64_t extra = std::max<int64_t>(quotient_bits, kMinimumExponent - shift) - kMantissaBits;
  const uint64_t unit = uint64_t{1} << extra;
  const uint64_t rest = quotient & (unit - 1);
  quotient -= rest;
  const uint64_t half = unit >> 1;
  const bool odd = (quotient & unit) != 0;
  if (rest > half || (rest == half && (inexact || odd))) quotient += unit;
  const double magnitude = std::ldexp(static_cast<double>(quotient), static_cast<int>(shift));
  if (std::isinf(magnitude)) return overflow();
  return negative ? -magnitude : magnitude;
}

std::partial_ordering integer_compare_double(IntegerView left, double right) {
  if (std::isnan(right)) return std::partial_ordering::unordered;
  if (std::isinf(right)) {
    return right > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
  }
  const std::strong_ordering whole = integer_compare(left, truncate(right));
  if (whole != 0) return whole;
  return 0.0 <=> right - std::trunc(right);
}

int64_t hash_int64(int64_t value) {
  const uint64_t magnitude =
      value < 0 ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value);
  return finish_hash(magnitude % kHashModulus, value < 0);
}

int64_t hash_integer(IntegerView value) {
  uint64_t hash = 0;
  for (size_t i = value.limbs.size(); i-- > 0;) {
    hash = rotate_hash(hash, 32) + value.limbs[i];
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  return finish_hash(hash, value.negative);
}

int64_t hash_double(double value) {
  if (std::isnan(value)) return 0;
  if (std::isinf(value)) return value > 0 ? 314159 : -314159;
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  // mantissa * 2**shift, where 2**61 counts as 1.
  const auto mantissa = static_cast<uint64_t>(std::ldexp(fraction, kMantissaBits));
  const int shift = ((exponent - kMantissaBits) % 61 + 61) % 61;
  return finish_hash(rotate_hash(mantissa, shift), value < 0);
}

}  // namespace lockstep
