#include "language/compile_verify.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler_fixture.h"

namespace lockstep {

using namespace compiler_fixture;

namespace {

// Compiles and verifies every Python file below `folder` that is a program; returns how many were.
size_t verify_folder(const std::filesystem::path& folder) {
  size_t programs = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator files(folder, error), end;
       !error && files != end; files.increment(error)) {
    if (files->path().extension() != ".py") continue;
    std::ifstream file(files->path(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto program = compile_module(text.str(), files->path().string());
    CAPTURE(files->path().string());
    // Sources of the tests may be wrong on purpose; a library may not.
    if (!program) continue;
    ++programs;
    for (const Code* code : (*program)->all_codes) CHECK(verify(*code) == "");
  }
  return programs;
}

}  // namespace

TEST_CASE("every Python source of the tests compiles to sound code") {
  CHECK(verify_folder(LOCKSTEP_TEST_DATA) > 20);
}

// Debian's place for the library of Python 3.11; where it is missing there is nothing to check.
TEST_CASE("CPython's own library compiles to sound code") {
  const std::filesystem::path library = "/usr/lib/python3.11";
  if (!std::filesystem::exists(library)) return;
  CHECK(verify_folder(library) > 100);
}

TEST_CASE("unsound code is refused") {
  const Compiled program = compile("def f(a):\n for i in a:\n  print(i, 1)\n");
  const Code& sound = *program->module->functions.front();
  REQUIRE(verify(sound) == "");
  auto broken = [&](auto change) {
    Code code;
    code.positional_count = sound.positional_count;
    code.local_count = sound.local_count;
    code.register_count = sound.register_count;
    code.instructions = sound.instructions;
    code.spans = sound.spans;
    code.handlers = sound.handlers;
    code.constants = sound.constants;
    code.sites = sound.sites;
    code.locals = sound.locals;
    REQUIRE(verify(code) == "");
    change(code);
    return verify(code);
  };
  auto find = [](Code& code, Opcode opcode) -> Instruction& {
    for (Instruction& instruction : code.instructions) {
      if (instruction.opcode == opcode) return instruction;
    }
    FAIL("no such instruction");
    return code.instructions.front();
  };
  CHECK(broken([](Code& code) { code.register_count = 2; }) != "");
  CHECK(broken([](Code& code) { code.instructions.pop_back(); }) != "");
  CHECK(broken([](Code& code) { code.spans.pop_back(); }) != "");
  CHECK(broken([](Code& code) { code.sites.clear(); }) != "");
  CHECK(broken([](Code& code) { code.constants.clear(); }) != "");
  CHECK(broken([](Code& code) { code.is_generator = true; }) != "");
  CHECK(broken([](Code& code) { code.handlers.push_back({0, 99, 0, 3}); }) != "");
  CHECK(broken([](Code& code) { code.handlers.push_back({0, 1, 0, 0}); }) != "");
  CHECK(broken([&](Code& code) { find(code, Opcode::for_iter).c = 1000; }) != "");
  CHECK(broken([&](Code& code) { find(code, Opcode::jump_back).set_wide(0); }) != "");
  CHECK(broken([&](Code& code) { find(code, Opcode::call_plain).b = 50; }) != "");
  CHECK(broken([&](Code& code) { find(code, Opcode::get_iter).x = 1; }) != "");
}

}  // namespace lockstep
