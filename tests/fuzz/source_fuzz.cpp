#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/compiler.h"

// Any bytes at all are a program or get a SyntaxError: the lexer, the parser, the scopes and the compiler
// come to an end with either, within bounds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const auto program = lockstep::compile_module(source, "fuzzed.py");
  if (program) lockstep::compile_expression(source, "<string>");
  return 0;
}
