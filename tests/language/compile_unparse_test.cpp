#include "language/compile_unparse.h"

#include <doctest/doctest.h>

#include "compiler_fixture.h"
#include "language/parser.h"

namespace lockstep {

TEST_CASE("expressions are written as CPython writes annotations") {
  const auto rows = compiler_fixture::read_table("annotations.tsv");
  REQUIRE(rows.size() > 50);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 2);
    CAPTURE(row[0]);
    const auto tree = parse_expression(row[0]);
    REQUIRE(tree.has_value());
    CHECK(unparse(*tree->expression().body) == row[1]);
  }
}

TEST_CASE("long chains are written without recursion") {
  std::string source = "a";
  for (int i = 0; i < 5000; ++i) source += " + b.c";
  const auto tree = parse_expression(source);
  REQUIRE(tree.has_value());
  CHECK(unparse(*tree->expression().body) == source);
}

}  // namespace lockstep
