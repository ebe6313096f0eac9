#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace lockstep {

// The latest of something that one thread of the host makes and others look at: what is put in is never
// changed any more, so who has taken it may keep it. Any thread may call; nobody waits for more than a
// pointer's copying.
template <class T>
class HostSlot {
 public:
  void put(std::shared_ptr<const T> value) {
    std::lock_guard<std::mutex> guard(mutex_);
    value_.swap(value);
  }

  // Null until something was put in.
  std::shared_ptr<const T> get() const {
    std::lock_guard<std::mutex> guard(mutex_);
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> value_;
};

}  // namespace lockstep
