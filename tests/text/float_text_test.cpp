#include "text/float_text.h"

#include <cmath>

#include <doctest/doctest.h>

#include "text/float_ops.h"
#include "text/integer_fields.h"

namespace lockstep {

namespace {

using FloatOperator = TextResult<double> (*)(double, double);

Fields apply(FloatOperator function, const Fields& a) {
  return double_fields(function(read_double(a[0]), read_double(a[1])));
}

}  // namespace

TEST_CASE("floats are written, read, rounded and divided as CPython does") {
  check_recorded(
      "float_text.tsv",
      {
          {"repr", [](const Fields& a) { return Fields{float_repr(read_double(a[0]))}; }},
          {"hex", [](const Fields& a) { return Fields{float_hex(read_double(a[0]))}; }},
          {"ratio",
           [](const Fields& a) { return pair_fields(double_as_integer_ratio(read_double(a[0]))); }},
          {"int",
           [](const Fields& a) { return integer_fields(integer_from_double(read_double(a[0]))); }},
          {"round_int",
           [](const Fields& a) { return integer_fields(integer_round_double(read_double(a[0]))); }},
          {"hash",
           [](const Fields& a) { return Fields{write_int64(hash_double(read_double(a[0])))}; }},
          {"round",
           [](const Fields& a) {
             return double_fields(float_round(read_double(a[0]), read_int64(a[1])));
           }},
          {"parse", [](const Fields& a) { return double_fields(parse_float(a[0])); }},
          {"parse_bytes",
           [](const Fields& a) {
             return double_fields(parse_float(read_bytes(a[0]), ParsedFrom::bytes));
           }},
          {"parse_hex", [](const Fields& a) { return double_fields(parse_float_hex(a[0])); }},
          {"truediv", [](const Fields& a) { return apply(float_true_div, a); }},
          {"floordiv", [](const Fields& a) { return apply(float_floor_div, a); }},
          {"mod", [](const Fields& a) { return apply(float_mod, a); }},
          {"divmod",
           [](const Fields& a) {
             const auto result = float_divmod(read_double(a[0]), read_double(a[1]));
             if (!result) return error_fields(result.error());
             return Fields{write_double(result->first), write_double(result->second)};
           }},
          {"pow",
           [](const Fields& a) {
             if (float_pow_is_complex(read_double(a[0]), read_double(a[1]))) {
               return Fields{"complex"};
             }
             return apply(float_pow, a);
           }},
      });
}

TEST_CASE("the hash of NaN does not depend on where it lies") { CHECK(hash_double(NAN) == 0); }

}  // namespace lockstep
