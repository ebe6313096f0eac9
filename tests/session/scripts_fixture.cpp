#include "session/scripts_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/compiler.h"
#include "modules/registry.h"
#include "vm/image.h"

namespace lockstep {

std::vector<TestScript> controlled_scripts() {
  const std::filesystem::path root = std::filesystem::path(LOCKSTEP_TEST_DATA) / "scripts";
  std::vector<TestScript> scripts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".py") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    if (text.str().find("# lockstep: seed ") == std::string::npos) continue;
    scripts.push_back({entry.path().lexically_relative(root).string(), text.str()});
  }
  std::sort(scripts.begin(), scripts.end(),
            [](const TestScript& a, const TestScript& b) { return a.path < b.path; });
  const char* wanted = std::getenv("LOCKSTEP_SCRIPTS");
  const size_t stride = wanted == nullptr ? 1 : std::max(1ul, std::strtoul(wanted, nullptr, 10));
  std::vector<TestScript> some;
  for (size_t i = 0; i < scripts.size(); i += stride) some.push_back(std::move(scripts[i]));
  return some;
}

std::shared_ptr<const LoadedProgram> load_program(const std::string& source) {
  Image::initialize(registry());
  auto program = compile_module(source, "test.py");
  REQUIRE(program.has_value());
  return LoadedProgram::make(*program);
}

}  // namespace lockstep
