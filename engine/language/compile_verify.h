#pragma once

#include <string>

#include "language/code.h"

namespace lockstep {

// Checks what the machine relies on: every register, constant, site and function exists, jumps and
// handlers land inside the code, control cannot run off its end, send loops have their shape,
// calls' windows fit. Returns the first thing that is wrong, or an empty text. Inner codes are not
// visited. For tests; linear in the size of the code.
std::string verify(const Code& code);

}  // namespace lockstep
