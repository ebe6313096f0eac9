#include "text/string_ops.h"

#include <doctest/doctest.h>

#include "text/escape.h"
#include "text/recorded_cases.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

using Question = std::function<Fields(const Fields&)>;

Question mapping(std::string (*function)(std::string_view)) {
  return [function](const Fields& a) { return Fields{function(a[0])}; };
}

Question predicate(bool (*function)(std::string_view)) {
  return [function](const Fields& a) { return Fields{write_bool(function(a[0]))}; };
}

Question finder(int64_t (*function)(std::string_view, std::string_view, int64_t, int64_t)) {
  return [function](const Fields& a) {
    return Fields{write_int64(function(a[0], a[1], read_int64(a[2]), read_int64(a[3])))};
  };
}

Question tail_question(bool (*function)(std::string_view, std::string_view, int64_t, int64_t)) {
  return [function](const Fields& a) {
    return Fields{write_bool(function(a[0], a[1], read_int64(a[2]), read_int64(a[3])))};
  };
}

Question layout(std::string (*function)(std::string_view, int64_t, std::string_view)) {
  return [function](const Fields& a) { return Fields{function(a[0], read_int64(a[1]), a[2])}; };
}

Fields to_fields(const std::vector<std::string_view>& parts) {
  return {parts.begin(), parts.end()};
}

template <class Parts>
Fields part_fields(const TextResult<Parts>& parts) {
  if (!parts) return error_fields(parts.error());
  return Fields(parts->begin(), parts->end());
}

std::optional<int64_t> read_bound(const std::string& field) {
  return field == "None" ? std::nullopt : std::optional(read_int64(field));
}

}  // namespace

TEST_CASE("the methods of str answer as CPython's") {
  check_recorded(
      "string_ops.tsv",
      {
          {"upper", mapping(string_upper)},
          {"lower", mapping(string_lower)},
          {"title", mapping(string_title)},
          {"capitalize", mapping(string_capitalize)},
          {"swapcase", mapping(string_swapcase)},
          {"casefold", mapping(string_casefold)},
          {"repr", mapping(string_repr)},
          {"ascii", mapping(string_ascii)},
          {"bytes_repr", [](const Fields& a) { return Fields{bytes_repr(read_bytes(a[0]))}; }},
          {"isalpha", predicate(string_isalpha)},
          {"isalnum", predicate(string_isalnum)},
          {"isascii", predicate(string_isascii)},
          {"isdecimal", predicate(string_isdecimal)},
          {"isdigit", predicate(string_isdigit)},
          {"isnumeric", predicate(string_isnumeric)},
          {"isspace", predicate(string_isspace)},
          {"isupper", predicate(string_isupper)},
          {"islower", predicate(string_islower)},
          {"istitle", predicate(string_istitle)},
          {"isprintable", predicate(string_isprintable)},
          {"isidentifier", predicate(string_isidentifier)},
          {"len", [](const Fields& a) { return Fields{write_int64(code_point_count(a[0]))}; }},
          {"strip", [](const Fields& a) { return Fields{std::string(string_strip(a[0]))}; }},
          {"lstrip", [](const Fields& a) { return Fields{std::string(string_lstrip(a[0]))}; }},
          {"rstrip", [](const Fields& a) { return Fields{std::string(string_rstrip(a[0]))}; }},
          {"strip_of",
           [](const Fields& a) { return Fields{std::string(string_strip(a[0], a[1]))}; }},
          {"lstrip_of",
           [](const Fields& a) { return Fields{std::string(string_lstrip(a[0], a[1]))}; }},
          {"rstrip_of",
           [](const Fields& a) { return Fields{std::string(string_rstrip(a[0], a[1]))}; }},
          {"splitlines", [](const Fields& a) { return to_fields(string_splitlines(a[0])); }},
          {"splitlines_kept",
           [](const Fields& a) { return to_fields(string_splitlines(a[0], LineEnds::kept)); }},
          {"split", [](const Fields& a) { return part_fields(string_split(a[0])); }},
          {"rsplit", [](const Fields& a) { return part_fields(string_rsplit(a[0])); }},
          {"split_at",
           [](const Fields& a) { return part_fields(string_split(a[0], a[1], read_int64(a[2]))); }},
          {"rsplit_at",
           [](const Fields& a) {
             return part_fields(string_rsplit(a[0], a[1], read_int64(a[2])));
           }},
          {"split_spaces",
           [](const Fields& a) {
             return part_fields(string_split(a[0], std::nullopt, read_int64(a[1])));
           }},
          {"rsplit_spaces",
           [](const Fields& a) {
             return part_fields(string_rsplit(a[0], std::nullopt, read_int64(a[1])));
           }},
          {"partition", [](const Fields& a) { return part_fields(string_partition(a[0], a[1])); }},
          {"rpartition",
           [](const Fields& a) { return part_fields(string_rpartition(a[0], a[1])); }},
          {"removeprefix",
           [](const Fields& a) { return Fields{std::string(string_removeprefix(a[0], a[1]))}; }},
          {"removesuffix",
           [](const Fields& a) { return Fields{std::string(string_removesuffix(a[0], a[1]))}; }},
          {"find", finder(string_find)},
          {"rfind", finder(string_rfind)},
          {"count", finder(string_count)},
          {"startswith", tail_question(string_startswith)},
          {"endswith", tail_question(string_endswith)},
          {"contains",
           [](const Fields& a) { return Fields{write_bool(string_contains(a[0], a[1]))}; }},
          {"replace",
           [](const Fields& a) {
             return Fields{string_replace(a[0], a[1], a[2], read_int64(a[3]))};
           }},
          {"center", layout(string_center)},
          {"ljust", layout(string_ljust)},
          {"rjust", layout(string_rjust)},
          {"zfill", [](const Fields& a) { return Fields{string_zfill(a[0], read_int64(a[1]))}; }},
          {"expandtabs",
           [](const Fields& a) { return Fields{string_expandtabs(a[0], read_int64(a[1]))}; }},
          {"slice",
           [](const Fields& a) {
             const SliceRange range = resolve_slice(code_point_count(a[0]), read_bound(a[1]),
                                                    read_bound(a[2]), read_int64(a[3]));
             return Fields{string_slice(a[0], range)};
           }},
      });
}

TEST_CASE("indices and offsets lead to each other") {
  const std::string text = "aé漢😀bcdefghijklmnopäöü漢漢漢漢漢漢z\xed\xa0\x80!";
  size_t offset = 0;
  int64_t index = 0;
  for (; offset < text.size(); ++index) {
    CAPTURE(index);
    CHECK(index_to_offset(text, index) == offset);
    CHECK(offset_to_index(text, offset) == index);
    size_t next = offset;
    next_code_point(text, next);
    CHECK(code_point_at(text, index) == text.substr(offset, next - offset));
    size_t back = next;
    CHECK(previous_code_point(text, back) == next_code_point(text, offset));
  }
  CHECK(code_point_count(text) == index);
  CHECK(index_to_offset(text, index) == text.size());
}

TEST_CASE("translate puts anything in a code point's place") {
  const auto translated = string_translate("añb", [](char32_t c, std::string& out) {
    if (c == U'ñ') {
      out += "nn";
    } else if (c != U'b') {
      append_utf8(out, c);
    }
  });
  CHECK(translated == "ann");
}

TEST_CASE("the second half of ascii() escapes a repr that exists") {
  CHECK(escape_non_ascii("[é, '漢', 😀]") == "[\\xe9, '\\u6f22', \\U0001f600]");
}

}  // namespace lockstep
