#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "session/sample.h"
#include "world/host_slot.h"
#include "world/host_thread.h"

namespace lockstep {

// One sampling on a thread of its own, with what it has counted so far for others to look at.
class SampleJob {
 public:
  SampleJob(std::string source, std::string name, const SampleOptions& options, uint64_t number);
  ~SampleJob() { cancel(); }

  // It ends soon, with what was counted until then. From any thread.
  void cancel() { cancelled_.store(true); }

  // Never null.
  std::shared_ptr<const SamplesView> view() const { return view_.get(); }

 private:
  void show(const Samples& found, bool running);

  const std::string source_;
  const std::string name_;
  const SampleOptions options_;
  const uint64_t number_;
  std::atomic<bool> cancelled_{false};
  double next_shown_ = 0;              // the job's: seconds since it began
  HostSlot<SamplesView> view_;
  HostThread host_;
};

}  // namespace lockstep
