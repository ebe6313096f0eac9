#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "session/explore.h"
#include "world/host_slot.h"
#include "world/host_thread.h"

namespace lockstep {

// One exploration on a thread of its own, with what it has found so far for others to look at.
class ExplorationJob {
 public:
  ExplorationJob(std::string source, std::string name, const ExploreOptions& options, uint64_t number);
  ~ExplorationJob() { cancel(); }

  // It ends soon, with what was found until then. From any thread.
  void cancel() { cancelled_.store(true); }

  // Never null.
  std::shared_ptr<const ExplorationView> view() const { return view_.get(); }

 private:
  void show(const Exploration& found, bool running);

  const std::string source_;
  const std::string name_;
  const ExploreOptions options_;
  const uint64_t number_;
  std::atomic<bool> cancelled_{false};
  HostSlot<ExplorationView> view_;
  HostThread host_;
};

}  // namespace lockstep
