#pragma once

#include <string_view>

namespace lockstep {

// A file that the build put inside the program (lockstep_embed in CMake): a module of the library
// written in Python, a lesson, a font, a licence. Both views last as long as the process.
struct EmbeddedFile {
  std::string_view path;  // relative to its root, with forward slashes
  std::string_view text;  // the bytes, unchanged
};

}  // namespace lockstep
