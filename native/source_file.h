#pragma once

#include <string>

#include "base/result.h"

namespace lockstep {

// The text of a file. The error is one line for the user, without a line end.
Result<std::string, std::string> read_source(const std::string& path);

// Writes a whole file; the error as above.
Result<bool, std::string> write_file(const std::string& path, const std::string& text);

}  // namespace lockstep
