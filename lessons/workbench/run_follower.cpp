#include "workbench/run_follower.h"

#include <algorithm>

namespace lockstep {
namespace {

// A timeline that lives is fetched this often, or less where there is much to fetch.
constexpr double kTimelineSeconds = 0.05;
constexpr double kSecondsForSpan = 2e-6;
constexpr double kLookSeconds = 0.12;

// Whether outcomes of one can be set beside those of the other.
bool look_at_the_same(const ExploreOptions& a, const ExploreOptions& b) {
  return a.observe == b.observe && a.expression == b.expression && a.arbitrary_time == b.arbitrary_time &&
         a.try_draws == b.try_draws;
}

}  // namespace

RunFollower::RunFollower(std::unique_ptr<Session> session)
    : session_(std::move(session)), snapshot_(std::make_shared<Snapshot>()) {}

void RunFollower::poll(double now) {
  snapshot_ = session_->snapshot();
  if (forgotten_run_ != 0 && snapshot_->run == forgotten_run_) snapshot_ = std::make_shared<Snapshot>();
  exploration_ = session_->exploration();
  if (exploration_ && exploration_->number <= forgotten_exploration_) exploration_ = nullptr;
  samples_ = session_->samples();
  if (samples_ && samples_->number <= forgotten_samples_) samples_ = nullptr;
  if (snapshot_->run != run_) {
    run_ = snapshot_->run;
    output_.clear();
    output_taken_ = 0;
    output_version_ = snapshot_->output_version;
    timeline_.clear();
    timeline_version_ = 0;
    timeline_lives_ = false;
    next_timeline_ = 0;
    next_look_ = 0;
  }
  // A run that was stepped back has not written what came later.
  if (snapshot_->output_count < output_taken_ || snapshot_->output_version != output_version_) {
    output_version_ = snapshot_->output_version;
    output_.clear();
    output_taken_ = 0;
  }
  if (snapshot_->output_count > output_taken_) {
    std::vector<OutputChunk> chunks = session_->output(output_taken_);
    if (snapshot_->moment) chunks.resize(std::min(chunks.size(), snapshot_->output_count - output_taken_));
    output_taken_ += chunks.size();
    output_.append(chunks);
  }
  poll_timeline(now);
  poll_state(now);
}

void RunFollower::poll_state(double now) {
  if (!watches_ || snapshot_->run == 0 || snapshot_->moment) return;
  if (!snapshot_->running && last_look_run_ != snapshot_->run) {
    last_look_run_ = snapshot_->run;
    session_->look();
  } else if (snapshot_->running && now >= next_look_) {
    next_look_ = now + kLookSeconds;
    session_->look();
  }
}

void RunFollower::poll_timeline(double now) {
  timeline_.set_clock(std::max(timeline_.clock(), snapshot_->clock));
  if (snapshot_->run == 0) return;
  // what lasted while the run went on has an end once it is over
  const bool changed = snapshot_->timeline_version != timeline_version_ || snapshot_->running != timeline_lives_;
  if (!changed || (snapshot_->running && now < next_timeline_)) return;
  timeline_version_ = snapshot_->timeline_version;
  timeline_lives_ = snapshot_->running;
  // Threads last: until when they are known is what the others are compared with.
  std::vector<TaskRow> tasks = session_->task_timeline();
  std::vector<TimelineLane> rows = lanes_of(session_->timeline(), std::move(tasks));
  size_t spans = 0;
  double clock = snapshot_->clock;
  for (const TimelineLane& row : rows) {
    spans += row.spans.size();
    if (!row.spans.empty()) clock = std::max(clock, row.spans.back().end);
  }
  timeline_.set_rows(std::move(rows), clock, snapshot_->running);
  next_timeline_ = now + std::max(kTimelineSeconds, double(spans) * kSecondsForSpan);
}

void RunFollower::load(const std::string& source, const std::string& name) {
  diagnostics_ = session_->load(source, name);
}

void RunFollower::run(const RunOptions& options) { session_->run(options); }

void RunFollower::step(const StepCommand& command) { session_->step(command); }

void RunFollower::stop() { session_->stop(); }

void RunFollower::forget() {
  session_->stop();
  forgotten_run_ = session_->snapshot()->run;
  snapshot_ = std::make_shared<Snapshot>();
}

void RunFollower::explore(const ExploreOptions& options) {
  if (samples_ && !look_at_the_same(options, sampled_with_)) {
    session_->stop_sampling();
    forgotten_samples_ = samples_->number;
  }
  explored_with_ = options;
  session_->explore(options);
}

void RunFollower::sample(const SampleOptions& options) {
  if (exploration_ && !look_at_the_same(options.explore, explored_with_)) {
    session_->stop_exploring();
    forgotten_exploration_ = exploration_->number;
  }
  sampled_with_ = options.explore;
  session_->sample(options);
}

void RunFollower::stop_sampling() { session_->stop_sampling(); }

void RunFollower::stop_exploring() { session_->stop_exploring(); }

bool RunFollower::has_just_ended() {
  if (snapshot_->run == 0 || snapshot_->running || ended_run_ == snapshot_->run) return false;
  ended_run_ = snapshot_->run;
  return true;
}

}  // namespace lockstep
