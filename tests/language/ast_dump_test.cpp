#include "language/ast_dump.h"

#include <doctest/doctest.h>

#include "language/parser.h"
#include "oracle_table.h"

namespace lockstep {

TEST_CASE("trees are CPython's, node for node and place for place") {
  const auto names = recorded_cases();
  REQUIRE(names.size() > 10);
  for (const std::string& name : names) {
    CAPTURE(name);
    const auto parsed = parse_module(read_recorded_file("cases/" + name));
    REQUIRE(parsed.has_value());
    const std::string dumped = dump(parsed->root(), DumpAttributes::yes) + "\n";
    const std::string recorded =
        read_recorded_file("cases/" + name.substr(0, name.size() - 3) + ".dump");
    size_t same = 0;
    while (same < dumped.size() && same < recorded.size() && dumped[same] == recorded[same]) {
      ++same;
    }
    const size_t from = same < 80 ? 0 : same - 80;
    CHECK(dumped.substr(from, 160) == recorded.substr(from, 160));
    CHECK(dumped.size() == recorded.size());
  }
}

TEST_CASE("places can be left out") {
  const auto parsed = parse_expression("f(x)");
  REQUIRE(parsed.has_value());
  CHECK(dump(parsed->root()) ==
        "Expression(body=Call(func=Name(id='f', ctx=Load()), args=[Name(id='x', ctx=Load())], "
        "keywords=[]))");
}

}  // namespace lockstep
