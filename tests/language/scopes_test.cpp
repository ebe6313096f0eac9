#include "language/scopes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "compiler_fixture.h"
#include "language/parser.h"

namespace lockstep {

using namespace compiler_fixture;

namespace {

std::string join(std::vector<std::string_view> names, const char* separator) {
  std::string text;
  for (std::string_view name : names) {
    if (!text.empty()) text += separator;
    text += name;
  }
  return text;
}

// As record_compiler writes it.
std::string line_of(const Code& code) {
  std::vector<std::string_view> traits;
  if (code.has_star_args) traits.push_back("*args");
  if (code.has_star_kwargs) traits.push_back("**kwargs");
  if (code.is_generator && !code.is_coroutine) traits.push_back("generator");
  if (code.is_coroutine && !code.is_generator) traits.push_back("coroutine");
  if (code.is_coroutine && code.is_generator) traits.push_back("async generator");
  std::vector<std::string_view> names = code.locals;
  std::sort(names.begin(), names.end());
  return std::string(code.qualified_name) + " line " + std::to_string(code.first_line) +
         ", parameters " + std::to_string(code.positional_only_count) + "/" +
         std::to_string(code.positional_count) + "/" + std::to_string(code.keyword_only_count) +
         " [" + join(traits, ", ") + "]: " + join(names, " ") + " | " +
         join(code.free_names, " ") + "\n";
}

}  // namespace

TEST_CASE("variables live where CPython has them") {
  const auto names = files_in("scopes", ".py");
  REQUIRE(!names.empty());
  for (const std::string& name : names) {
    CAPTURE(name);
    const Compiled program = compile(read_file(name + ".py"));
    REQUIRE(program != nullptr);
    std::vector<std::string> lines;
    for (const Code* code : program->all_codes) lines.push_back(line_of(*code));
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line;
    CHECK(text == read_file(name + ".codes"));
  }
}

TEST_CASE("a scope table tells the kind of each name") {
  const char* source =
      "g = 1\n"
      "def f(a):\n"
      "  b = 1\n"
      "  def h():\n"
      "    global e\n"
      "    return a, g, e\n";
  const auto tree = parse_module(source);
  REQUIRE(tree.has_value());
  TextPool pool;
  const ScopeTable table(tree->root(), pool, false);
  REQUIRE(table.error() == nullptr);
  const Scope& module = table.root();
  CHECK(module.find("g")->kind == NameKind::local);
  CHECK(module.find("a") == nullptr);
  REQUIRE(module.children.size() == 1);
  const Scope& outer = *module.children.front();
  CHECK(outer.find("a")->kind == NameKind::cell);
  CHECK(outer.find("b")->kind == NameKind::local);
  CHECK(outer.find("a")->is_parameter);
  const Scope& inner = *outer.children.front();
  CHECK(inner.find("a")->kind == NameKind::free);
  CHECK(inner.find("g")->kind == NameKind::global_implicit);
  CHECK(inner.find("e")->kind == NameKind::global_explicit);
  CHECK(inner.free_names() == std::vector<std::string_view>{"a"});
  CHECK(inner.is_nested);
}

TEST_CASE("private names are mangled") {
  TextPool pool;
  const char* cases[][3] = {{"C", "__x", "_C__x"},     {"C", "__x__", "__x__"},
                            {"C", "_x", "_x"},         {"", "__x", "__x"},
                            {"__C", "__x", "_C__x"},   {"___", "__x", "__x"},
                            {"C", "__a.b", "__a.b"}};
  for (const auto& [class_name, name, expected] : cases) {
    CHECK(mangle(class_name, name, pool) == expected);
  }
}

}  // namespace lockstep
