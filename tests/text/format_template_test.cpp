#include "text/format_template.h"

#include <doctest/doctest.h>

#include "text/integer_text.h"
#include "text/recorded_cases.h"
#include "text/unicode.h"

namespace lockstep {

namespace {

Fields scan(std::string_view pattern) {
  FormatScanner scanner(pattern);
  Fields out;
  while (true) {
    const auto piece = scanner.next();
    if (!piece) return error_fields(piece.error());
    if (!*piece) return out;
    const FormatPiece& found = **piece;
    out.push_back(found.literal);
    if (!found.has_field) continue;
    out.emplace_back(found.field);
    out.emplace_back(found.spec);
    out.push_back(found.conversion == U'\0' ? "None" : to_utf8(found.conversion));
  }
}

Fields path(std::string_view field) {
  const auto path = parse_field_path(field);
  if (!path) return error_fields(path.error());
  Fields out = {path->first_index >= 0 ? int64_to_text(path->first_index)
                                       : std::string(path->first)};
  for (const FieldStep& step : path->steps) {
    switch (step.kind) {
      case FieldStep::Kind::attribute:
        out.push_back("." + std::string(step.name));
        break;
      case FieldStep::Kind::key:
        out.push_back("[" + std::string(step.name));
        break;
      case FieldStep::Kind::index:
        out.push_back("#" + int64_to_text(step.index));
        break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("templates of str.format are read as CPython reads them") {
  check_recorded("format_template.tsv", {
                                            {"scan", [](const Fields& a) { return scan(a[0]); }},
                                            {"path", [](const Fields& a) { return path(a[0]); }},
                                        });
}

TEST_CASE("fields are numbered by hand or by themselves, not both") {
  const auto index = [](FieldNumbering& numbering, const char* field) {
    return numbering.index_of(*parse_field_path(field));
  };
  FieldNumbering automatic;
  CHECK(*index(automatic, "") == 0);
  CHECK(*index(automatic, "name") == -1);
  CHECK(*index(automatic, ".x") == 1);
  CHECK(index(automatic, "0").error().message ==
        "cannot switch from automatic field numbering to manual field specification");
  FieldNumbering manual;
  CHECK(*index(manual, "3") == 3);
  CHECK(index(manual, "").error().message ==
        "cannot switch from manual field specification to automatic field numbering");
}

TEST_CASE("an unknown conversion is named as CPython names it") {
  CHECK(unknown_conversion(U'x').message == "Unknown conversion specifier x");
  CHECK(unknown_conversion(U'\xe9').message == "Unknown conversion specifier \\xe9");
}

}  // namespace lockstep
