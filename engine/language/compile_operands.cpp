#include "language/compile_operands.h"

#include <iterator>

#include "base/check.h"

namespace lockstep {

namespace {

constexpr Operands decode(std::string_view text) {
  Operands operands;
  int field = 0;
  for (char letter : text) {
    if (letter == ' ') continue;
    if (letter == 'x') {
      operands.has_extra = true;
      continue;
    }
    OperandKind kind = OperandKind::read;
    switch (letter) {
      case '-': kind = OperandKind::unused; break;
      case 'd': kind = OperandKind::write; break;
      case 'n': kind = OperandKind::number; break;
      case 'i': kind = OperandKind::signed_number; break;
      case 'k': kind = OperandKind::constant; break;
      case 's': kind = OperandKind::site; break;
      case 'j': kind = OperandKind::wide_jump; break;
      case 'h': kind = OperandKind::short_jump; break;
      default: break;
    }
    (field == 0 ? operands.a : field == 1 ? operands.b : operands.c) = kind;
    ++field;
  }
  return operands;
}

struct Row {
  std::string_view name;
  Operands operands;
};

constexpr Row kRows[] = {
#define OPCODE(name, operands, meaning) {#name, decode(operands)},
#include "language/opcodes.def"
#undef OPCODE
};

const Row& row_of(Opcode opcode) {
  const auto index = static_cast<size_t>(opcode);
  ENSURE(index < std::size(kRows));
  return kRows[index];
}

}  // namespace

const Operands& operands_of(Opcode opcode) { return row_of(opcode).operands; }

std::string_view opcode_name(Opcode opcode) {
  std::string_view name = row_of(opcode).name;
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

RegisterRange written_registers(const Instruction& instruction) {
  switch (instruction.opcode) {
    case Opcode::get_method:
    case Opcode::match_group: return {instruction.a, 2};
    case Opcode::get_enter: return {instruction.a, 4};
    case Opcode::unpack: return {instruction.a, instruction.c};
    case Opcode::unpack_star:
      return {instruction.a, static_cast<uint32_t>(instruction.c) + 1 + instruction.x};
    default: break;
  }
  const Operands& operands = operands_of(instruction.opcode);
  if (operands.a == OperandKind::write) return {instruction.a, 1};
  if (operands.b == OperandKind::write) return {instruction.b, 1};
  if (operands.c == OperandKind::write) return {instruction.c, 1};
  return {};
}

RegisterRange window_registers(const Instruction& instruction) {
  switch (instruction.opcode) {
    case Opcode::call:
    case Opcode::call_plain:
      return {instruction.a, static_cast<uint32_t>(instruction.b) + 2};
    case Opcode::call_keywords:
      return {instruction.a, static_cast<uint32_t>(instruction.b) + 3};
    case Opcode::call_spread: return {instruction.a, 4};
    case Opcode::with_exception: return {instruction.a, 5};
    case Opcode::build_tuple:
    case Opcode::build_list:
    case Opcode::build_set:
    case Opcode::build_string: return {instruction.b, instruction.c};
    case Opcode::build_map: return {instruction.b, static_cast<uint32_t>(instruction.c) * 2};
    case Opcode::build_slice: return {instruction.b, 3};
    case Opcode::match_class: return {instruction.c, 2};
    case Opcode::make_function: {
      uint32_t count = 0;
      for (int bit = 0; bit < 4; ++bit) count += (instruction.x >> bit) & 1;
      return {instruction.c, count};
    }
    default: return {};
  }
}

bool is_call(Opcode opcode) {
  return opcode == Opcode::call || opcode == Opcode::call_plain ||
         opcode == Opcode::call_keywords || opcode == Opcode::call_spread;
}

bool ends_block(Opcode opcode) {
  switch (opcode) {
    case Opcode::jump:
    case Opcode::jump_back:
    case Opcode::end_async_for:
    case Opcode::return_:
    case Opcode::raise:
    case Opcode::reraise: return true;
    default: return false;
  }
}

bool has_jump(Opcode opcode) {
  const Operands& operands = operands_of(opcode);
  return operands.b == OperandKind::wide_jump || operands.c == OperandKind::short_jump;
}

}  // namespace lockstep
