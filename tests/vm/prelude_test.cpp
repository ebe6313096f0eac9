#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "modules/registry.h"
#include "vm/image.h"
#include "vm/loaded_program.h"

namespace lockstep {

// The functions of the prelude are compiled one by one, when they are needed: here all of them are.
TEST_CASE("every function of the prelude compiles by itself") {
  Image::initialize(registry());
  const Image::Module* prelude = Image::get().find_module("prelude");
  REQUIRE(prelude != nullptr);
  std::string_view rest = prelude->rows->source;
  int count = 0;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line[0] == ' ' || line[0] == '#') continue;
    const size_t def = line.find("def ");
    CAPTURE(std::string(line));
    REQUIRE((def == 0 || line.starts_with("async def ")));
    const std::string_view name = line.substr(def + 4, line.find('(') - def - 4);
    const LoadedCode* code = Image::get().prelude_function(name);
    REQUIRE(code != nullptr);
    CHECK(code->name->view() == name);
    CHECK(code == Image::get().prelude_function(name));
    CHECK(code->program->codes.size() >= 2);
    CHECK(code->is_library);
    count++;
  }
  CHECK(count > 100);
  CHECK(Image::get().prelude_function("def") == nullptr);
  CHECK(Image::get().prelude_function("") == nullptr);
}

}  // namespace lockstep
