#include "language/parser.h"

#include <doctest/doctest.h>

#include <string>

namespace lockstep {

using namespace ast;

namespace {

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

bool parses(const std::string& source) { return parse_module(source).has_value(); }

const ExpressionNode& only_expression(const Tree& tree) {
  REQUIRE(tree.module().body.size() == 1);
  return *as<Expr>(tree.module().body[0])->value;
}

}  // namespace

TEST_CASE("a tree outlives its source and may be moved") {
  std::string source = "name = 'text'";
  auto parsed = parse_module(source);
  REQUIRE(parsed.has_value());
  source.assign(source.size(), '#');
  const Tree tree = std::move(*parsed);
  const auto& assignment = *as<Assign>(tree.module().body[0]);
  CHECK(as<Name>(assignment.targets[0])->id == "name");
  CHECK(as<Constant>(assignment.value)->text == "text");
}

TEST_CASE("equal names share one text") {
  const auto parsed = parse_module("a.b = b.a");
  REQUIRE(parsed.has_value());
  const auto& assignment = *as<Assign>(parsed->module().body[0]);
  const auto& left = *as<Attribute>(assignment.targets[0]);
  const auto& right = *as<Attribute>(assignment.value);
  CHECK(left.attr.data() == as<Name>(right.value)->id.data());
  CHECK(right.attr.data() == as<Name>(left.value)->id.data());
}

TEST_CASE("integers keep their value or their digits") {
  struct Case {
    const char* source;
    ConstantType type;
    int64_t value;
    const char* digits;
    int base;
  };
  for (const Case& test : {
           Case{"9223372036854775807", ConstantType::integer, INT64_MAX, "", 0},
           Case{"9_223_372_036_854_775_808", ConstantType::big_integer, 0, "9223372036854775808",
                10},
           Case{"0x7fff_ffff_ffff_ffff", ConstantType::integer, INT64_MAX, "", 0},
           Case{"0x00_8000000000000000", ConstantType::big_integer, 0, "8000000000000000", 16},
           Case{"0o1000000000000000000000", ConstantType::big_integer, 0,
                "1000000000000000000000", 8},
           Case{"000", ConstantType::integer, 0, "", 0},
       }) {
    CAPTURE(test.source);
    const auto parsed = parse_expression(test.source);
    REQUIRE(parsed.has_value());
    const auto& constant = *as<Constant>(parsed->expression().body);
    CHECK(constant.type == test.type);
    if (test.type == ConstantType::integer) {
      CHECK(constant.integer == test.value);
    } else {
      CHECK(constant.text == test.digits);
      CHECK(constant.base == test.base);
    }
  }
}

TEST_CASE("strings may hold zeros and lone surrogates") {
  const auto parsed = parse_module(R"('a\0b\ud800')");
  REQUIRE(parsed.has_value());
  CHECK(as<Constant>(only_expression(*parsed)).text == std::string_view("a\0b\xed\xa0\x80", 6));
}

TEST_CASE("what is as deep as CPython allows parses, deeper is a mistake") {
  CHECK(parses(repeated("(", 200) + "1" + repeated(")", 200)));
  CHECK(parses(repeated("f(1 + ", 200) + "1" + repeated(")", 200)));
  CHECK(parses(repeated("{1: [", 100) + repeated("]}", 100)));
  CHECK_FALSE(parses(repeated("(", 201) + "1" + repeated(")", 201)));
  std::string blocks, indent;
  for (int i = 0; i < 99; ++i, indent += ' ') blocks += indent + "if x:\n";
  CHECK(parses(blocks + indent + "pass\n"));
  blocks += indent + "if x:\n";
  CHECK_FALSE(parses(blocks + indent + " pass\n"));
  for (const char* prefix : {"-", "not ", "lambda: ", "x if y else ", "x ** "}) {
    CAPTURE(prefix);
    CHECK(parses(repeated(prefix, 200) + "1"));
    const auto parsed = parse_module(repeated(prefix, 100000) + "1");
    REQUIRE(!parsed.has_value());
    CHECK(parsed.error().message == "expression or block nested too deeply");
  }
}

TEST_CASE("a mistake in the depths is still found") {
  const auto parsed = parse_module(repeated("(", 199) + "a + b c" + repeated(")", 199));
  REQUIRE(!parsed.has_value());
  CHECK(parsed.error().message == "invalid syntax. Perhaps you forgot a comma?");
  CHECK(parsed.error().offset == 200);
}

TEST_CASE("chains may be of any length") {
  constexpr int kLength = 20000;
  for (const std::string& source :
       {"x" + repeated(" + x", kLength), "x" + repeated(" or x", kLength),
        "x" + repeated(" < x", kLength), "x" + repeated(".y()[0]", kLength),
        "[" + repeated("x, ", kLength) + "]", repeated("x = ", kLength) + "1",
        "if x: pass\n" + repeated("elif x: pass\n", kLength), repeated("x; ", kLength) + "x",
        repeated("'x' ", kLength), "[x " + repeated("for x in y ", kLength) + "]"}) {
    CHECK(parses(source));
  }
}

TEST_CASE("an elif is the only statement of the else before it") {
  const auto parsed = parse_module("if a: b\nelif c: d\nelse: e\n");
  REQUIRE(parsed.has_value());
  const auto& outer = *as<If>(parsed->module().body[0]);
  REQUIRE(outer.orelse.size() == 1);
  const auto& inner = *as<If>(outer.orelse[0]);
  CHECK(inner.span == SourceSpan{2, 0, 3, 7});
  CHECK(outer.span == SourceSpan{1, 0, 3, 7});
  CHECK(inner.orelse.size() == 1);
}

TEST_CASE("sources that are not text are refused") {
  for (const auto& [source, message] : {
           std::pair<std::string, std::string>{
               "x = '\xff'",
               "(unicode error) 'utf-8' codec can't decode byte 0xff in position 5: invalid start "
               "byte"},
           {"x = '\xe9'", "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 5: "
                          "invalid continuation byte"},
           {"# \xf0\x9f\x98", "(unicode error) 'utf-8' codec can't decode byte 0xf0 in position "
                              "2: unexpected end of data"},
           {"# coding: ascii\n# \xc3\xa9", "(unicode error) 'ascii' codec can't decode byte 0xc3 "
                                           "in position 18: ordinal not in range(128)"},
           {"# coding: klingon\n", "unknown encoding: klingon"},
           {std::string("a\0b", 3), "source code cannot contain null bytes"},
       }) {
    CAPTURE(source);
    const auto parsed = parse_module(source);
    REQUIRE(!parsed.has_value());
    CHECK(parsed.error().message == message);
  }
}

TEST_CASE("an expression is parsed as eval does") {
  for (const char* source : {"x", "  x", "\tx\n\n", "x, y", "x,", "x # comment", "lambda: x"}) {
    CAPTURE(source);
    CHECK(parse_expression(source).has_value());
  }
  for (const char* source : {"", "x = 1", "x; y", "*x", "yield", "x\ny", "pass"}) {
    CAPTURE(source);
    CHECK_FALSE(parse_expression(source).has_value());
  }
}

TEST_CASE("a character that has no such name is refused") {
  CHECK(parse_module(R"('\N{BULLET}')").has_value());
  const auto parsed = parse_module(R"('a\N{BULLIT}')");
  REQUIRE(!parsed.has_value());
  CHECK(parsed.error().message ==
        "(unicode error) 'unicodeescape' codec can't decode bytes in position 1-10: unknown Unicode character name");
}

}  // namespace lockstep
