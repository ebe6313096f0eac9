#include "language/compile_bound_analysis.h"

#include "language/compile_operands.h"

namespace lockstep {

namespace {

bool test(const std::vector<uint64_t>& state, uint32_t local) {
  return ((state[local / 64] >> (local % 64)) & 1) != 0;
}
void set(std::vector<uint64_t>& state, uint32_t local) {
  state[local / 64] |= uint64_t{1} << (local % 64);
}
void reset(std::vector<uint64_t>& state, uint32_t local) {
  state[local / 64] &= ~(uint64_t{1} << (local % 64));
}

}  // namespace

void BoundAnalysis::run(uint32_t parameter_count, uint32_t local_count) {
  local_count_ = local_count;
  find_blocks();
  State entry((local_count + 63) / 64, 0);
  for (uint32_t i = 0; i < parameter_count; ++i) set(entry, i);
  flow_into(0, entry);
  while (!pending_.empty()) {
    Block& block = blocks_[pending_.back()];
    pending_.pop_back();
    block.is_pending = false;
    State state = block.entry;
    walk(block, state, Mode::propagate);
  }
  for (const Block& block : blocks_) {
    if (!block.is_reached) continue;
    State state = block.entry;
    walk(block, state, Mode::remove);
  }
}

void BoundAnalysis::find_blocks() {
  const auto& items = builder_.items_;
  std::vector<bool> starts(items.size() + 1, false);
  starts[0] = true;
  for (size_t i = 0; i < items.size(); ++i) {
    if (items[i].is_dead) continue;
    if (items[i].label >= 0) {
      starts[builder_.target_of(items[i])] = true;
      starts[i + 1] = true;
    } else if (ends_block(items[i].instruction.opcode)) {
      starts[i + 1] = true;
    }
    if (items[i].region >= 0) {
      const auto& region = builder_.regions_[static_cast<size_t>(items[i].region)];
      starts[builder_.labels_[static_cast<size_t>(region.target.id)]] = true;
    }
  }
  block_at_.assign(items.size() + 1, 0);
  for (uint32_t i = 0; i < items.size(); ++i) {
    if (starts[i]) {
      block_at_[i] = static_cast<uint32_t>(blocks_.size());
      blocks_.push_back({i, i + 1, {}, false, false});
    } else {
      blocks_.back().end = i + 1;
    }
  }
}

void BoundAnalysis::flow_into(uint32_t item, const State& state) {
  if (item >= builder_.items_.size()) return;
  const uint32_t index = block_at_[item];
  Block& block = blocks_[index];
  bool changed = false;
  if (!block.is_reached) {
    block.is_reached = true;
    block.entry = state;
    changed = true;
  } else {
    for (size_t i = 0; i < state.size(); ++i) {
      const uint64_t met = block.entry[i] & state[i];
      changed |= met != block.entry[i];
      block.entry[i] = met;
    }
  }
  if (changed && !block.is_pending) {
    block.is_pending = true;
    pending_.push_back(index);
  }
}

void BoundAnalysis::apply(const Instruction& instruction, State& state) const {
  if (instruction.opcode == Opcode::clear) {
    if (instruction.a < local_count_) reset(state, instruction.a);
    return;
  }
  if (instruction.opcode == Opcode::check_bound) return set(state, instruction.a);
  const RegisterRange range = written_registers(instruction);
  for (uint32_t i = range.first; i < range.first + range.count && i < local_count_; ++i) {
    set(state, i);
  }
}

void BoundAnalysis::walk(const Block& block, State& state, Mode mode) {
  const uint32_t end = block.end;
  for (uint32_t i = block.begin; i < end; ++i) {
    auto& item = builder_.items_[i];
    if (item.is_dead) continue;
    const Instruction& instruction = item.instruction;
    if (mode == Mode::remove) {
      if (instruction.opcode == Opcode::check_bound && test(state, instruction.a)) {
        item.is_dead = true;
        continue;
      }
      apply(instruction, state);
      continue;
    }
    if (item.region >= 0) {
      const auto& region = builder_.regions_[static_cast<size_t>(item.region)];
      flow_into(builder_.labels_[static_cast<size_t>(region.target.id)], state);
    }
    // for_iter leaves its target alone when it jumps.
    const bool writes_only_on = instruction.opcode == Opcode::for_iter;
    if (item.label >= 0 && writes_only_on) flow_into(builder_.target_of(item), state);
    apply(instruction, state);
    if (item.label >= 0 && !writes_only_on) flow_into(builder_.target_of(item), state);
    if (ends_block(instruction.opcode)) return;
  }
  if (mode == Mode::propagate) flow_into(end, state);
}

}  // namespace lockstep
