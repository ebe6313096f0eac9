#include "text/format_template.h"

#include <algorithm>

#include "text/integer_text.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

Failure<TextError> template_error(const char* message) {
  return text_failure(TextErrorKind::value_error, message);
}

// The value of a text of decimal digits only, else -1.
TextResult<int64_t> index_of_digits(std::string_view text) {
  if (text.empty()) return -1;
  int64_t value = 0;
  for (size_t offset = 0; offset < text.size();) {
    const int digit = decimal_value(next_code_point(text, offset));
    if (digit < 0) return -1;
    if (value > (INT64_MAX - digit) / 10) {
      return template_error("Too many decimal digits in format string");
    }
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

TextResult<std::optional<FormatPiece>> FormatScanner::next() {
  if (offset_ == pattern_.size()) return std::optional<FormatPiece>();
  FormatPiece piece;
  while (true) {
    const size_t brace = pattern_.find_first_of("{}", offset_);
    if (brace == std::string_view::npos) {
      piece.literal += pattern_.substr(offset_);
      offset_ = pattern_.size();
      return std::optional(std::move(piece));
    }
    piece.literal += pattern_.substr(offset_, brace - offset_);
    offset_ = brace + 1;
    const char kind = pattern_[brace];
    if (offset_ < pattern_.size() && pattern_[offset_] == kind) {
      piece.literal += kind;
      ++offset_;
      continue;
    }
    if (kind == '}') return template_error("Single '}' encountered in format string");
    if (offset_ == pattern_.size()) return template_error("Single '{' encountered in format string");
    break;
  }
  piece.has_field = true;

  const size_t name_start = offset_;
  char end = '\0';
  while (offset_ < pattern_.size() && end == '\0') {
    const char c = pattern_[offset_++];
    if (c == '{') return template_error("unexpected '{' in field name");
    if (c == '}' || c == ':' || c == '!') end = c;
    if (c == '[') offset_ = std::min(pattern_.find(']', offset_), pattern_.size());
  }
  if (end == '\0') return template_error("expected '}' before end of string");
  piece.field = pattern_.substr(name_start, offset_ - 1 - name_start);
  if (end == '}') return std::optional(std::move(piece));

  if (end == '!') {
    if (offset_ == pattern_.size()) {
      return template_error("end of string while looking for conversion specifier");
    }
    piece.conversion = next_code_point(pattern_, offset_);
    if (offset_ < pattern_.size()) {
      const char behind = pattern_[offset_++];
      if (behind == '}') return std::optional(std::move(piece));
      if (behind != ':') return template_error("expected ':' after conversion specifier");
    }
  }
  const size_t spec_start = offset_;
  for (int depth = 1; offset_ < pattern_.size();) {
    const char c = pattern_[offset_++];
    if (c == '{') {
      piece.spec_is_nested = true;
      ++depth;
    } else if (c == '}' && --depth == 0) {
      piece.spec = pattern_.substr(spec_start, offset_ - 1 - spec_start);
      return std::optional(std::move(piece));
    }
  }
  return template_error("unmatched '{' in format spec");
}

TextResult<FieldPath> parse_field_path(std::string_view field) {
  FieldPath path;
  size_t offset = std::min(field.find_first_of(".["), field.size());
  path.first = field.substr(0, offset);
  const auto first_index = index_of_digits(path.first);
  if (!first_index) return Failure(first_index.error());
  path.first_index = *first_index;
  while (offset < field.size()) {
    const char opening = field[offset++];
    FieldStep step;
    if (opening == '.') {
      const size_t end = std::min(field.find_first_of(".[", offset), field.size());
      step.name = field.substr(offset, end - offset);
      offset = end;
    } else if (opening == '[') {
      const size_t end = field.find(']', offset);
      if (end == std::string_view::npos) return template_error("Missing ']' in format string");
      step.name = field.substr(offset, end - offset);
      offset = end + 1;
      const auto index = index_of_digits(step.name);
      if (!index) return Failure(index.error());
      step.kind = *index >= 0 ? FieldStep::Kind::index : FieldStep::Kind::key;
      step.index = *index;
    } else {
      return template_error("Only '.' or '[' may follow ']' in format field specifier");
    }
    if (step.name.empty()) return template_error("Empty attribute in format string");
    path.steps.push_back(step);
  }
  return path;
}

TextResult<int64_t> FieldNumbering::index_of(const FieldPath& path) {
  const bool automatic = path.first.empty();
  if (!automatic && path.first_index < 0) return -1;
  const Mode wanted = automatic ? Mode::automatic : Mode::manual;
  if (mode_ == Mode::undecided) mode_ = wanted;
  if (mode_ != wanted) {
    return template_error(
        automatic ? "cannot switch from manual field specification to automatic field numbering"
                  : "cannot switch from automatic field numbering to manual field specification");
  }
  return automatic ? next_++ : path.first_index;
}

TextError unknown_conversion(char32_t conversion) {
  const std::string shown = conversion > 32 && conversion < 127
                                ? std::string(1, static_cast<char>(conversion))
                                : "\\x" + *integer_to_text(SmallInteger(conversion), 16);
  return {TextErrorKind::value_error, "Unknown conversion specifier " + shown};
}

}  // namespace lockstep
