#pragma once

#include <string>

#include "language/code.h"

namespace lockstep {

// A Code as readable text, one line per instruction: its place, source line (where it changes),
// name and operands as opcodes.def spells them; registers of locals under their names (`x`),
// temporaries as r0, r1, ...; jumps with their targets; constants by value. Handlers follow. Inner
// codes are not included. The text is for people and tests; its form may change.
std::string disassemble(const Code& code);
// All codes of the program, each under a heading.
std::string disassemble(const Program& program);

}  // namespace lockstep
