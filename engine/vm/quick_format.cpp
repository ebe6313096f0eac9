#include "vm/quick_format.h"

#include <charconv>

#include "text/float_text.h"
#include "text/integer_text.h"
#include "vm/builtin.h"
#include "vm/objects/text.h"

namespace lockstep {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// At most two digits.
bool QuickFormat::read_width(std::string_view& text) {
  if (!text.empty() && text[0] == '0') {
    zero = true;
    text.remove_prefix(1);
  }
  for (int i = 0; i < 2 && !text.empty() && is_digit(text[0]); i++) {
    width = width * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return text.empty() || !is_digit(text[0]);
}

bool QuickFormat::read_precision(std::string_view& text) {
  if (text.empty() || text[0] != '.') return true;
  if (text.size() < 2 || !is_digit(text[1])) return false;
  precision = text[1] - '0';
  text.remove_prefix(2);
  return text.empty() || !is_digit(text[0]);
}

bool QuickFormat::read_spec(std::string_view spec) {
  if (!spec.empty() && (spec[0] == '<' || spec[0] == '>')) {
    align = spec[0];
    spec.remove_prefix(1);
  }
  if (!read_width(spec) || !read_precision(spec)) return false;
  if (align != '\0' && zero) return false;
  if (spec.empty()) return true;
  type = spec[0];
  return spec.size() == 1 && (type == 's' || type == 'd' || type == 'x' || type == 'f');
}

bool QuickFormat::read_percent(std::string_view& pattern) {
  is_percent = true;
  align = '>';
  std::string_view rest = pattern;
  if (!rest.empty() && rest[0] == '-') {
    align = '<';
    rest.remove_prefix(1);
  }
  if (!read_width(rest) || !read_precision(rest) || rest.empty()) return false;
  if (align == '<' && zero) return false;
  type = rest[0];
  if (type != 's' && type != 'd' && type != 'x' && type != 'f') return false;
  pattern = rest.substr(1);
  return true;
}

bool QuickFormat::write(Value value, std::string& out) const {
  char buffer[128];
  std::string_view text;
  char own = '>';
  bool is_number = true;
  if (value.is_small_int()) {
    const int64_t number = value.as_small_int();
    if (precision >= 0) return false;
    if (type == 'x') {
      if (number < 0) return false;
      text = {buffer, static_cast<size_t>(
                          std::to_chars(buffer, buffer + sizeof buffer, number, 16).ptr - buffer)};
    } else if (type == 'd' || type == '\0' || (type == 's' && is_percent && !zero)) {
      text = {buffer, int64_to_text(number, buffer)};
    } else {
      return false;
    }
  } else if (value.is_flonum() && type == 'f') {
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, value.as_flonum(), std::chars_format::fixed,
                      precision < 0 ? 6 : precision);
    if (end.ec != std::errc()) return false;
    text = {buffer, static_cast<size_t>(end.ptr - buffer)};
  } else if (value.is_flonum() && type == 's' && is_percent && !zero && precision < 0) {
    text = {buffer, float_repr(value.as_flonum(), buffer)};
  } else if (value.is_object() && value.as_object()->cls == builtin_class(BuiltinClass::str)) {
    const auto* string = as<StrObject>(value);
    if ((type != 's' && type != '\0') || zero || precision >= 0) return false;
    if (!string->is_ascii() && width != 0) return false;
    text = string->view();
    own = '<';
    is_number = false;
  } else {
    return false;
  }
  const size_t fill = text.size() < static_cast<size_t>(width) ? width - text.size() : 0;
  const char side = align != '\0' ? align : own;
  if (zero && is_number) {
    const size_t sign = text[0] == '-' ? 1 : 0;
    out.append(text.substr(0, sign)).append(fill, '0').append(text.substr(sign));
    return true;
  }
  if (side == '>') out.append(fill, ' ');
  out.append(text);
  if (side == '<') out.append(fill, ' ');
  return true;
}

}  // namespace lockstep
