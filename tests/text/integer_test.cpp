#include "text/integer.h"

#include <doctest/doctest.h>

#include "text/int64_ops.h"
#include "text/integer_fields.h"

namespace lockstep {

namespace {

using BinaryOperator = TextResult<Integer> (*)(IntegerView, IntegerView);
using TotalOperator = Integer (*)(IntegerView, IntegerView);

std::function<Fields(const Fields&)> binary(BinaryOperator function) {
  return [function](const Fields& a) {
    return integer_fields(function(read_integer(a[0]), read_integer(a[1])));
  };
}

std::function<Fields(const Fields&)> total(TotalOperator function) {
  return [function](const Fields& a) {
    return Fields{write_integer(function(read_integer(a[0]), read_integer(a[1])))};
  };
}

Fields prefixed(const Fields& a, int base) {
  return fields_of(integer_to_text(read_integer(a[0]), base, BasePrefix::python));
}

template <class Ordering>
Fields order_fields(Ordering order) {
  return {write_bool(order < 0), write_bool(order == 0), write_bool(order > 0)};
}

ByteOrder read_order(const std::string& field) {
  return field == "big" ? ByteOrder::big : ByteOrder::little;
}

Signedness read_signedness(const std::string& field) {
  return field == "yes" ? Signedness::is_signed : Signedness::is_unsigned;
}

// What int64_ops.h says about an operation that fits must be what the long way says.
void check_fast_way(const std::string& name, std::optional<int64_t> fast,
                    const TextResult<Integer>& slow) {
  INFO(name);
  const auto expected = integer_to_int64(*slow);
  CHECK(fast == expected);
}

}  // namespace

TEST_CASE("ints are calculated with as CPython does") {
  check_recorded(
      "integer.tsv",
      {
          {"add", binary(integer_add)},
          {"sub", binary(integer_sub)},
          {"mul", binary([](IntegerView a, IntegerView b) { return integer_mul(a, b); })},
          {"floordiv", binary([](IntegerView a, IntegerView b) { return integer_floor_div(a, b); })},
          {"mod", binary([](IntegerView a, IntegerView b) { return integer_mod(a, b); })},
          {"divmod",
           [](const Fields& a) {
             return pair_fields(integer_divmod(read_integer(a[0]), read_integer(a[1])));
           }},
          {"truediv",
           [](const Fields& a) {
             return double_fields(integer_true_div(read_integer(a[0]), read_integer(a[1])));
           }},
          {"and", total(integer_and)},
          {"or", total(integer_or)},
          {"xor", total(integer_xor)},
          {"gcd", total([](IntegerView a, IntegerView b) { return integer_gcd(a, b); })},
          {"lshift", binary(integer_shift_left)},
          {"rshift", binary(integer_shift_right)},
          {"pow", binary([](IntegerView a, IntegerView b) { return integer_pow(a, b); })},
          {"powmod",
           [](const Fields& a) {
             return integer_fields(
                 integer_pow_mod(read_integer(a[0]), read_integer(a[1]), read_integer(a[2])));
           }},
          {"invert",
           [](const Fields& a) {
             return Fields{write_integer(integer_invert(read_integer(a[0])))};
           }},
          {"bit_length",
           [](const Fields& a) {
             return Fields{write_int64(integer_bit_length(read_integer(a[0])))};
           }},
          {"bit_count",
           [](const Fields& a) {
             return Fields{write_int64(integer_bit_count(read_integer(a[0])))};
           }},
          {"isqrt",
           [](const Fields& a) { return integer_fields(integer_isqrt(read_integer(a[0]))); }},
          {"hash",
           [](const Fields& a) { return Fields{write_int64(hash_integer(read_integer(a[0])))}; }},
          {"float",
           [](const Fields& a) { return double_fields(integer_to_double(read_integer(a[0]))); }},
          {"str", [](const Fields& a) { return fields_of(integer_to_text(read_integer(a[0]))); }},
          {"bin", [](const Fields& a) { return prefixed(a, 2); }},
          {"oct", [](const Fields& a) { return prefixed(a, 8); }},
          {"hex", [](const Fields& a) { return prefixed(a, 16); }},
          {"compare",
           [](const Fields& a) {
             return order_fields(integer_compare(read_integer(a[0]), read_integer(a[1])));
           }},
          {"compare_float",
           [](const Fields& a) {
             return order_fields(integer_compare_double(read_integer(a[0]), read_double(a[1])));
           }},
          {"round",
           [](const Fields& a) {
             return integer_fields(integer_round(read_integer(a[0]), read_int64(a[1])));
           }},
          {"to_bytes",
           [](const Fields& a) {
             return fields_of(integer_to_bytes(read_integer(a[0]), read_int64(a[1]),
                                               read_order(a[2]), read_signedness(a[3])),
                              write_bytes);
           }},
          {"from_bytes",
           [](const Fields& a) {
             return Fields{write_integer(
                 integer_from_bytes(read_bytes(a[0]), read_order(a[1]), read_signedness(a[2])))};
           }},
      });
}

TEST_CASE("the machine word's operations agree with those of any length") {
  const int64_t values[] = {0,
                            1,
                            -1,
                            2,
                            -2,
                            3,
                            7,
                            -7,
                            10,
                            -10,
                            63,
                            64,
                            1000003,
                            int64_t{1} << 31,
                            int64_t{1} << 32,
                            -(int64_t{1} << 32),
                            int64_t{3037000500},
                            -int64_t{3037000500},
                            INT64_MAX,
                            INT64_MIN,
                            INT64_MAX - 1,
                            INT64_MIN + 1};
  for (const int64_t left : values) {
    for (const int64_t right : values) {
      CAPTURE(left);
      CAPTURE(right);
      const SmallInteger a(left);
      const SmallInteger b(right);
      check_fast_way("add", int64_add(left, right), integer_add(a, b));
      check_fast_way("sub", int64_sub(left, right), integer_sub(a, b));
      check_fast_way("mul", int64_mul(left, right), integer_mul(a, b));
      CHECK(integer_compare(a, b) == (left <=> right));
      if (right != 0) {
        check_fast_way("floor_div", int64_floor_div(left, right), integer_floor_div(a, b));
        check_fast_way("mod", int64_floor_mod(left, right), integer_mod(a, b));
      }
      if (right >= 0 && right <= 1000) {
        check_fast_way("pow", int64_pow(left, right), integer_pow(a, b));
        check_fast_way("shift_left", int64_shift_left(left, right), integer_shift_left(a, b));
      }
      if (right >= 0) {
        check_fast_way("shift_right", int64_shift_right(left, right), integer_shift_right(a, b));
      }
    }
    CHECK(hash_int64(left) == hash_integer(SmallInteger(left)));
    CHECK(integer_to_int64(Integer(left)) == left);
    CHECK(int64_to_text(left) == *integer_to_text(SmallInteger(left)));
  }
}

TEST_CASE("the root of a large int is the whole part of it") {
  for (const int64_t bits : {63, 64, 65, 1000, 4096, 99999}) {
    CAPTURE(bits);
    const Integer power = *integer_shift_left(SmallInteger(1), SmallInteger(bits));
    for (const int64_t offset : {-1, 0, 1}) {
      const Integer value = *integer_add(power, SmallInteger(offset));
      const Integer root = *integer_isqrt(value);
      const Integer next = *integer_add(root, SmallInteger(1));
      CHECK(integer_compare(*integer_mul(root, root), value) <= 0);
      CHECK(integer_compare(*integer_mul(next, next), value) > 0);
    }
  }
}

TEST_CASE("results beyond the bound are a MemoryError") {
  const SmallInteger two(2);
  const SmallInteger most(kMaximumIntegerBits);
  const auto memory_error = [](const TextResult<Integer>& result) {
    return !result && result.error().kind == TextErrorKind::memory_error;
  };
  CHECK(memory_error(integer_pow(two, most)));
  CHECK(memory_error(integer_pow(SmallInteger(3), SmallInteger(INT64_MAX))));
  CHECK(memory_error(integer_shift_left(two, most)));
  const auto largest = integer_shift_left(SmallInteger(1), SmallInteger(kMaximumIntegerBits - 1));
  REQUIRE(largest);
  CHECK(memory_error(integer_mul(*largest, two)));
  CHECK(memory_error(integer_add(*largest, *largest)));
  CHECK(memory_error(integer_sub(integer_negate(*largest), *largest)));
}

}  // namespace lockstep
