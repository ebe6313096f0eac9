#pragma once

#include <memory>
#include <string>
#include <vector>

#include "session/explore.h"
#include "session/sample.h"
#include "session/session.h"
#include "workbench/output_log.h"
#include "workbench/timeline_model.h"

namespace lockstep {

// Keeps up with a session: asks it for what is new, once a frame, and never waits for it.
class RunFollower {
 public:
  explicit RunFollower(std::unique_ptr<Session> session);

  // Takes in what has happened. `now`: seconds of any steady clock.
  void poll(double now);

  // Compiles a program and makes it the one to run.
  void load(const std::string& source, const std::string& name);
  void run(const RunOptions& options);
  void step(const StepCommand& command);
  void stop();
  // The run is shown no longer; the next one will be.
  void forget();
  // Whether somebody looks at the locks, queues and event loops of a free run: then they are asked for again and again.
  void watch_state(bool watches) { watches_ = watches; }
  // What was explored or sampled with other options is no longer shown.
  void explore(const ExploreOptions& options);
  void stop_exploring();
  void sample(const SampleOptions& options);
  void stop_sampling();

  const Snapshot& snapshot() const { return *snapshot_; }
  // Null: nothing was explored since the program was loaded.
  const ExplorationView* exploration() const { return exploration_.get(); }
  // Null: no runs were counted since the program was loaded.
  const SamplesView* samples() const { return samples_.get(); }
  const OutputLog& output() const { return output_; }
  const TimelineModel& timeline() const { return timeline_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  // The run that was followed has come to its end since the last call.
  bool has_just_ended();

 private:
  void poll_timeline(double now);
  void poll_state(double now);

  std::unique_ptr<Session> session_;
  std::shared_ptr<const Snapshot> snapshot_;
  OutputLog output_;
  size_t output_taken_ = 0;
  uint64_t output_version_ = 0;
  std::shared_ptr<const ExplorationView> exploration_;
  std::shared_ptr<const SamplesView> samples_;
  ExploreOptions explored_with_;
  ExploreOptions sampled_with_;
  uint64_t forgotten_exploration_ = 0;   // explorations up to this one are not shown
  uint64_t forgotten_samples_ = 0;
  TimelineModel timeline_;
  uint64_t timeline_version_ = 0;
  bool timeline_lives_ = false;
  double next_timeline_ = 0;
  bool watches_ = false;
  double next_look_ = 0;
  uint64_t last_look_run_ = 0;           // the run that was looked at after its end
  std::vector<Diagnostic> diagnostics_;
  uint64_t run_ = 0;
  uint64_t forgotten_run_ = 0;
  uint64_t ended_run_ = 0;
};

}  // namespace lockstep
