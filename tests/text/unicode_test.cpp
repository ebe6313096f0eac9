#include "text/unicode.h"

#include <cstdlib>

#include <doctest/doctest.h>

#include "text/recorded_cases.h"
#include "text/string_ops.h"

namespace lockstep {

namespace {

// Reads "41+1a 61": a run of 0x1a code points from 0x41, and the single one 0x61.
std::vector<bool> read_runs(const std::string& text) {
  std::vector<bool> set(kMaximumCodePoint + 1);
  const auto runs = string_split(text);
  for (const std::string_view run : *runs) {
    const size_t plus = run.find('+');
    const int64_t first = read_int64(run.substr(0, plus));
    const int64_t count = plus == std::string_view::npos ? 1 : read_int64(run.substr(plus + 1));
    for (int64_t i = 0; i < count; ++i) set[static_cast<size_t>(first + i)] = true;
  }
  return set;
}

}  // namespace

TEST_CASE("every code point of Unicode 14 has the properties that CPython gives it") {
  const auto recorded = load_recorded("unicode.tsv");
  const auto assigned = read_runs(recorded.at("assigned").answers[0]);
  const struct {
    const char* name;
    bool (*predicate)(char32_t);
  } kPredicates[] = {
      {"isalpha", is_alphabetic},
      {"isdecimal", is_decimal},
      {"isdigit", is_digit},
      {"isnumeric", is_numeric},
      {"isspace", is_space},
      {"isupper", is_upper},
      {"islower", is_lower},
      {"istitle", [](char32_t c) { return is_upper(c) || is_title(c); }},
      {"isprintable", is_printable},
      {"isidentifier", is_identifier_start},
      {"continues_identifier", is_identifier_continue},
  };
  for (const auto& [name, predicate] : kPredicates) {
    const auto expected = read_runs(recorded.at(name).answers[0]);
    for (char32_t c = 0; c <= kMaximumCodePoint; ++c) {
      if (assigned[c] && predicate(c) != expected[c]) {
        FAIL_CHECK(name, " of ", write_int64(c), " should be ", bool(expected[c]));
      }
    }
  }
  const std::string& values = recorded.at("decimal_values").answers[0];
  const auto decimals = read_runs(recorded.at("isdecimal").answers[0]);
  size_t next = 0;
  for (char32_t c = 0; c <= kMaximumCodePoint; ++c) {
    if (decimals[c]) CHECK(decimal_value(c) == values.at(next++) - '0');
  }
  CHECK(next == values.size());
  CHECK(decimal_value(U'x') == -1);
}

TEST_CASE("every code point of Unicode 14 has CPython's other cases") {
  const auto recorded = load_recorded("unicode.tsv");
  const auto assigned = read_runs(recorded.at("assigned").answers[0]);
  const struct {
    const char* name;
    void (*append)(std::string&, char32_t);
  } kMappings[] = {{"upper", append_upper},
                   {"lower", append_lower},
                   {"title", append_title},
                   {"casefold", append_folded}};
  for (const auto& [name, append] : kMappings) {
    const RecordedCase& changes = recorded.at(name);
    std::vector<std::string> expected(kMaximumCodePoint + 1);
    const auto changed_to = string_split(changes.answers[0]);
    size_t next = 0;
    string_translate(changes.arguments[0], [&](char32_t c, std::string&) {
      expected[c] = std::string(changed_to->at(next++));
    });
    for (char32_t c = 0; c <= kMaximumCodePoint; ++c) {
      if (!assigned[c]) continue;
      std::string got;
      append(got, c);
      const std::string& wanted = expected[c].empty() ? to_utf8(c) : expected[c];
      if (got != wanted) FAIL_CHECK(name, " of ", write_int64(c), " is ", got, ", not ", wanted);
    }
  }
}

TEST_CASE("UTF-8 is checked to the letter") {
  const struct {
    const char* bytes;
    bool strict;
    bool with_surrogates;
  } kCases[] = {
      {"", true, true},
      {"plain text, longer than a word", true, true},
      {"é漢😀", true, true},
      {"\xed\xa0\x80", false, true},
      {"\xed\x9f\xbf", true, true},
      {"\xc0\x80", false, false},
      {"\xe0\x80\x80", false, false},
      {"\xf0\x80\x80\x80", false, false},
      {"\xf4\x8f\xbf\xbf", true, true},
      {"\xf4\x90\x80\x80", false, false},
      {"\xf5\x80\x80\x80", false, false},
      {"\x80", false, false},
      {"a\xe6\xbc", false, false},
      {"\xe6\xbc"
       "a",
       false, false},
      {"\xff", false, false},
  };
  for (const auto& row : kCases) {
    CAPTURE(row.bytes);
    CHECK(is_valid_utf8(row.bytes, Surrogates::forbidden) == row.strict);
    CHECK(is_valid_utf8(row.bytes) == row.with_surrogates);
  }
}

TEST_CASE("identifiers are compared in NFKC") {
  CHECK(normalize_nfkc("plain") == "plain");
  CHECK(normalize_nfkc("ﬁ") == "fi");
  CHECK(normalize_nfkc("e\u0301") == "é");
  CHECK(normalize_nfkc("𝔘𝔫𝔦") == "Uni");
}

TEST_CASE("wide and combining characters are as wide as a terminal shows them") {
  CHECK(display_width(U'a') == 1);
  CHECK(display_width(U'漢') == 2);
  CHECK(display_width(U'\u0301') == 0);
}

}  // namespace lockstep
