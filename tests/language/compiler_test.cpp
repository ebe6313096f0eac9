#include "language/compiler.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "compiler_fixture.h"
#include "language/compile_verify.h"
#include "language/disassembler.h"

namespace lockstep {

using namespace compiler_fixture;

namespace {

size_t count(const Program& program, Opcode opcode) {
  size_t result = 0;
  for (const Code* code : program.all_codes) {
    for (const Instruction& instruction : code->instructions) {
      result += instruction.opcode == opcode;
    }
  }
  return result;
}

std::string verify_all(const Program& program) {
  for (const Code* code : program.all_codes) {
    if (std::string problem = verify(*code); !problem.empty()) return problem;
  }
  return "";
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::string globals_of(const std::string& source) {
  const Compiled program = compile(source);
  std::string text;
  for (const GlobalUse& use : program->globals) {
    if (!text.empty()) text += " ";
    text += std::string(use.name) + ":" + std::to_string(use.store_sites);
  }
  return text;
}

}  // namespace

// Run with LOCKSTEP_RECORD=1 in the environment to write the recorded texts anew; read the
// difference before you commit it.
TEST_CASE("code is what has been recorded") {
  const auto names = files_in("codes", ".py");
  REQUIRE(names.size() >= 10);
  for (const std::string& name : names) {
    CAPTURE(name);
    const Compiled program = compile(read_file(name + ".py"));
    REQUIRE(program != nullptr);
    CHECK(verify_all(*program) == "");
    const std::string text = disassemble(*program);
    if (is_recording()) write_file(name + ".dis", text);
    std::istringstream got(text);
    std::istringstream recorded(read_file(name + ".dis"));
    std::string got_line;
    std::string recorded_line;
    int line = 0;
    while (std::getline(got, got_line)) {
      CAPTURE(++line);
      std::getline(recorded, recorded_line);
      REQUIRE(got_line == recorded_line);
    }
    CHECK(!std::getline(recorded, recorded_line));
  }
}

TEST_CASE("mistakes that only the compiler sees are CPython's") {
  const auto rows = read_table("compiler_errors.tsv");
  REQUIRE(rows.size() > 140);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 7);
    CAPTURE(row[0]);
    const auto program = compile_module(row[0], "x.py");
    REQUIRE(!program.has_value());
    const SyntaxError& error = program.error();
    CHECK(error.message == row[1]);
    CHECK(std::to_string(error.line) == row[2]);
    CHECK(std::to_string(error.offset) == row[3]);
    CHECK(std::to_string(error.end_line) == row[4]);
    CHECK(std::to_string(error.end_offset) == row[5]);
    CHECK(format_syntax_error(error, "x.py") == row[6]);
  }
}

TEST_CASE("only variables that may be unbound are checked") {
  const std::pair<const char*, size_t> cases[] = {
      {"def f(a): return a", 0},
      {"def f():\n x = 1\n return x", 0},
      {"def f(a):\n if a: x = 1\n return x", 1},
      {"def f(a):\n if a: x = 1\n print(x)\n return x", 1},
      {"def f(a):\n if a: x = 1\n else: x = 2\n return x", 0},
      {"def f(a):\n if a: x = 1\n else: return\n return x", 0},
      {"def f(a):\n while a: x = 1\n return x", 1},
      {"def f(a):\n while True:\n  x = 1\n  if a: break\n return x", 0},
      {"def f(a):\n for x in a: print(x)\n return x", 1},
      {"def f(a):\n del a\n return a", 1},
      {"def f(a):\n del a\n a = 1\n return a", 0},
      {"def f():\n try: x = g()\n except E: return x\n return x", 1},
      {"def f():\n try: x = g()\n except E: x = 1\n return x", 0},
      {"def f():\n try: x = 1\n finally: print(x)", 1},
      {"def f():\n try: g()\n except E as e: pass\n return e", 1},
      {"def f(a):\n with a as x: pass\n return x", 0},
      {"def f(a):\n (b, c), d = a\n return b, c, d", 0},
      {"def f(a):\n return [x for x in a if x]", 0},
      {"def f(a):\n match a:\n  case [x]: return x\n  case {1: x}: pass\n return x", 1},
      {"def f(a):\n if (n := a) and n: return n", 0},
      {"def f(a):\n if a and (n := a): pass\n return n", 1},
  };
  for (const auto& [source, checks] : cases) {
    CAPTURE(source);
    CHECK(count(*compile(source), Opcode::check_bound) == checks);
  }
}

TEST_CASE("stores of globals are counted") {
  CHECK(globals_of("x = 1\ny = 2\ny = 3") == "x:1 y:2");
  CHECK(globals_of("for i in a: x = 1\nz = 1") == "i:2 x:2 z:1");
  CHECK(globals_of("while a: x = 1\nelse: y = 1") == "x:2 y:1");
  CHECK(globals_of("def f():\n global x\n x = 1") == "f:1 x:2");
  CHECK(globals_of("class C:\n global x\n x = 1\n y = 2") == "C:1 x:1");
  CHECK(globals_of("for i in a:\n class C:\n  global x\n  x = 1") == "C:2 i:2 x:2");
  CHECK(globals_of("x = 1\ndel x") == "x:2");
  CHECK(globals_of("import a.b, c as d\nfrom e import f as g") == "a:1 d:1 g:1");
  CHECK(globals_of("[y := x for x in a]") == "y:2");
  CHECK(globals_of("try: pass\nexcept E as e: pass").substr(0, 2) == "e:");
  CHECK(globals_of("print(x)") == "");
}

TEST_CASE("what gets at globals behind the program's back is noticed") {
  for (const char* source : {"globals()['x'] = 1", "def f(): exec(a)", "g = eval", "vars()",
                             "locals()", "from a import *", "__import__('a')", "import __main__"}) {
    CAPTURE(source);
    CHECK(compile(source)->escapes_globals);
  }
  for (const char* source : {"print(1)", "def f(): return locals()", "def globals(): pass",
                             "import threading", "def f(eval): eval()"}) {
    CAPTURE(source);
    CHECK(!compile(source)->escapes_globals);
  }
}

TEST_CASE("long chains and deep nesting compile") {
  const std::string sources[] = {
      "x = " + repeat("a + ", 5000) + "a",
      "x = a" + repeat(".b().c[1]", 3000),
      "if a: pass\n" + repeat("elif b: x = 1\n", 1000),
      "x = " + repeat("[", 150) + repeat("]", 150),
      "x = " + repeat("f(", 150) + repeat(")", 150),
      "x = " + repeat("not ", 150) + "a",
      "x = [" + repeat("a, ", 5000) + "]",
      "x = {" + repeat("a: 1, ", 5000) + "}",
      "f(" + repeat("a, ", 500) + "*b)",
      "x = f'" + repeat("{a}", 1000) + "'",
  };
  for (const std::string& source : sources) {
    CAPTURE(source.substr(0, 40));
    const Compiled program = compile(source + "\n");
    REQUIRE(program != nullptr);
    CHECK(verify_all(*program) == "");
  }
}

TEST_CASE("jumps that do not fit 16 bits are widened") {
  const Compiled program = compile("def f(a, b):\n while a < b:\n  for i in a:\n   if i:\n" +
                                   repeat("    g(i)\n", 20000) + "  b = 1\n return a\n");
  REQUIRE(program != nullptr);
  CHECK(verify_all(*program) == "");
  const Code& code = *program->module->functions.front();
  REQUIRE(code.instructions.size() > 60000);
  for (const Instruction& first : code.instructions) {
    if (first.opcode != Opcode::for_iter) continue;
    // for_iter steps over a jump that skips the way out.
    const Instruction* next = &first + 1;
    CHECK(static_cast<int16_t>(first.c) == 1);
    CHECK(next->opcode == Opcode::jump);
    CHECK(next->jump() == 1);
    CHECK((next + 1)->opcode == Opcode::jump);
    CHECK((next + 1)->jump() > INT16_MAX);
  }
}

TEST_CASE("eval and exec look names up in their namespace") {
  const auto expression = compile_expression("x + 1", "<string>");
  REQUIRE(expression.has_value());
  const Code& code = *(*expression)->module;
  CHECK(code.kind == CodeKind::expression);
  CHECK(code.uses_namespace);
  CHECK(count(**expression, Opcode::load_name) == 1);
  CHECK(count(**expression, Opcode::load_global) == 0);
  CHECK(verify(code) == "");

  const auto statements = compile_exec("x = 1\ndef f():\n global y\n y = x\n", "<string>");
  REQUIRE(statements.has_value());
  CHECK(count(**statements, Opcode::store_name) == 2);
  CHECK(count(**statements, Opcode::store_global) == 1);
  CHECK(verify_all(**statements) == "");

  CHECK(!compile_expression("x = 1", "<string>").has_value());
}

TEST_CASE("a program knows its lines and its codes") {
  const Compiled program = compile("def f():\n  def g(): pass\r\n\nclass C: x = 1\n");
  REQUIRE(program->lines.size() == 4);
  CHECK(program->lines[0] == "def f():");
  CHECK(program->lines[1] == "  def g(): pass");
  REQUIRE(program->all_codes.size() == 4);
  const char* names[] = {"<module>", "f", "f.<locals>.g", "C"};
  for (uint32_t i = 0; i < 4; ++i) {
    CHECK(program->all_codes[i]->qualified_name == names[i]);
    CHECK(program->all_codes[i]->index == i);
  }
  CHECK(program->all_codes[0] == program->module.get());

  const auto library = compile_module("x = 1\n", "queue.py", {.library = true});
  CHECK((*library)->module->is_library);
  CHECK(!program->module->is_library);
}

}  // namespace lockstep
