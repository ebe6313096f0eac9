#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "language/parser_core.h"
#include "language/syntax_report.h"

namespace lockstep {

using namespace ast;

namespace {

// CPython's limit for turning decimal digits into an int.
constexpr size_t kMaxDecimalDigits = 4300;

// False when the number does not fit.
bool fits_int64(std::string_view digits, int base, int64_t& value) {
  value = 0;
  for (char c : digits) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    if (value > (INT64_MAX - digit) / base) return false;
    value = value * base + digit;
  }
  return true;
}

}  // namespace

ExpressionNode* Parser::parse_number() {
  const Token place = token();
  std::string text;
  for (char c : buffer_.text(place)) {
    if (c != '_') text.push_back(c);
  }
  advance();
  auto* constant = tree_.make<Constant>(place.span);
  const char marker = text.size() > 1 && text[0] == '0' ? static_cast<char>(text[1] | 0x20) : ' ';
  const uint8_t base = marker == 'x' ? 16 : marker == 'o' ? 8 : marker == 'b' ? 2 : 10;
  if (base == 10 && text.find_first_not_of("0123456789") != std::string::npos) {
    // strtod stops before the `j` of an imaginary number.
    constant->type = text.back() == 'j' || text.back() == 'J' ? ConstantType::imaginary
                                                               : ConstantType::floating;
    constant->number = std::strtod(text.c_str(), nullptr);
    return constant;
  }
  std::string_view digits = text;
  if (base != 10) digits.remove_prefix(2);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  int64_t value = 0;
  if (fits_int64(digits, base, value)) {
    constant->type = ConstantType::integer;
    constant->integer = value;
    return constant;
  }
  if (base == 10 && digits.size() > kMaxDecimalDigits) {
    SyntaxError error = error_at_token(
        buffer_, position_ - 1, SyntaxErrorType::syntax_error,
        "Exceeds the limit (4300 digits) for integer string conversion: value has " +
            std::to_string(digits.size()) +
            " digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
            "hexadecimal for huge integer literals to avoid decimal conversion limits.");
    error.end_line = error.line;
    error.offset = error.end_offset = 0;
    set_error(std::move(error));
    return nullptr;
  }
  constant->type = ConstantType::big_integer;
  constant->base = base;
  constant->text = tree_.intern(digits);
  return constant;
}

}  // namespace lockstep
