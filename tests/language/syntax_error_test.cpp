#include "language/syntax_error.h"

#include <doctest/doctest.h>

#include "language/parser.h"
#include "oracle_table.h"

namespace lockstep {

namespace {

std::string describe(const SyntaxError& error) {
  return std::string(syntax_error_type_name(error.type)) + ": " + error.message + " at " +
         std::to_string(error.line) + ":" + std::to_string(error.offset) + "-" +
         std::to_string(error.end_line) + ":" + std::to_string(error.end_offset) + " in <" +
         error.text + ">";
}

}  // namespace

TEST_CASE("mistakes are reported as CPython reports them") {
  const auto rows = read_recorded_table("syntax_errors.tsv");
  REQUIRE(rows.size() > 800);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 10);
    const std::string& source = row[1];
    CAPTURE(source);
    const bool is_expression = row[0] == "eval";
    const auto parsed =
        is_expression ? parse_expression(source) : parse_module(source, SourceOrigin::string);
    REQUIRE(!parsed.has_value());
    CHECK(describe(parsed.error()) == row[2] + ": " + row[3] + " at " + row[4] + ":" + row[5] +
                                          "-" + row[6] + ":" + row[7] + " in <" + row[8] + ">");
    if (is_expression) continue;
    const auto parsed_file = parse_module(source, SourceOrigin::file);
    REQUIRE(!parsed_file.has_value());
    CHECK(format_syntax_error(parsed_file.error(), "x.py") == row[9]);
  }
}

TEST_CASE("a mistake without a text is printed without one") {
  SyntaxError error;
  error.type = SyntaxErrorType::tab_error;
  error.message = "why";
  error.line = 3;
  CHECK(format_syntax_error(error, "a.py") == "  File \"a.py\", line 3\nTabError: why\n");
}

}  // namespace lockstep
