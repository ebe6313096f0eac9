#include "language/compile_verify.h"

#include "language/compile_operands.h"

namespace lockstep {

namespace {

class Verifier {
 public:
  explicit Verifier(const Code& code) : code_(code) {}

  std::string run() {
    check_frame();
    for (size_t i = 0; i < code_.instructions.size() && problem_.empty(); ++i) {
      at_ = i;
      check_instruction(code_.instructions[i]);
    }
    check_handlers();
    return problem_;
  }

 private:
  void require(bool condition, const char* what) {
    if (condition || !problem_.empty()) return;
    problem_ = std::string(code_.qualified_name) + " (line " + std::to_string(code_.first_line) +
               "), instruction " + std::to_string(at_) + ": " + what;
    if (at_ < code_.instructions.size()) {
      problem_ += " in " + std::string(opcode_name(code_.instructions[at_].opcode));
    }
  }

  void check_frame() {
    const auto& instructions = code_.instructions;
    require(!instructions.empty(), "no instructions");
    require(code_.spans.size() == instructions.size(), "one span for each instruction");
    require(code_.local_count == code_.locals.size(), "a name for each local");
    require(code_.local_count <= code_.register_count, "locals are registers");
    const uint32_t parameters = static_cast<uint32_t>(code_.positional_count) +
                                code_.keyword_only_count + (code_.has_star_args ? 1 : 0) +
                                (code_.has_star_kwargs ? 1 : 0);
    require(parameters <= code_.local_count, "parameters are locals");
    require(code_.positional_only_count <= code_.positional_count, "positional-only parameters");
    if (!instructions.empty()) {
      require(ends_block(instructions.back().opcode), "control runs off the end");
    }
    const bool makes_generator = code_.is_generator || code_.is_coroutine;
    require(makes_generator ==
                (!instructions.empty() && instructions[0].opcode == Opcode::make_generator),
            "make_generator comes first");
  }

  void check_register(uint32_t reg) { require(reg < code_.register_count, "no such register"); }

  void check_field(OperandKind kind, uint16_t field, const Instruction& instruction) {
    switch (kind) {
      case OperandKind::read:
      case OperandKind::write: return check_register(field);
      case OperandKind::site: return require(field < code_.sites.size(), "no such site");
      case OperandKind::constant:
        return require(instruction.wide() < code_.constants.size(), "no such constant");
      case OperandKind::wide_jump: return check_target(instruction.jump());
      case OperandKind::short_jump: return check_target(static_cast<int16_t>(instruction.c));
      default: return;
    }
  }

  void check_target(int64_t distance) {
    const int64_t target = static_cast<int64_t>(at_) + 1 + distance;
    require(target >= 0 && target < static_cast<int64_t>(code_.instructions.size()),
            "jump out of the code");
  }

  void check_range(RegisterRange range) {
    require(range.first + range.count <= code_.register_count, "registers out of range");
  }

  void check_instruction(const Instruction& instruction) {
    const Operands& operands = operands_of(instruction.opcode);
    check_field(operands.a, instruction.a, instruction);
    check_field(operands.b, instruction.b, instruction);
    if (operands.b != OperandKind::constant && operands.b != OperandKind::wide_jump) {
      check_field(operands.c, instruction.c, instruction);
    }
    require(operands.has_extra || instruction.x == 0, "unexpected extra operand");
    check_range(written_registers(instruction));
    check_range(window_registers(instruction));
    switch (instruction.opcode) {
      case Opcode::jump_back: require(instruction.jump() < 0, "jump_back goes back"); break;
      case Opcode::jump: require(instruction.jump() >= 0, "jump goes forward"); break;
      case Opcode::check_bound:
        require(instruction.a < code_.local_count, "check_bound of no local");
        break;
      case Opcode::load_cell:
        require(instruction.c < code_.cell_names.size(), "no such cell name");
        break;
      case Opcode::delete_cell:
        require(instruction.b < code_.cell_names.size(), "no such cell name");
        break;
      case Opcode::load_free:
      case Opcode::store_free:
      case Opcode::load_class_free:
      case Opcode::load_closure:
        require(instruction.b < code_.free_names.size(), "no such closure cell");
        break;
      case Opcode::delete_free:
        require(instruction.a < code_.free_names.size(), "no such closure cell");
        break;
      case Opcode::make_function:
        require(instruction.b < code_.functions.size(), "no such function");
        break;
      case Opcode::send: check_send_loop(instruction); break;
      case Opcode::yield_:
        require(instruction.x == 0 ||
                    (at_ > 0 && code_.instructions[at_ - 1].opcode == Opcode::send),
                "yield of a send loop without its send");
        break;
      default: break;
    }
  }

  void check_send_loop(const Instruction& send) {
    const bool fits = at_ + 2 < code_.instructions.size();
    require(fits, "send loop is cut off");
    if (!fits) return;
    const Instruction& yield = code_.instructions[at_ + 1];
    const Instruction& back = code_.instructions[at_ + 2];
    require(yield.opcode == Opcode::yield_ && yield.x == 1 && yield.a == send.a &&
                yield.b == send.a,
            "send is followed by its yield");
    require(back.opcode == Opcode::jump_back && back.jump() == -3, "send loop goes back to send");
  }

  void check_handlers() {
    uint32_t last_end = 0;
    for (const Handler& handler : code_.handlers) {
      require(handler.begin < handler.end && handler.end <= code_.instructions.size(),
              "handler range");
      require(handler.begin >= last_end, "handler ranges overlap");
      require(handler.target < code_.instructions.size(), "handler target");
      check_register(handler.exception_register);
      require(handler.exception_register >= code_.local_count, "exception register is a local");
      last_end = handler.end;
    }
  }

  const Code& code_;
  size_t at_ = 0;
  std::string problem_;
};

}  // namespace

std::string verify(const Code& code) { return Verifier(code).run(); }

}  // namespace lockstep
