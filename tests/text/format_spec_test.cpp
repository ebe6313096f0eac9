#include "text/format_spec.h"

#include <doctest/doctest.h>

#include "text/float_text.h"
#include "text/integer_fields.h"

namespace lockstep {

namespace {

Fields format_int(const Fields& a, std::string_view type_name) {
  const auto spec = parse_format_spec(a[1], FormatTarget::integer, type_name);
  if (!spec) return error_fields(spec.error());
  const Integer value = read_integer(a[0]);
  const Fields long_way = fields_of(format_integer(value, *spec, type_name));
  if (const auto small = integer_to_int64(value)) {
    CHECK(fields_of(format_int64(*small, *spec, type_name)) == long_way);
  }
  return long_way;
}

}  // namespace

TEST_CASE("format() writes what CPython writes and refuses what it refuses") {
  check_recorded("format_spec.tsv",
                 {
                     {"int", [](const Fields& a) { return format_int(a, "int"); }},
                     {"bool",
                      [](const Fields& a) {
                        return format_int({"1", a[1]}, "bool");
                      }},
                     {"float",
                      [](const Fields& a) {
                        const auto spec = parse_format_spec(a[1], FormatTarget::floating, "float");
                        if (!spec) return error_fields(spec.error());
                        return fields_of(format_float(read_double(a[0]), *spec));
                      }},
                     {"str",
                      [](const Fields& a) {
                        const auto spec = parse_format_spec(a[1], FormatTarget::text, "str");
                        if (!spec) return error_fields(spec.error());
                        return fields_of(format_string(a[0], *spec));
                      }},
                 });
}

TEST_CASE("fields too wide for memory are a MemoryError") {
  for (const char* text : {"999999999999d", "999999999999f", ".99999999f"}) {
    CAPTURE(text);
    const auto target =
        std::string_view(text).ends_with('d') ? FormatTarget::integer : FormatTarget::floating;
    const auto spec = parse_format_spec(text, target, "int");
    REQUIRE(spec);
    const auto result =
        target == FormatTarget::integer ? format_int64(1, *spec) : format_float(1, *spec);
    REQUIRE(!result);
    CHECK(result.error().kind == TextErrorKind::memory_error);
  }
}

}  // namespace lockstep
