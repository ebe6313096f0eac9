#pragma once

#include <atomic>
#include <cstdint>

namespace lockstep {

// What may be asked of a running machine from outside, polled at safe points (calls and backward
// jumps, as CPython's eval breaker). Any thread may raise a flag; the machine only looks at them and
// returns Pause::interrupted when one is up, except for collecting and sampling, which it serves itself.
class Interrupts {
 public:
  enum Flag : uint32_t {
    kSwitch = 1,    // another thread wants the GIL
    kStop = 2,      // the run is to end now
    kCollect = 4,   // the heap wants a collection
    kLimit = 8,     // a limit of the run was reached
    kSample = 16,   // somebody wants to know where the thread is
  };

  bool any() const { return flags_.load(std::memory_order_relaxed) != 0; }
  uint32_t flags() const { return flags_.load(std::memory_order_acquire); }
  void raise(Flag flag) { flags_.fetch_or(flag, std::memory_order_release); }
  void clear(Flag flag) { flags_.fetch_and(~static_cast<uint32_t>(flag), std::memory_order_acq_rel); }

 private:
  std::atomic<uint32_t> flags_{0};
};

}  // namespace lockstep
