#include "language/disassembler.h"

#include "language/compile_operands.h"
#include "text/escape.h"
#include "text/float_text.h"

namespace lockstep {

namespace {

std::string constant_text(const Code& code, uint32_t index) {
  const CodeConstant& constant = code.constants[index];
  using Type = CodeConstant::Type;
  switch (constant.type) {
    case Type::none: return "None";
    case Type::true_: return "True";
    case Type::false_: return "False";
    case Type::ellipsis: return "Ellipsis";
    case Type::integer: return std::to_string(constant.integer);
    case Type::big_integer: return std::string(constant.text);
    case Type::real: return float_repr(constant.real);
    case Type::imaginary: return float_repr(constant.real) + "j";
    case Type::string: return string_repr(constant.text);
    case Type::bytes: return bytes_repr(constant.text);
    case Type::tuple:
    case Type::frozen_set: {
      std::string text = constant.type == Type::tuple ? "(" : "frozenset(";
      for (size_t i = 0; i < constant.items.size(); ++i) {
        if (i > 0) text += ", ";
        text += constant_text(code, constant.items[i]);
      }
      return text + ")";
    }
  }
  return "";
}

std::string register_text(const Code& code, uint32_t reg) {
  if (reg < code.local_count) return std::string(code.locals[reg]);
  return "r" + std::to_string(reg - code.local_count);
}

// The names of numbers that mean more than themselves.
std::string compare_text(uint32_t op) {
  static constexpr const char* kNames[] = {"<",  "<=",     "==", "!=",    ">",
                                           ">=", "in", "not in", "is", "is not"};
  return op < std::size(kNames) ? kNames[op] : std::to_string(op);
}

std::string binary_text(uint32_t op) {
  static constexpr const char* kNames[] = {"+",  "-", "*",  "/",  "//", "%", "**",
                                           "@", "<<", ">>", "&", "|",  "^"};
  return op < std::size(kNames) ? kNames[op] : std::to_string(op);
}

std::string extra_text(const Instruction& instruction) {
  const uint32_t x = instruction.x;
  switch (instruction.opcode) {
    case Opcode::compare: return compare_text(x);
    case Opcode::jump_compare:
    case Opcode::jump_compare_int:
      return ((x & 0x80) != 0 ? "unless " : "if ") + compare_text(x & 0x7f);
    case Opcode::binary: return binary_text(x & 0x7f) + ((x & 0x80) != 0 ? "=" : "");
    case Opcode::unary: return x == 0 ? "-" : x == 1 ? "+" : "~";
    default: return "x=" + std::to_string(x);
  }
}

std::string number_text(const Code& code, const Instruction& instruction, uint16_t number,
                        int field) {
  const std::string plain = std::to_string(number);
  auto named = [&](const auto& names) {
    return number < names.size() ? plain + " (" + std::string(names[number]) + ")" : plain;
  };
  switch (instruction.opcode) {
    case Opcode::load_cell:
    case Opcode::delete_cell: return named(code.cell_names);
    case Opcode::load_free:
    case Opcode::store_free:
    case Opcode::delete_free:
    case Opcode::load_class_free:
    case Opcode::load_closure: return named(code.free_names);
    case Opcode::make_function:
      if (field == 1 && number < code.functions.size()) {
        return plain + " (" + std::string(code.functions[number]->name) + ")";
      }
      return plain;
    default: return plain;
  }
}

std::string instruction_text(const Code& code, size_t index) {
  const Instruction& instruction = code.instructions[index];
  const Operands& operands = operands_of(instruction.opcode);
  std::string text(opcode_name(instruction.opcode));
  text.resize(std::max<size_t>(text.size(), 16), ' ');
  bool is_first = true;
  auto add = [&](const std::string& operand) {
    text += is_first ? " " : ", ";
    text += operand;
    is_first = false;
  };
  if (operands.has_extra && instruction.x != 0 && !is_call(instruction.opcode)) {
    add(extra_text(instruction));
  } else if (operands.has_extra &&
             (instruction.opcode == Opcode::compare || instruction.opcode == Opcode::binary ||
              instruction.opcode == Opcode::unary || has_jump(instruction.opcode))) {
    add(extra_text(instruction));
  }
  const OperandKind kinds[] = {operands.a, operands.b, operands.c};
  const uint16_t fields[] = {instruction.a, instruction.b, instruction.c};
  const auto next = static_cast<int64_t>(index) + 1;
  for (int i = 0; i < 3; ++i) {
    switch (kinds[i]) {
      case OperandKind::unused: break;
      case OperandKind::write:
      case OperandKind::read: add(register_text(code, fields[i])); break;
      case OperandKind::number: add(number_text(code, instruction, fields[i], i)); break;
      case OperandKind::signed_number:
        add(std::to_string(static_cast<int16_t>(fields[i])));
        break;
      case OperandKind::constant: add(constant_text(code, instruction.wide())); break;
      case OperandKind::site: add("." + std::string(code.sites[fields[i]].name)); break;
      case OperandKind::wide_jump: add("to " + std::to_string(next + instruction.jump())); break;
      case OperandKind::short_jump:
        add("to " + std::to_string(next + static_cast<int16_t>(fields[i])));
        break;
    }
  }
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

std::string pad_left(std::string text, size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

}  // namespace

std::string disassemble(const Code& code) {
  std::string text;
  int32_t line = -1;
  for (size_t i = 0; i < code.instructions.size(); ++i) {
    const bool is_new_line = code.spans[i].line != line;
    line = code.spans[i].line;
    text += pad_left(is_new_line ? std::to_string(line) : "", 5);
    text += pad_left(std::to_string(i), 5) + "  " + instruction_text(code, i) + "\n";
  }
  for (const Handler& handler : code.handlers) {
    text += "      " + std::to_string(handler.begin) + ".." + std::to_string(handler.end) +
            " -> " + std::to_string(handler.target) + ", exception in " +
            register_text(code, handler.exception_register) + "\n";
  }
  return text;
}

std::string disassemble(const Program& program) {
  std::string text;
  for (const Code* code : program.all_codes) {
    if (!text.empty()) text += "\n";
    text += std::string(code->qualified_name) + ": " + std::to_string(code->local_count) +
            " locals, " + std::to_string(code->register_count) + " registers\n";
    text += disassemble(*code);
  }
  return text;
}

}  // namespace lockstep
