#include "text/integer_text.h"

#include <bit>
#include <charconv>
#include <deque>
#include <type_traits>

#include "text/integer_large.h"
#include "text/integer_limits.h"
#include "text/number_input.h"
#include "text/string_ops.h"

// Digits are produced and consumed in chunks: as many at a time as fit into one limb. That takes a
// time quadratic in the length; so what is long is halved first, by the power of the base that has half its
// digits, and its halves again.
namespace lockstep {

namespace {

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

// The largest power of the base that fits into a limb.
struct Chunk {
  uint32_t power = 1;
  int digits = 0;
};

Chunk chunk_of(int base) {
  Chunk chunk;
  while (static_cast<uint64_t>(chunk.power) * static_cast<uint64_t>(base) <= UINT32_MAX) {
    chunk.power *= static_cast<uint32_t>(base);
    ++chunk.digits;
  }
  return chunk;
}

bool is_power_of_two(int base) { return std::has_single_bit(static_cast<unsigned>(base)); }

// Divides in place and returns the remainder.
template <class Divisor>
uint32_t divide(std::vector<uint32_t>& limbs, Divisor divisor) {
  uint64_t remainder = 0;
  for (size_t i = limbs.size(); i-- > 0;) {
    remainder = remainder << 32 | limbs[i];
    limbs[i] = static_cast<uint32_t>(remainder / divisor);
    remainder %= divisor;
  }
  while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
  return static_cast<uint32_t>(remainder);
}

// Least significant digit first.
std::string reversed_digits(IntegerView value, int base) {
  std::string digits;
  if (is_power_of_two(base)) {
    const int bits_each = std::countr_zero(static_cast<unsigned>(base));
    const int64_t bits = integer_bit_length(value);
    digits.reserve(static_cast<size_t>(bits / bits_each + 1));
    for (int64_t bit = 0; bit < bits; bit += bits_each) {
      const auto limb = static_cast<size_t>(bit / 32);
      uint64_t window = value.limbs[limb];
      if (limb + 1 < value.limbs.size()) window |= uint64_t{value.limbs[limb + 1]} << 32;
      digits += kDigits[(window >> (bit % 32)) & static_cast<unsigned>(base - 1)];
    }
    return digits;
  }
  const Chunk chunk = chunk_of(base);
  std::vector<uint32_t> rest(value.limbs.begin(), value.limbs.end());
  while (!rest.empty()) {
    // Dividing by what the compiler knows is several times as fast.
    uint32_t remainder = base == 10 ? divide(rest, std::integral_constant<uint32_t, 1000000000>())
                                    : divide(rest, chunk.power);
    for (int i = 0; i < chunk.digits && (!rest.empty() || remainder != 0); ++i) {
      digits += kDigits[remainder % static_cast<unsigned>(base)];
      remainder /= static_cast<unsigned>(base);
    }
  }
  return digits;
}

// The powers base ** (kShort << i), made when they are needed.
class HalvingPowers {
 public:
  static constexpr size_t kShort = 2048;  // so many digits are not halved any more

  HalvingPowers(int base, const Between& between) : between_(between) {
    powers_.push_back(power_large(Big(base), kShort, between_));
  }

  // Places stay where they are while others are added: the recursion holds on to them.
  const Big& at(size_t i) {
    while (powers_.size() <= i) powers_.push_back(multiply_large(powers_.back(), powers_.back(), between_));
    return powers_[i];
  }

 private:
  const Between& between_;
  std::deque<Big> powers_;
};

// Appends the digits of a number below base ** (kShort << level), least significant first; with zeros up to so
// many if `padded`.
void append_halves(const Big& value, int base, size_t level, bool padded, HalvingPowers& powers,
                   const Between& between, std::string& digits) {
  const size_t begin = digits.size();
  if (level == 0) {
    if (between) between();
    digits += reversed_digits(from_big(value), base);
  } else if (value < powers.at(level - 1)) {
    append_halves(value, base, level - 1, padded, powers, between, digits);
  } else {
    Big high;
    Big low;
    divide_large(value, powers.at(level - 1), high, low, between);
    append_halves(low, base, level - 1, true, powers, between, digits);
    append_halves(high, base, level - 1, padded, powers, between, digits);
  }
  const size_t wanted = HalvingPowers::kShort << level;
  if (padded && digits.size() - begin < wanted) digits.append(wanted - (digits.size() - begin), '0');
}

std::string long_reversed_digits(IntegerView value, int base, const Between& between) {
  HalvingPowers powers(base, between);
  const Big whole = to_big({false, value.limbs});
  size_t level = 0;
  while (whole >= powers.at(level)) ++level;
  std::string digits;
  append_halves(whole, base, level, false, powers, between, digits);
  return digits;
}

// `digits` are valid and without underscores.
Integer integer_from_digits(std::string_view digits, int base) {
  const Chunk chunk = chunk_of(base);
  std::vector<uint32_t> limbs;
  for (size_t start = 0; start < digits.size();) {
    uint32_t power = 1;
    uint64_t carry = 0;
    const size_t end = std::min(digits.size(), start + static_cast<size_t>(chunk.digits));
    for (; start < end; ++start) {
      carry =
          carry * static_cast<unsigned>(base) + static_cast<unsigned>(digit_value(digits[start]));
      power *= static_cast<uint32_t>(base);
    }
    for (uint32_t& limb : limbs) {
      carry += static_cast<uint64_t>(limb) * power;
      limb = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
  }
  return Integer(false, std::move(limbs));
}

Big big_from_halves(std::string_view digits, int base, size_t level, HalvingPowers& powers, const Between& between) {
  if (digits.size() <= HalvingPowers::kShort) {
    if (between) between();
    return to_big(integer_from_digits(digits, base));
  }
  const size_t low = HalvingPowers::kShort << (level - 1);
  if (digits.size() <= low) return big_from_halves(digits, base, level - 1, powers, between);
  const size_t split = digits.size() - low;
  Big result = multiply_large(big_from_halves(digits.substr(0, split), base, level - 1, powers, between),
                              powers.at(level - 1), between);
  result += big_from_halves(digits.substr(split), base, level - 1, powers, between);
  return result;
}

Integer integer_from_long_digits(std::string_view digits, int base, const Between& between) {
  if (digits.size() <= HalvingPowers::kShort) return integer_from_digits(digits, base);
  size_t level = 0;
  while (HalvingPowers::kShort << level < digits.size()) ++level;
  HalvingPowers powers(base, between);
  return from_big(big_from_halves(digits, base, level, powers, between));
}

Integer integer_from_binary_digits(std::string_view digits, int base) {
  const int bits_each = std::countr_zero(static_cast<unsigned>(base));
  const size_t bits = digits.size() * static_cast<size_t>(bits_each);
  std::vector<uint32_t> limbs(bits / 32 + 2);
  size_t bit = 0;
  for (size_t i = digits.size(); i-- > 0; bit += static_cast<size_t>(bits_each)) {
    const uint64_t window = static_cast<uint64_t>(digit_value(digits[i])) << (bit % 32);
    limbs[bit / 32] |= static_cast<uint32_t>(window);
    limbs[bit / 32 + 1] |= static_cast<uint32_t>(window >> 32);
  }
  return Integer(false, std::move(limbs));
}

std::string limit_message(int64_t limit) {
  return "Exceeds the limit (" + int64_to_text(limit) + " digits) for integer string conversion";
}

constexpr const char* kRaiseLimit = "; use sys.set_int_max_str_digits() to increase the limit";

// Takes a prefix fitting the base off the digits and settles base 0. False when base 0 meets a
// number that would have been octal once, such as 012.
bool take_prefix(std::string_view& digits, int& base) {
  const char second = digits.size() > 1 && digits[0] == '0' ? digits[1] : '\0';
  const int prefix_base = second == 'x' || second == 'X'   ? 16
                          : second == 'o' || second == 'O' ? 8
                          : second == 'b' || second == 'B' ? 2
                                                           : 0;
  if (prefix_base != 0 && (base == 0 || base == prefix_base)) {
    base = prefix_base;
    digits.remove_prefix(2);
    if (!digits.empty() && digits[0] == '_') digits.remove_prefix(1);
    return true;
  }
  if (base != 0) return true;
  base = 10;
  return digits.empty() || digits[0] != '0' ||
         digits.find_first_not_of("0_") == std::string_view::npos;
}

// Drops the underscores; false unless there are digits, all of the base, and single underscores
// only between them.
bool clean_digits(std::string_view digits, int base, std::string& cleaned) {
  bool digit_before = false;
  for (const char c : digits) {
    if (c == '_' && digit_before) {
      digit_before = false;
    } else if (digit_value(c) < base) {
      cleaned += c;
      digit_before = true;
    } else {
      return false;
    }
  }
  return digit_before;
}

}  // namespace

size_t int64_to_text(int64_t value, char* buffer) {
  return static_cast<size_t>(std::to_chars(buffer, buffer + 20, value).ptr - buffer);
}

std::string int64_to_text(int64_t value) {
  char buffer[20];
  return std::string(buffer, int64_to_text(value, buffer));
}

TextResult<std::string> integer_to_text(IntegerView value, int base, BasePrefix prefix,
                                        int64_t digit_limit, const std::function<void()>& between) {
  ENSURE(base >= 2 && base <= 36);
  const auto too_long = [&] {
    return text_failure(TextErrorKind::value_error, limit_message(digit_limit) + kRaiseLimit);
  };
  const bool limited = digit_limit > 0 && !is_power_of_two(base);
  // Each digit is at most log2(36) < 6 bits; what has more than these need not be tried.
  if (limited && integer_bit_length(value) / 6 > digit_limit) return too_long();
  constexpr size_t kLong = 512;
  const bool is_long = value.limbs.size() > kLong && !is_power_of_two(base);
  std::string text = value.limbs.empty() ? "0"
                     : is_long           ? long_reversed_digits(value, base, between)
                                         : reversed_digits(value, base);
  if (limited && static_cast<int64_t>(text.size()) > digit_limit) return too_long();
  if (prefix == BasePrefix::python && base != 10) {
    text += base == 2 ? 'b' : base == 8 ? 'o' : 'x';
    text += '0';
  }
  if (value.negative) text += '-';
  return std::string(text.rbegin(), text.rend());
}

std::optional<int64_t> parse_small_integer(std::string_view text) {
  constexpr size_t kMostDigits = 18;
  const size_t sign = !text.empty() && text[0] == '-' ? 1 : 0;
  if (text.size() == sign || text.size() > kMostDigits + sign) return std::nullopt;
  int64_t value = 0;
  for (const char c : text.substr(sign)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return sign == 1 ? -value : value;
}

TextResult<Integer> parse_integer(std::string_view text, int base, ParsedFrom from,
                                  int64_t digit_limit, const std::function<void()>& between) {
  if (base != 0 && (base < 2 || base > 36)) {
    return text_failure(TextErrorKind::value_error, "int() base must be >= 2 and <= 36, or 0");
  }
  const auto invalid = [&, given = base] {
    // CPython cuts this repr off, though not float()'s.
    constexpr int64_t kMostShown = 200;
    const std::string shown = shown_in_message(text, from);
    return text_failure(TextErrorKind::value_error,
                        "invalid literal for int() with base " + int64_to_text(given) + ": " +
                            std::string(string_slice(shown, 0, kMostShown)));
  };
  const std::string ascii = from == ParsedFrom::text ? to_ascii_number(text) : std::string(text);
  std::string_view digits = trim_ascii(ascii);
  const bool negative = !digits.empty() && digits[0] == '-';
  if (negative || (!digits.empty() && digits[0] == '+')) digits.remove_prefix(1);

  std::string cleaned;
  if (!take_prefix(digits, base) || !clean_digits(digits, base, cleaned)) return invalid();
  const auto count = static_cast<int64_t>(cleaned.size());
  Integer magnitude;
  if (is_power_of_two(base)) {
    if (count > kMaximumIntegerBits) return integer_too_large();
    magnitude = integer_from_binary_digits(cleaned, base);
  } else {
    if (digit_limit > 0 && count > digit_limit) {
      return text_failure(TextErrorKind::value_error, limit_message(digit_limit) + ": value has " +
                                                          int64_to_text(count) + " digits" +
                                                          kRaiseLimit);
    }
    if (count > kMaximumIntegerBits) return integer_too_large();
    magnitude = integer_from_long_digits(cleaned, base, between);
  }
  if (integer_bit_length(magnitude) > kMaximumIntegerBits) return integer_too_large();
  return negative ? integer_negate(magnitude) : magnitude;
}

}  // namespace lockstep
