#pragma once

#include <cstdint>
#include <vector>

#include "language/compile_builder.h"

namespace lockstep {

// Finds which locals are surely bound at each check_bound and removes the checks that cannot fail.
//
// A forward flow analysis over basic blocks: the state is the set of bound locals, the meet is
// intersection, and an exception leaves for its handler with the state in front of the instruction
// that raised it. `clear` unbinds, every write binds, a check that passed binds too.
class BoundAnalysis {
 public:
  explicit BoundAnalysis(CodeBuilder& builder) : builder_(builder) {}

  void run(uint32_t parameter_count, uint32_t local_count);

 private:
  using State = std::vector<uint64_t>;
  struct Block {
    uint32_t begin = 0;
    uint32_t end = 0;
    State entry;
    bool is_reached = false;
    bool is_pending = false;
  };

  void find_blocks();
  void flow_into(uint32_t item, const State& state);
  // Applies a block's instructions to `state`; either hands states on, or removes checks.
  enum class Mode : uint8_t { propagate, remove };
  void walk(const Block& block, State& state, Mode mode);
  void apply(const Instruction& instruction, State& state) const;

  CodeBuilder& builder_;
  uint32_t local_count_ = 0;
  std::vector<Block> blocks_;
  std::vector<uint32_t> block_at_;    // item index -> block index, valid at block starts
  std::vector<uint32_t> pending_;
};

}  // namespace lockstep
