#pragma once

#include <cstdint>

namespace lockstep {

// What a run may use: the one place where this is said. 0 means: no limit. Running out of memory and of
// recursion are exceptions that a script can catch; the others end the run.
struct Limits {
  uint64_t steps = 0;                        // instructions' safe points passed, all threads together
  uint64_t memory_bytes = uint64_t{1} << 30;
  uint32_t threads = 2000;                   // alive at once
  double seconds = 0;                        // of wall-clock time
  uint32_t recursion = 1000;                 // frames of a thread; until the script sets another
};

}  // namespace lockstep
