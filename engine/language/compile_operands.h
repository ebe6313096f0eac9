#pragma once

#include <string_view>

#include "language/code.h"

// The `operands` column of opcodes.def, decoded: what the builder, the verifier and the
// disassembler know about an instruction's fields. Pure functions.
namespace lockstep {

enum class OperandKind : uint8_t {
  unused,
  write,          // d
  read,           // a, b, c
  number,         // n
  signed_number,  // i
  constant,       // k: fields b and c together
  site,           // s
  wide_jump,      // j: fields b and c together
  short_jump,     // h: field c
};

struct Operands {
  bool has_extra = false;  // x
  OperandKind a = OperandKind::unused;
  OperandKind b = OperandKind::unused;
  OperandKind c = OperandKind::unused;
};

const Operands& operands_of(Opcode opcode);
std::string_view opcode_name(Opcode opcode);

// Consecutive registers: [first, first + count).
struct RegisterRange {
  uint32_t first = 0;
  uint32_t count = 0;
};

// The registers an instruction writes when it succeeds (for for_iter: when it does not jump).
RegisterRange written_registers(const Instruction& instruction);

// The consecutive registers an instruction reads or uses beyond those its fields name one by one:
// the window of a call, the items of a display. Empty for most.
RegisterRange window_registers(const Instruction& instruction);

// Whether it is one of the calls, with x for a result that is dropped.
bool is_call(Opcode opcode);

// Whether control never goes on to the next instruction.
bool ends_block(Opcode opcode);

// Whether the instruction has a jump of either width.
bool has_jump(Opcode opcode);

}  // namespace lockstep
