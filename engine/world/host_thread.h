#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "world/time.h"

namespace lockstep {

// One background worker that executes jobs in the order they were posted: what drives controlled
// runs and explorations, so that the interface never waits for them. Where there are no threads it
// has none either: then the interface pumps, and jobs advance a slice at a time.
//
// A job is called again and again until it says that it is done, so a long one is cut into slices
// of a few milliseconds, and looks at its own cancel flag between them. A job must not throw.
class HostThread {
 public:
  enum class Mode { own_thread, pumped };
  enum class Slice { again, done };
  using Job = std::function<Slice()>;

  explicit HostThread(Mode mode);
  HostThread(const HostThread&) = delete;
  HostThread& operator=(const HostThread&) = delete;

  // Lets the slice that runs come to its end and drops all jobs.
  ~HostThread();

  // From any thread, jobs included.
  void post(Job job);

  // True while no job is posted or running.
  bool idle() const { return pending_.load(std::memory_order_acquire) == 0; }

  // Pumped mode: runs slices on the calling thread until `budget` nanoseconds have passed or no job
  // is left; at least one slice if there is any. Does nothing in the other mode.
  void pump(Time budget);

 private:
  void serve();
  bool run_slice();

  const Mode mode_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;  // the first one is running
  std::atomic<int> pending_{0};
  bool leaving_ = false;
  std::thread thread_;
};

}  // namespace lockstep
