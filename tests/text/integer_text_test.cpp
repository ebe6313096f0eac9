#include "text/integer_text.h"

#include <doctest/doctest.h>

#include "text/integer_fields.h"

namespace lockstep {

TEST_CASE("ints are read and written as CPython does") {
  check_recorded(
      "integer_text.tsv",
      {
          {"parse",
           [](const Fields& a) {
             const auto base = static_cast<int>(read_int64(a[1]));
             const Fields long_way = integer_fields(parse_integer(a[0], base));
             const auto small = base == 10 ? parse_small_integer(a[0]) : std::nullopt;
             if (small) CHECK(Fields{write_int64(*small)} == long_way);
             return long_way;
           }},
          {"parse_bytes",
           [](const Fields& a) {
             return integer_fields(parse_integer(read_bytes(a[0]), 10, ParsedFrom::bytes));
           }},
          {"str", [](const Fields& a) { return fields_of(integer_to_text(read_integer(a[0]))); }},
          {"hex",
           [](const Fields& a) {
             return fields_of(integer_to_text(read_integer(a[0]), 16, BasePrefix::python));
           }},
      });
}

TEST_CASE("every base reads what it has written") {
  const Integer value = *parse_integer("123456789012345678901234567890123456789", 10);
  for (int base = 2; base <= 36; ++base) {
    CAPTURE(base);
    CHECK(*parse_integer(*integer_to_text(value, base), base) == value);
    CHECK(*integer_to_text(Integer(), base) == "0");
  }
}

TEST_CASE("plain small ints take the fast way, and nothing else does") {
  CHECK(parse_small_integer("0") == 0);
  CHECK(parse_small_integer("-42") == -42);
  CHECK(parse_small_integer("999999999999999999") == 999999999999999999);
  for (const char* text : {"", "-", "+1", " 1", "1_0", "1000000000000000000", "x", "--1", "1-"}) {
    CAPTURE(text);
    CHECK(!parse_small_integer(text));
  }
}

TEST_CASE("the limit on decimal digits can be raised and lifted") {
  const std::string digits(5000, '7');
  CHECK(!parse_integer(digits));
  const auto value = parse_integer(digits, 10, ParsedFrom::text, 0);
  REQUIRE(value);
  CHECK(!integer_to_text(*value));
  CHECK(*integer_to_text(*value, 10, BasePrefix::none, 5000) == digits);
}

}  // namespace lockstep
