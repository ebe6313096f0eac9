#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace lockstep {

// How far somebody knows each thread to have come, in each thread's own time. Threads by their ids.
class VectorClock {
 public:
  uint32_t of(uint32_t task) const { return task < times_.size() ? times_[task] : 0; }

  void raise(uint32_t task, uint32_t time) {
    if (task >= times_.size()) times_.resize(task + 1);
    times_[task] = std::max(times_[task], time);
  }

  // True when that told it anything new.
  bool join(const VectorClock& other) {
    if (other.times_.size() > times_.size()) times_.resize(other.times_.size());
    bool is_new = false;
    for (size_t i = 0; i < other.times_.size(); ++i) {
      is_new = is_new || other.times_[i] > times_[i];
      times_[i] = std::max(times_[i], other.times_[i]);
    }
    return is_new;
  }

 private:
  std::vector<uint32_t> times_;
};

}  // namespace lockstep
