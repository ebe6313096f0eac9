// The usual backward analysis: what is live before an instruction is what it reads, and what is live
// behind it except for what it writes. An instruction that may raise inside the range of a handler
// also leaves alive what that handler needs. Repeated until nothing changes. Where in doubt a
// register is called live: that only makes equal states look different.

#include "vm/liveness.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/compile_operands.h"

namespace lockstep {

namespace {

// Functions that look into the registers of their caller.
constexpr std::array<std::string_view, 6> kLookers = {"locals", "vars", "dir", "eval", "exec",
                                                      "_getframe"};

bool is_looked_into(const Code& code) {
  return std::any_of(code.sites.begin(), code.sites.end(), [](const Site& site) {
    return std::find(kLookers.begin(), kLookers.end(), site.name) != kLookers.end();
  });
}

// What it writes may also stay as it was.
bool writes_perhaps(Opcode opcode) {
  return opcode == Opcode::for_iter || opcode == Opcode::send || opcode == Opcode::yield_;
}

}  // namespace

void Liveness::note_reads(const Instruction& instruction, uint64_t* row) const {
  const Operands& operands = operands_of(instruction.opcode);
  if (operands.a == OperandKind::read) set(row, instruction.a);
  if (operands.b == OperandKind::read) set(row, instruction.b);
  if (operands.c == OperandKind::read) set(row, instruction.c);
  if (instruction.opcode == Opcode::make_cell || instruction.opcode == Opcode::send) {
    set(row, instruction.a);
  }
  const RegisterRange window = window_registers(instruction);
  for (uint32_t i = window.first; i < window.first + window.count; ++i) {
    if (instruction.opcode == Opcode::call_plain && i == instruction.a + 1u) continue;
    set(row, i);
  }
}

Liveness::Liveness(const Code& code) : stride_(code.register_count / 64 + 1) {
  const size_t count = code.instructions.size();
  before_.assign(count * stride_, is_looked_into(code) ? ~uint64_t{0} : 0);
  beyond_ = before_;

  std::vector<const Handler*> handler_of(count, nullptr);
  for (const Handler& handler : code.handlers) {
    for (uint32_t i = handler.begin; i < handler.end; ++i) {
      if (handler_of[i] == nullptr) handler_of[i] = &handler;
    }
  }

  Bits after(stride_), caught(stride_);
  bool changed = true;
  while (changed) {
    changed = false;
    for (size_t i = count; i-- > 0;) {
      const Instruction& instruction = code.instructions[i];
      std::fill(after.begin(), after.end(), 0);
      std::fill(caught.begin(), caught.end(), 0);
      const auto flow_from = [&](size_t target) {
        if (target >= count) return;
        for (size_t w = 0; w < stride_; ++w) after[w] |= before_[target * stride_ + w];
      };
      if (!ends_block(instruction.opcode)) flow_from(i + 1);
      if (has_jump(instruction.opcode)) {
        const bool wide = operands_of(instruction.opcode).b == OperandKind::wide_jump;
        const int64_t distance =
            wide ? instruction.jump() : static_cast<int64_t>(static_cast<int16_t>(instruction.c));
        flow_from(static_cast<size_t>(static_cast<int64_t>(i) + 1 + distance));
      }
      if (const Handler* handler = handler_of[i]) {
        for (size_t w = 0; w < stride_; ++w) caught[w] = before_[handler->target * stride_ + w];
        const uint32_t place = handler->exception_register;
        caught[place / 64] &= ~(uint64_t{1} << (place % 64));
      }
      if (!writes_perhaps(instruction.opcode)) {
        const RegisterRange written = written_registers(instruction);
        for (uint32_t place = written.first; place < written.first + written.count; ++place) {
          after[place / 64] &= ~(uint64_t{1} << (place % 64));
        }
      }
      for (size_t w = 0; w < stride_; ++w) beyond_[i * stride_ + w] |= after[w] | caught[w];
      note_reads(instruction, after.data());
      for (size_t w = 0; w < stride_; ++w) {
        uint64_t& known = before_[i * stride_ + w];
        const uint64_t now = known | after[w] | caught[w];
        changed = changed || now != known;
        known = now;
      }
    }
  }
}

}  // namespace lockstep
