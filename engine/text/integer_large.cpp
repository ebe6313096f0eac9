#include "text/integer_large.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "text/integer_limbs.h"

// Boost multiplies with Karatsuba's algorithm, divides by the schoolbook and offers no way to stop. So the highest
// levels of a multiplication are unrolled here (Karatsuba and Ofman, 1962), and division is made of multiplications:
// the recursion of C. Burnikel and J. Ziegler, "Fast Recursive Division" (1998), in which a number of four digits
// is divided by one of two as two divisions of three digits by two, each of which divides two digits by the divisor's
// higher one and puts right what the lower one leaves. The greatest common divisor is D. H. Lehmer's (1938; D. Knuth,
// The Art of Computer Programming 2, algorithm L): Euclid's steps are found with the leading 62 bits, and
// many of them are done at once to the whole numbers.
namespace lockstep {

namespace {

using BigLimb = boost::multiprecision::limb_type;

static_assert(std::endian::native == std::endian::little, "limbs are copied as bytes");
static_assert(sizeof(BigLimb) % sizeof(uint32_t) == 0);

// Products of factors up to this take some milliseconds.
constexpr unsigned kUnrolledBits = 1 << 18;
// Divisors and quotients up to this are the schoolbook's.
constexpr unsigned kSchoolbookBits = 1 << 13;

unsigned bits_of(const Big& value) { return value.is_zero() ? 0 : static_cast<unsigned>(msb(value)) + 1; }

Big low_bits(const Big& value, unsigned bits) { return value & ((Big(1) << bits) - 1); }

// At most so many, sign or not, without a look at the limbs.
size_t room_of(const Big& value) { return value.backend().size() * sizeof(BigLimb) * 8; }

void pause(const Between& between) {
  if (between) between();
}

// Of numbers that are not negative.
Big multiply_parts(const Big& a, const Big& b, const Between& between) {
  const unsigned longer = std::max(bits_of(a), bits_of(b));
  const unsigned shorter = std::min(bits_of(a), bits_of(b));
  if (shorter <= kUnrolledBits && longer <= 8 * kUnrolledBits) {
    pause(between);
    return a * b;
  }
  const unsigned half = (longer + 1) / 2;
  if (shorter <= half) {
    const Big& split = bits_of(a) == longer ? a : b;
    const Big& whole = bits_of(a) == longer ? b : a;
    Big result = multiply_parts(split >> half, whole, between);
    result <<= half;
    result += multiply_parts(low_bits(split, half), whole, between);
    return result;
  }
  const Big a_high = a >> half;
  const Big a_low = low_bits(a, half);
  const Big b_high = b >> half;
  const Big b_low = low_bits(b, half);
  Big high = multiply_parts(a_high, b_high, between);
  const Big low = multiply_parts(a_low, b_low, between);
  const Big middle = multiply_parts(a_high + a_low, b_high + b_low, between) - high - low;
  high <<= half;
  high += middle;
  high <<= half;
  high += low;
  return high;
}

// Divides by a number of exactly `digits` times two bits, each half a digit. `between` belongs to all steps.
class RecursiveDivision {
 public:
  explicit RecursiveDivision(const Between& between) : between_(between) {}

  // a / b with bits_of(b) == n and a < b << n.
  void two_by_one(const Big& a, const Big& b, unsigned n, Big& quotient, Big& remainder) {
    if (n <= kSchoolbookBits || bits_of(a) <= n + kSchoolbookBits) {
      pause(between_);
      divide_qr(a, b, quotient, remainder);
      return;
    }
    if (n % 2 != 0) {
      two_by_one(a << 1, b << 1, n + 1, quotient, remainder);
      remainder >>= 1;
      return;
    }
    const unsigned half = n / 2;
    const Big high = b >> half;
    const Big low = low_bits(b, half);
    Big first;
    three_by_two(a >> n, low_bits(a >> half, half), b, high, low, half, first, remainder);
    Big rest;
    three_by_two(remainder, low_bits(a, half), b, high, low, half, quotient, rest);
    quotient += first << half;
    remainder = std::move(rest);
  }

 private:
  // (top << n) + next, divided by b = (high << n) + low; top < b.
  void three_by_two(const Big& top, const Big& next, const Big& b, const Big& high, const Big& low, unsigned n,
                    Big& quotient, Big& remainder) {
    Big rest;
    if ((top >> n) == high) {
      quotient = (Big(1) << n) - 1;
      rest = top - (high << n) + high;
    } else {
      two_by_one(top, high, n, quotient, rest);
    }
    rest <<= n;
    rest += next;
    rest -= multiply_parts(quotient, low, between_);
    while (rest < 0) {
      --quotient;
      rest += b;
    }
    remainder = std::move(rest);
  }

  const Between& between_;
};

using Limbs = std::vector<uint32_t>;

void drop_zeros(Limbs& limbs) {
  while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
}

// The 62 bits that begin `bits` bits below the number's upper end, which is the one of the greater number.
uint64_t leading_bits(const Limbs& limbs, int64_t bits) {
  const int64_t shift = bits - 62;
  uint64_t result = 0;
  for (int64_t i = shift / 32; i <= shift / 32 + 2; i++) {
    const uint64_t limb = i < static_cast<int64_t>(limbs.size()) ? limbs[static_cast<size_t>(i)] : 0;
    const int64_t place = i * 32 - shift;
    result |= place < 0 ? limb >> -place : place < 64 ? limb << place : 0;
  }
  return result & ((uint64_t{1} << 62) - 1);
}

// x * a + y * b, which is not negative.
void combine(const Limbs& a, const Limbs& b, int64_t x, int64_t y, Limbs& out) {
  out.resize(a.size());
  __int128 carry = 0;
  for (size_t i = 0; i < a.size(); i++) {
    carry += static_cast<__int128>(x) * a[i];
    if (i < b.size()) carry += static_cast<__int128>(y) * b[i];
    out[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  drop_zeros(out);
}

// As many of Euclid's steps as the leading bits decide: a' = p*a + q*b, b' = r*a + s*b. False: not one.
bool find_steps(uint64_t leading_a, uint64_t leading_b, int64_t& p, int64_t& q, int64_t& r, int64_t& s) {
  auto x = static_cast<int64_t>(leading_a);
  auto y = static_cast<int64_t>(leading_b);
  p = 1;
  q = 0;
  r = 0;
  s = 1;
  // Below this no product of a cofactor and a quotient overflows.
  constexpr int64_t kMost = int64_t{1} << 30;
  while (y + r != 0 && y + s != 0) {
    const int64_t times = (x + p) / (y + r);
    if (times != (x + q) / (y + s) || times >= kMost) break;
    const int64_t next_r = p - times * r;
    const int64_t next_s = q - times * s;
    if (std::abs(next_r) >= kMost || std::abs(next_s) >= kMost) break;
    p = r;
    r = next_r;
    q = s;
    s = next_s;
    const int64_t next = x - times * y;
    x = y;
    y = next;
  }
  return q != 0;
}

}  // namespace

Big to_big(IntegerView view) {
  Big big;
  if (view.limbs.empty()) return big;
  const auto size =
      static_cast<unsigned>((view.limbs.size_bytes() + sizeof(BigLimb) - 1) / sizeof(BigLimb));
  auto& backend = big.backend();
  backend.resize(size, size);
  backend.limbs()[size - 1] = 0;
  std::memcpy(backend.limbs(), view.limbs.data(), view.limbs.size_bytes());
  backend.normalize();
  if (view.negative) backend.negate();
  return big;
}

Integer from_big(const Big& big) {
  const auto& backend = big.backend();
  std::vector<uint32_t> limbs(backend.size() * (sizeof(BigLimb) / sizeof(uint32_t)));
  std::memcpy(limbs.data(), backend.limbs(), limbs.size() * sizeof(uint32_t));
  return Integer(backend.sign(), std::move(limbs));
}

Big multiply_large(const Big& a, const Big& b, const Between& between) {
  if (room_of(a) <= kUnrolledBits && room_of(b) <= kUnrolledBits) return a * b;
  Big result = multiply_parts(abs(a), abs(b), between);
  if ((a < 0) != (b < 0)) result = -result;
  return result;
}

void divide_large(const Big& a, const Big& b, Big& quotient, Big& remainder, const Between& between) {
  if (room_of(b) <= kSchoolbookBits || room_of(a) <= room_of(b) + kSchoolbookBits) {
    divide_qr(a, b, quotient, remainder);
    return;
  }
  const Big dividend = abs(a);
  const Big divisor = abs(b);
  const unsigned n = bits_of(divisor);
  // Digits of n bits, the highest first.
  RecursiveDivision division(between);
  const unsigned count = (bits_of(dividend) + n - 1) / n;
  Big whole;
  Big rest;
  for (unsigned i = count; i-- > 0;) {
    rest <<= n;
    rest += low_bits(dividend >> (i * n), n);
    Big digit;
    Big left;
    division.two_by_one(rest, divisor, n, digit, left);
    whole <<= n;
    whole += digit;
    rest = std::move(left);
  }
  quotient = (a < 0) != (b < 0) ? Big(-whole) : whole;
  remainder = a < 0 ? Big(-rest) : rest;
}

Big power_large(const Big& base, uint64_t power, const Between& between) {
  Big result = 1;
  for (int bit = std::bit_width(power); bit-- > 0;) {
    result = multiply_large(result, result, between);
    if ((power >> bit & 1) != 0) result = multiply_large(result, base, between);
  }
  return result;
}

Integer gcd_large(IntegerView left, IntegerView right, const Between& between) {
  Limbs a(left.limbs.begin(), left.limbs.end());
  Limbs b(right.limbs.begin(), right.limbs.end());
  Limbs next_a;
  Limbs next_b;
  constexpr size_t kSmall = 4;
  for (uint32_t turn = 1; b.size() > kSmall || a.size() > kSmall; turn++) {
    if (turn % 256 == 0) pause(between);
    if (integer_compare({false, a}, {false, b}) < 0) std::swap(a, b);
    if (b.empty()) break;
    const int64_t bits = integer_bit_length({false, a});
    int64_t p = 0;
    int64_t q = 0;
    int64_t r = 0;
    int64_t s = 0;
    const bool is_near = bits - integer_bit_length({false, b}) < 30;
    if (is_near && find_steps(leading_bits(a, bits), leading_bits(b, bits), p, q, r, s)) {
      combine(a, b, p, q, next_a);
      combine(a, b, r, s, next_b);
      a.swap(next_a);
      b.swap(next_b);
      continue;
    }
    Big quotient;
    Big remainder;
    divide_large(to_big({false, a}), to_big({false, b}), quotient, remainder, between);
    a = std::move(b);
    b = from_big(remainder).limbs();
  }
  return from_big(gcd(to_big({false, a}), to_big({false, b})));
}

}  // namespace lockstep
