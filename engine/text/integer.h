#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/text_error.h"

// Python's `int` beyond the machine word: sign and magnitude, any length.
//
// The virtual machine keeps the limbs of a big int in its own heap and lends them out as an
// IntegerView; results come back as an Integer, whose limbs it copies into its heap. int64 values
// take part through SmallInteger. Everything here is a pure function and may be called from any
// thread. Semantics are CPython 3.11's to the letter: floor division, the sign of a remainder,
// two's complement bitwise operators, and the texts of the errors.
namespace lockstep {

// An int as it lies in memory. Limbs are base 2**32, least significant first.
// Invariant of a normal view: the last limb is not 0, and zero is {false, {}}.
struct IntegerView {
  bool negative = false;
  std::span<const uint32_t> limbs;
};

// No result may have more bits than this; what would have fails with a MemoryError, as CPython's
// does when memory runs out. The longest operations on such numbers take some seconds; they call `between`,
// which may throw, every few milliseconds. 2**20 bits are 315,653 decimal digits.
inline constexpr int64_t kMaximumIntegerBits = int64_t{1} << 23;

// sys.int_info.default_max_str_digits: more decimal digits than this are a ValueError.
inline constexpr int64_t kMaximumDecimalDigits = 4300;

// Lends an int64 to functions that take an IntegerView. The view dies with it.
class SmallInteger {
 public:
  explicit SmallInteger(int64_t value) : negative_(value < 0) {
    const uint64_t magnitude =
        negative_ ? ~static_cast<uint64_t>(value) + 1 : static_cast<uint64_t>(value);
    limbs_[0] = static_cast<uint32_t>(magnitude);
    limbs_[1] = static_cast<uint32_t>(magnitude >> 32);
    size_ = limbs_[1] != 0 ? 2 : limbs_[0] != 0 ? 1 : 0;
  }
  operator IntegerView() const { return {negative_, {limbs_, size_}}; }

 private:
  bool negative_;
  size_t size_;
  uint32_t limbs_[2];
};

// An int that owns its limbs; always normal.
class Integer {
 public:
  Integer() = default;
  explicit Integer(int64_t value) : Integer(SmallInteger(value)) {}
  // Drops leading zero limbs and the sign of zero.
  Integer(bool negative, std::vector<uint32_t> limbs);
  explicit Integer(IntegerView view)
      : negative_(view.negative), limbs_(view.limbs.begin(), view.limbs.end()) {}
  static Integer from_unsigned(uint64_t value);

  operator IntegerView() const { return {negative_, limbs_}; }
  bool negative() const { return negative_; }
  bool is_zero() const { return limbs_.empty(); }
  const std::vector<uint32_t>& limbs() const { return limbs_; }

  friend bool operator==(const Integer&, const Integer&) = default;

 private:
  explicit Integer(const SmallInteger& small) : Integer(static_cast<IntegerView>(small)) {}

  bool negative_ = false;
  std::vector<uint32_t> limbs_;
};

struct IntegerPair {
  Integer first;
  Integer second;
};

// The value as int64, when it fits.
std::optional<int64_t> integer_to_int64(IntegerView value);

std::strong_ordering integer_compare(IntegerView left, IntegerView right);
// Exact, unlike converting the int first; unordered with NaN.
std::partial_ordering integer_compare_double(IntegerView left, double right);

Integer integer_negate(IntegerView value);
Integer integer_abs(IntegerView value);
TextResult<Integer> integer_add(IntegerView left, IntegerView right);
TextResult<Integer> integer_sub(IntegerView left, IntegerView right);
TextResult<Integer> integer_mul(IntegerView left, IntegerView right,
          const std::function<void()>& between = nullptr);
// ZeroDivisionError: "integer division or modulo by zero"; for integer_mod
// "integer modulo by zero".
TextResult<Integer> integer_floor_div(IntegerView left, IntegerView right,
          const std::function<void()>& between = nullptr);
TextResult<Integer> integer_mod(IntegerView left, IntegerView right,
          const std::function<void()>& between = nullptr);
TextResult<IntegerPair> integer_divmod(IntegerView left, IntegerView right,
          const std::function<void()>& between = nullptr);
// left / right, correctly rounded. ZeroDivisionError "division by zero"; OverflowError
// "integer division result too large for a float".
TextResult<double> integer_true_div(IntegerView left, IntegerView right);
// Requires exponent >= 0 (a negative one makes a float: the caller converts both first).
TextResult<Integer> integer_pow(IntegerView base, IntegerView exponent,
                                const std::function<void()>& between = nullptr);
// pow(base, exponent, modulus), negative exponents included.
TextResult<Integer> integer_pow_mod(IntegerView base, IntegerView exponent, IntegerView modulus,
                                    const std::function<void()>& between = nullptr);

// ValueError "negative shift count".
TextResult<Integer> integer_shift_left(IntegerView value, IntegerView count);
TextResult<Integer> integer_shift_right(IntegerView value, IntegerView count);
Integer integer_and(IntegerView left, IntegerView right);
Integer integer_or(IntegerView left, IntegerView right);
Integer integer_xor(IntegerView left, IntegerView right);
Integer integer_invert(IntegerView value);

int64_t integer_bit_length(IntegerView value);
int64_t integer_bit_count(IntegerView value);  // of the absolute value
// math.isqrt; ValueError "isqrt() argument must be nonnegative".
TextResult<Integer> integer_isqrt(IntegerView value, const std::function<void()>& between = nullptr);
Integer integer_gcd(IntegerView left, IntegerView right, const std::function<void()>& between = nullptr);
// round(value, digits): only negative digits change anything; ties go to the even neighbour.
TextResult<Integer> integer_round(IntegerView value, int64_t digits);

// float(value), half to even. OverflowError "int too large to convert to float".
TextResult<double> integer_to_double(IntegerView value);
// int(value), towards zero. ValueError "cannot convert float NaN to integer", OverflowError
// "cannot convert float infinity to integer".
TextResult<Integer> integer_from_double(double value);
// round(value) without digits: the nearest int, ties to even. Same errors.
TextResult<Integer> integer_round_double(double value);
// value.as_integer_ratio(). OverflowError/ValueError "cannot convert Infinity/NaN to integer
// ratio".
TextResult<IntegerPair> double_as_integer_ratio(double value);

// hash(value) as 64-bit CPython has it: modulo 2**61 - 1, never -1. An int and a float that are
// equal have the same hash. hash_double: of a NaN it is 0 (CPython takes the object's address,
// which must never decide anything here).
int64_t hash_int64(int64_t value);
int64_t hash_integer(IntegerView value);
int64_t hash_double(double value);

enum class ByteOrder { little, big };
enum class Signedness { is_unsigned, is_signed };

// int.to_bytes / int.from_bytes. OverflowError "int too big to convert" or
// "can't convert negative int to unsigned".
TextResult<std::string> integer_to_bytes(IntegerView value, int64_t length, ByteOrder order,
                                         Signedness signedness);
Integer integer_from_bytes(std::string_view bytes, ByteOrder order, Signedness signedness);

}  // namespace lockstep
