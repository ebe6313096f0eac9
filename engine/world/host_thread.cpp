#include "world/host_thread.h"

#include <chrono>
#include <utility>

namespace lockstep {

HostThread::HostThread(Mode mode) : mode_(mode) {
  if (mode_ == Mode::own_thread) thread_ = std::thread([this] { serve(); });
}

HostThread::~HostThread() {
  if (mode_ == Mode::pumped) return;
  {
    std::lock_guard lock(mutex_);
    leaving_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void HostThread::post(Job job) {
  {
    std::lock_guard lock(mutex_);
    pending_.fetch_add(1, std::memory_order_release);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void HostThread::pump(Time budget) {
  if (mode_ == Mode::own_thread) return;
  const auto end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(budget);
  while (run_slice() && std::chrono::steady_clock::now() < end) {
  }
}

void HostThread::serve() {
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return leaving_ || !jobs_.empty(); });
      if (leaving_) return;
    }
    run_slice();
  }
}

// False when there is no job.
bool HostThread::run_slice() {
  Job* job;
  {
    std::lock_guard lock(mutex_);
    if (jobs_.empty()) return false;
    job = &jobs_.front();  // stays where it is: a deque keeps its elements in place
  }
  if ((*job)() == Slice::again) return true;
  std::lock_guard lock(mutex_);
  jobs_.pop_front();
  pending_.fetch_sub(1, std::memory_order_release);
  return true;
}

}  // namespace lockstep
