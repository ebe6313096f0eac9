#include "text/integer.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/int64_ops.h"
#include "text/integer_large.h"
#include "text/integer_limbs.h"
#include "text/integer_limits.h"

// The arithmetic itself is Boost.Multiprecision's, save what is quickest done on the limbs as they are; this
// file carries limbs there and back, keeps results within bounds and gives division, shifts and powers Python's
// meaning.
namespace lockstep {

namespace {

// Boost divides towards zero; Python towards minus infinity.
void floor_divide(const Big& left, const Big& right, Big& quotient, Big& remainder,
                  const Between& between = nullptr) {
  divide_large(left, right, quotient, remainder, between);
  if (!remainder.is_zero() && (remainder < 0) != (right < 0)) {
    --quotient;
    remainder += right;
  }
}

Failure<TextError> division_by_zero(const char* message) {
  return text_failure(TextErrorKind::zero_division_error, message);
}

Integer signed_sum(IntegerView left, IntegerView right, bool negated) {
  std::vector<uint32_t> room(std::max(left.limbs.size(), right.limbs.size()) + 1);
  const IntegerView sum = sum_into(left, right, negated, room.data());
  room.resize(sum.limbs.size());
  return Integer(sum.negative, std::move(room));
}

// Floor division by one limb.
Integer divide_by_limb(IntegerView left, IntegerView right) {
  std::vector<uint32_t> quotient(left.limbs.size() + 1);
  const uint32_t rest = divide_limbs(left.limbs, right.limbs[0], quotient.data());
  const bool negative = left.negative != right.negative;
  if (rest != 0 && negative) {
    const uint32_t one = 1;
    add_limbs({quotient.data(), left.limbs.size()}, {&one, 1}, quotient.data());
  }
  return Integer(negative, std::move(quotient));
}

Integer modulo_limb(IntegerView left, IntegerView right) {
  uint32_t rest = divide_limbs(left.limbs, right.limbs[0], nullptr);
  if (rest != 0 && left.negative != right.negative) rest = right.limbs[0] - rest;
  return Integer(right.negative, {rest});
}

bool is_one(IntegerView value) { return value.limbs.size() == 1 && value.limbs[0] == 1; }

}  // namespace

Integer::Integer(bool negative, std::vector<uint32_t> limbs)
    : negative_(negative), limbs_(std::move(limbs)) {
  while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
  if (limbs_.empty()) negative_ = false;
}

Integer Integer::from_unsigned(uint64_t value) {
  return Integer(false, {static_cast<uint32_t>(value), static_cast<uint32_t>(value >> 32)});
}

std::optional<int64_t> integer_to_int64(IntegerView value) {
  if (value.limbs.size() > 2) return std::nullopt;
  uint64_t magnitude = 0;
  if (value.limbs.size() > 1) magnitude = static_cast<uint64_t>(value.limbs[1]) << 32;
  if (!value.limbs.empty()) magnitude |= value.limbs[0];
  const uint64_t largest = static_cast<uint64_t>(INT64_MAX) + (value.negative ? 1 : 0);
  if (magnitude > largest) return std::nullopt;
  return static_cast<int64_t>(value.negative ? ~magnitude + 1 : magnitude);
}

std::strong_ordering integer_compare(IntegerView left, IntegerView right) {
  if (left.negative != right.negative) {
    return left.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const auto by_magnitude = [&] {
    if (left.limbs.size() != right.limbs.size()) return left.limbs.size() <=> right.limbs.size();
    for (size_t i = left.limbs.size(); i-- > 0;) {
      if (left.limbs[i] != right.limbs[i]) return left.limbs[i] <=> right.limbs[i];
    }
    return std::strong_ordering::equal;
  }();
  return left.negative ? 0 <=> by_magnitude : by_magnitude;
}

Integer integer_negate(IntegerView value) {
  return Integer(!value.negative, {value.limbs.begin(), value.limbs.end()});
}

Integer integer_abs(IntegerView value) {
  return Integer(false, {value.limbs.begin(), value.limbs.end()});
}

TextResult<Integer> integer_add(IntegerView left, IntegerView right) {
  const int64_t bits = std::max(integer_bit_length(left), integer_bit_length(right)) + 1;
  if (bits > kMaximumIntegerBits) return integer_too_large();
  return signed_sum(left, right, false);
}

TextResult<Integer> integer_sub(IntegerView left, IntegerView right) {
  const int64_t bits = std::max(integer_bit_length(left), integer_bit_length(right)) + 1;
  if (bits > kMaximumIntegerBits) return integer_too_large();
  return signed_sum(left, right, true);
}

TextResult<Integer> integer_mul(IntegerView left, IntegerView right, const Between& between) {
  const int64_t bits = integer_bit_length(left) + integer_bit_length(right);
  if (bits > kMaximumIntegerBits) return integer_too_large();
  if (std::min(left.limbs.size(), right.limbs.size()) <= kSchoolbookLimbs) {
    std::vector<uint32_t> room(product_room(left.limbs, right.limbs));
    room.resize(product_into(left, right, room.data()).limbs.size());
    return Integer(left.negative != right.negative, std::move(room));
  }
  return from_big(multiply_large(to_big(left), to_big(right), between));
}

TextResult<Integer> integer_floor_div(IntegerView left, IntegerView right, const Between& between) {
  if (right.limbs.empty()) return division_by_zero("integer division or modulo by zero");
  if (right.limbs.size() == 1) return divide_by_limb(left, right);
  Big quotient;
  Big remainder;
  floor_divide(to_big(left), to_big(right), quotient, remainder, between);
  return from_big(quotient);
}

TextResult<Integer> integer_mod(IntegerView left, IntegerView right, const Between& between) {
  if (right.limbs.empty()) return division_by_zero("integer modulo by zero");
  if (right.limbs.size() == 1) return modulo_limb(left, right);
  Big quotient;
  Big remainder;
  floor_divide(to_big(left), to_big(right), quotient, remainder, between);
  return from_big(remainder);
}

TextResult<IntegerPair> integer_divmod(IntegerView left, IntegerView right, const Between& between) {
  if (right.limbs.empty()) return division_by_zero("integer division or modulo by zero");
  if (right.limbs.size() == 1) {
    return IntegerPair{divide_by_limb(left, right), modulo_limb(left, right)};
  }
  Big quotient;
  Big remainder;
  floor_divide(to_big(left), to_big(right), quotient, remainder, between);
  return IntegerPair{from_big(quotient), from_big(remainder)};
}

TextResult<Integer> integer_pow(IntegerView base, IntegerView exponent, const Between& between) {
  ENSURE(!exponent.negative);
  if (exponent.limbs.empty()) return Integer(1);
  if (base.limbs.empty()) return Integer();
  if (is_one(base)) {
    const bool odd = (exponent.limbs[0] & 1) != 0;
    return Integer(base.negative && odd ? -1 : 1);
  }
  const auto power = integer_to_int64(exponent);
  // A base of n bits is at least 2**(n-1), so fewer bits than this are impossible.
  if (!power || *power > kMaximumIntegerBits ||
      (integer_bit_length(base) - 1) * *power >= kMaximumIntegerBits) {
    return integer_too_large();
  }
  Integer result =
      from_big(power_large(to_big(base), static_cast<uint64_t>(*power), between));
  if (integer_bit_length(result) > kMaximumIntegerBits) return integer_too_large();
  return result;
}

TextResult<Integer> integer_pow_mod(IntegerView base, IntegerView exponent, IntegerView modulus,
                                    const Between& between) {
  if (modulus.limbs.empty()) {
    return text_failure(TextErrorKind::value_error, "pow() 3rd argument cannot be 0");
  }
  if (is_one(modulus)) return Integer();
  const Big signed_modulus = to_big(modulus);
  const Big positive_modulus = abs(signed_modulus);
  Big quotient;
  Big power_base;
  floor_divide(to_big(base), positive_modulus, quotient, power_base, between);
  Big power = to_big(exponent);
  if (exponent.negative) {
    // Euclid's algorithm, keeping only the factor that belongs to the base.
    Big old_remainder = power_base;
    Big remainder = positive_modulus;
    Big old_factor = 1;
    Big factor = 0;
    while (!remainder.is_zero()) {
      if (between) between();
      Big times;
      Big rest;
      divide_large(old_remainder, remainder, times, rest, between);
      old_remainder = rest;
      old_remainder.swap(remainder);
      old_factor -= multiply_large(times, factor, between);
      old_factor.swap(factor);
    }
    if (old_remainder != 1) {
      return text_failure(TextErrorKind::value_error,
                          "base is not invertible for the given modulus");
    }
    if (old_factor < 0) old_factor += positive_modulus;
    power_base = old_factor;
    power = -power;
  }
  // From the highest bit of the power down: square, and multiply where the bit is set.
  Big result = 1;
  const unsigned top = power.is_zero() ? 0 : static_cast<unsigned>(msb(power)) + 1;
  for (unsigned bit = top; bit-- > 0;) {
    if (between) between();
    Big rest;
    divide_large(multiply_large(result, result, between), positive_modulus, quotient, rest, between);
    result.swap(rest);
    if (!bit_test(power, bit)) continue;
    divide_large(multiply_large(result, power_base, between), positive_modulus, quotient, rest, between);
    result.swap(rest);
  }
  if (modulus.negative && !result.is_zero()) result += signed_modulus;
  return from_big(result);
}

TextResult<Integer> integer_shift_left(IntegerView value, IntegerView count) {
  if (count.negative) return text_failure(TextErrorKind::value_error, "negative shift count");
  if (value.limbs.empty()) return Integer();
  const auto bits = integer_to_int64(count);
  if (!bits) return text_failure(TextErrorKind::overflow_error, "too many digits in integer");
  if (*bits > kMaximumIntegerBits - integer_bit_length(value)) return integer_too_large();
  return from_big(to_big(value) << static_cast<unsigned>(*bits));
}

TextResult<Integer> integer_shift_right(IntegerView value, IntegerView count) {
  if (count.negative) return text_failure(TextErrorKind::value_error, "negative shift count");
  const auto bits = integer_to_int64(count);
  if (!bits || *bits >= integer_bit_length(value)) return Integer(value.negative ? -1 : 0);
  const Big big = to_big(value);
  const auto distance = static_cast<unsigned>(*bits);
  // Through the complement, so that what is shifted is never negative.
  if (value.negative) return from_big(-Big(Big(-big - 1) >> distance) - 1);
  return from_big(big >> distance);
}

Integer integer_and(IntegerView left, IntegerView right) {
  return from_big(to_big(left) & to_big(right));
}

Integer integer_or(IntegerView left, IntegerView right) {
  return from_big(to_big(left) | to_big(right));
}

Integer integer_xor(IntegerView left, IntegerView right) {
  return from_big(to_big(left) ^ to_big(right));
}

Integer integer_invert(IntegerView value) { return from_big(-to_big(value) - 1); }

int64_t integer_bit_length(IntegerView value) {
  if (value.limbs.empty()) return 0;
  return static_cast<int64_t>(value.limbs.size() - 1) * 32 + limb_bit_length(value.limbs.back());
}

int64_t integer_bit_count(IntegerView value) {
  int64_t count = 0;
  for (const uint32_t limb : value.limbs) count += __builtin_popcount(limb);
  return count;
}

TextResult<Integer> integer_isqrt(IntegerView value, const Between& between) {
  if (value.negative) {
    return text_failure(TextErrorKind::value_error, "isqrt() argument must be nonnegative");
  }
  if (value.limbs.empty()) return Integer();
  // Newton's method on ever more of the number's highest bits, about twice as many each time. Every
  // root found is at most one too large or too small, which the next division makes up for.
  const Big big = to_big(value);
  const auto root_bits = static_cast<unsigned>((integer_bit_length(value) - 1) / 2);
  Big root = 1;
  unsigned known = 0;
  for (int shift = static_cast<int>(std::bit_width(root_bits)); shift-- > 0;) {
    const unsigned before = known;
    known = root_bits >> shift;
    const Big top = big >> (2 * root_bits - before - known + 1);
    Big quotient;
    Big rest;
    divide_large(top, root, quotient, rest, between);
    root = Big(root << (known - before - 1)) + quotient;
  }
  if (multiply_large(root, root, between) > big) --root;
  return from_big(root);
}

Integer integer_gcd(IntegerView left, IntegerView right, const Between& between) {
  return gcd_large(left, right, between);
}

TextResult<Integer> integer_round(IntegerView value, int64_t digits) {
  if (digits >= 0) return Integer(value);
  // A unit more than ten times as large as the value swallows it; 10**n has more than 3n bits.
  if (digits < -(integer_bit_length(value) / 3 + 2)) return Integer();
  const Big unit = boost::multiprecision::pow(Big(10), static_cast<unsigned>(-digits));
  const Big big = to_big(value);
  Big quotient;
  Big remainder;
  floor_divide(big, unit, quotient, remainder);
  const Big doubled = remainder * 2;
  const bool up = doubled > unit || (doubled == unit && bit_test(quotient, 0));
  return from_big(Big(big - remainder) + (up ? unit : Big(0)));
}

TextResult<std::string> integer_to_bytes(IntegerView value, int64_t length, ByteOrder order,
                                         Signedness signedness) {
  if (length < 0) {
    return text_failure(TextErrorKind::value_error, "length argument must be non-negative");
  }
  if (value.negative && signedness == Signedness::is_unsigned) {
    return text_failure(TextErrorKind::overflow_error, "can't convert negative int to unsigned");
  }
  if (length > kMaximumIntegerBits) return integer_too_large();
  // The bits of a negative number are those of the complement of its predecessor's magnitude.
  const Integer magnitude = value.negative ? integer_invert(value) : Integer(value);
  const int64_t sign_bits = signedness == Signedness::is_signed ? 1 : 0;
  const int64_t needed = integer_bit_length(magnitude) + sign_bits;
  // No bytes at all hold 0, and by an oddity of CPython's also -1.
  const bool nothing = length == 0 && magnitude.is_zero();
  if (needed > length * 8 && !nothing) {
    return text_failure(TextErrorKind::overflow_error, "int too big to convert");
  }
  std::string bytes(static_cast<size_t>(length), value.negative ? '\xff' : '\0');
  for (size_t i = 0; i < bytes.size() && i / 4 < magnitude.limbs().size(); ++i) {
    const auto byte = static_cast<char>(magnitude.limbs()[i / 4] >> (i % 4 * 8));
    bytes[i] = static_cast<char>(byte ^ (value.negative ? '\xff' : '\0'));
  }
  if (order == ByteOrder::big) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

Integer integer_from_bytes(std::string_view bytes, ByteOrder order, Signedness signedness) {
  const size_t size = bytes.size();
  const auto byte_at = [&](size_t i) {
    return static_cast<uint8_t>(order == ByteOrder::little ? bytes[i] : bytes[size - 1 - i]);
  };
  const bool negative =
      signedness == Signedness::is_signed && size > 0 && (byte_at(size - 1) & 0x80) != 0;
  std::vector<uint32_t> limbs((size + 3) / 4);
  for (size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<uint8_t>(negative ? ~byte_at(i) : byte_at(i));
    limbs[i / 4] |= static_cast<uint32_t>(byte) << (i % 4 * 8);
  }
  Integer magnitude(false, std::move(limbs));
  return negative ? integer_invert(magnitude) : magnitude;
}

}  // namespace lockstep
