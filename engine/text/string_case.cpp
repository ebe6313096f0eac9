#include "text/string_ops.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

constexpr char32_t kCapitalSigma = 0x3A3;

// A sigma takes its final form at the end of a word: behind a cased letter and before none, not
// counting what is ignorable for case (Unicode's condition Final_Sigma).
bool is_final_sigma(std::string_view text, size_t start, size_t end) {
  const auto first_that_counts = [&](auto step) {
    for (char32_t c; step(c);) {
      if (!is_case_ignorable(c)) return is_cased(c);
    }
    return false;
  };
  const bool letter_before = first_that_counts([&](char32_t& c) {
    if (start == 0) return false;
    c = previous_code_point(text, start);
    return true;
  });
  if (!letter_before) return false;
  return !first_that_counts([&](char32_t& c) {
    if (end >= text.size()) return false;
    c = next_code_point(text, end);
    return true;
  });
}

// The lower case of the code point that stands at [start, end) of the text.
void append_lower_in_context(std::string& out, char32_t c, std::string_view text, size_t start,
                             size_t end) {
  if (c == kCapitalSigma) {
    out += is_final_sigma(text, start, end) ? "\xcf\x82" : "\xcf\x83";
  } else {
    append_lower(out, c);
  }
}

// Calls convert(out, code_point, start, end) for each code point.
template <class Convert>
std::string convert_each(std::string_view text, Convert convert) {
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    const char32_t c = next_code_point(text, offset);
    convert(out, c, start, offset);
  }
  return out;
}

}  // namespace

std::string string_upper(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c - (c >= 'a' && c <= 'z' ? 'a' - 'A' : 0));
    return out;
  }
  return convert_each(text,
                      [](std::string& out, char32_t c, size_t, size_t) { append_upper(out, c); });
}

std::string string_lower(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    return out;
  }
  return convert_each(text, [text](std::string& out, char32_t c, size_t start, size_t end) {
    append_lower_in_context(out, c, text, start, end);
  });
}

std::string string_casefold(std::string_view text) {
  if (is_ascii(text)) return string_lower(text);
  return convert_each(text,
                      [](std::string& out, char32_t c, size_t, size_t) { append_folded(out, c); });
}

std::string string_title(std::string_view text) {
  bool in_word = false;
  return convert_each(text, [&](std::string& out, char32_t c, size_t start, size_t end) {
    if (in_word) {
      append_lower_in_context(out, c, text, start, end);
    } else {
      append_title(out, c);
    }
    in_word = is_cased(c);
  });
}

std::string string_capitalize(std::string_view text) {
  return convert_each(text, [&](std::string& out, char32_t c, size_t start, size_t end) {
    if (start == 0) {
      append_title(out, c);
    } else {
      append_lower_in_context(out, c, text, start, end);
    }
  });
}

std::string string_swapcase(std::string_view text) {
  return convert_each(text, [&](std::string& out, char32_t c, size_t start, size_t end) {
    if (is_upper(c)) {
      append_lower_in_context(out, c, text, start, end);
    } else if (is_lower(c)) {
      append_upper(out, c);
    } else {
      append_utf8(out, c);
    }
  });
}

}  // namespace lockstep
