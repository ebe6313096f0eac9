#pragma once

#include <mutex>

namespace lockstep {

// Runs a function once per object, whichever thread comes first; the others wait until it is done.
// For what the process makes when it is first needed, never within a run's own state.
class HostOnce {
 public:
  template <class Function>
  void run(Function&& function) {
    std::call_once(flag_, std::forward<Function>(function));
  }

 private:
  std::once_flag flag_;
};

}  // namespace lockstep
