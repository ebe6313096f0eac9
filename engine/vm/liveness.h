#pragma once

#include <cstdint>
#include <vector>

#include "language/code.h"

namespace lockstep {

// Which registers of a code still matter at each of its instructions: the others hold what nobody
// will read before it is written again. Immutable once made.
class Liveness {
 public:
  explicit Liveness(const Code& code);

  // When the instruction is about to be executed, or to be executed again.
  bool before(size_t instruction, uint32_t place) const { return test(before_, instruction, place); }
  // When it waits for a result that will land where the instruction says.
  bool beyond(size_t instruction, uint32_t place) const { return test(beyond_, instruction, place); }

 private:
  using Bits = std::vector<uint64_t>;
  bool test(const Bits& bits, size_t instruction, uint32_t place) const {
    return ((bits[instruction * stride_ + place / 64] >> (place % 64)) & 1) != 0;
  }
  static void set(uint64_t* row, uint32_t place) { row[place / 64] |= uint64_t{1} << (place % 64); }
  void note_reads(const Instruction& instruction, uint64_t* row) const;

  size_t stride_;
  Bits before_;
  Bits beyond_;
};

}  // namespace lockstep
