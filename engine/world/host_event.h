#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "world/time.h"

namespace lockstep {

// Something that happens once, and that threads of the host can wait for. Any thread may call; never
// wait on an interface's thread.
class HostEvent {
 public:
  void set() {
    std::lock_guard<std::mutex> guard(mutex_);
    happened_ = true;
    changed_.notify_all();
  }

  void wait() {
    std::unique_lock<std::mutex> guard(mutex_);
    changed_.wait(guard, [this] { return happened_; });
  }

  // False when `timeout` nanoseconds passed first.
  bool wait_for(Time timeout) {
    std::unique_lock<std::mutex> guard(mutex_);
    return changed_.wait_for(guard, std::chrono::nanoseconds(timeout), [this] { return happened_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool happened_ = false;
};

}  // namespace lockstep
