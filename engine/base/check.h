#pragma once

#include <stdexcept>
#include <string>

namespace lockstep {

// A mistake of ours, never of a learner's: an invariant of the engine did not hold. The session
// catches it at its door, ends the run it happened in and reports it; nothing else may catch it.
class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void fail_ensure(const char* condition, const char* file, int line);

}  // namespace lockstep

// States what must be true if our own code is right. Always compiled in: conditions are cheap.
#define ENSURE(condition)                                              \
  (static_cast<bool>(condition) ? static_cast<void>(0)                \
                                : ::lockstep::fail_ensure(#condition, __FILE__, __LINE__))
