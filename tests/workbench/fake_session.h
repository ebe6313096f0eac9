#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "session/explore.h"
#include "session/sample.h"
#include "session/session.h"

namespace lockstep {

// A session that runs nothing: it plays a run that was written down, as time goes by. The time comes
// from the function it is given.
class FakeSession : public Session {
 public:
  struct Script {
    std::vector<TimelineRow> rows;             // whole lives; what lies in the future is not shown yet
    std::vector<bool> daemons;
    std::vector<OutputChunk> output;           // in order of time
    std::function<int(size_t thread, double time)> line_at;
    Outcome outcome;                           // at the end
    double length = 1;                         // seconds
  };

  FakeSession(Script script, std::function<double()> now) : script_(std::move(script)), now_(std::move(now)) {}

  std::vector<Diagnostic> load(std::string_view source, std::string_view name) override {
    loaded_ = source;
    name_ = name;
    return diagnostics_;
  }
  void run(const RunOptions& options) override {
    options_ = options;
    ++run_;
    began_ = now_();
    stopped_at_ = -1;
  }
  void stop() override {
    if (run_ > 0 && clock() < script_.length) stopped_at_ = clock();
  }
  void step(const StepCommand& command) override { steps_.push_back(command); }
  void wait() override {}
  void explore(const ExploreOptions& options) override {
    explore_options_ = options;
    ++explorations_;
  }
  void stop_exploring() override { exploration_stopped_ = true; }
  std::shared_ptr<const ExplorationView> exploration() override { return exploration_; }

  void sample(const SampleOptions& options) override {
    sample_options_ = options;
    ++samplings_;
  }
  void stop_sampling() override { sampling_stopped_ = true; }
  std::shared_ptr<const SamplesView> samples() override { return samples_; }
  void look() override { ++looks_; }

  std::shared_ptr<const Snapshot> snapshot() override {
    auto snapshot = std::make_shared<Snapshot>();
    if (run_ == 0) return snapshot;
    const double time = clock();
    const bool over = time >= script_.length;
    snapshot->run = run_;
    snapshot->running = !over && stopped_at_ < 0;
    snapshot->clock = time;
    for (size_t row = 0; row < script_.rows.size(); ++row) add_thread(*snapshot, row, time, over);
    snapshot->output_count = output_count(time);
    snapshot->timeline_version = uint64_t(time * 1e6) + 1;
    if (stopped_at_ >= 0) snapshot->outcome.kind = OutcomeKind::stopped;
    else if (over) snapshot->outcome = script_.outcome;
    if (looks_ > 0) {
      snapshot->primitives = primitives_;
      snapshot->loops = loops_;
    }
    if (options_.mode == RunMode::step && moment_) {
      snapshot->findings = findings_;
      snapshot->primitives = nullptr;
      snapshot->loops = nullptr;
      snapshot->moment = moment_;
      snapshot->threads = step_threads_;
      snapshot->running = false;
      snapshot->outcome = {};
    }
    return snapshot;
  }

  std::vector<OutputChunk> output(size_t first) override {
    const size_t count = run_ == 0 ? 0 : output_count(clock());
    return {script_.output.begin() + std::ptrdiff_t(std::min(first, count)),
            script_.output.begin() + std::ptrdiff_t(count)};
  }

  std::vector<TimelineRow> timeline() override {
    std::vector<TimelineRow> rows;
    const double time = clock();
    for (const TimelineRow& whole : script_.rows) {
      if (whole.spans.empty() || whole.spans.front().begin > time) break;
      TimelineRow row{whole.thread, whole.name, {}};
      for (const Span& span : whole.spans) {
        if (span.begin > time) break;
        row.spans.push_back(span);
        row.spans.back().end = std::min(span.end, time);
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  std::string chrome_trace() override { return "[]"; }

  const std::string& loaded() const { return loaded_; }
  const RunOptions& options() const { return options_; }
  const std::vector<StepCommand>& steps() const { return steps_; }
  int explorations() const { return explorations_; }
  bool exploration_stopped() const { return exploration_stopped_; }
  void set_exploration(const Exploration& found, bool running) {
    exploration_ = std::make_shared<ExplorationView>(
        ExplorationView{1, running, std::make_shared<Exploration>(found)});
  }
  const SampleOptions& sample_options() const { return sample_options_; }
  const ExploreOptions& explore_options() const { return explore_options_; }
  int samplings() const { return samplings_; }
  bool sampling_stopped() const { return sampling_stopped_; }
  void set_samples(const Samples& found, bool running) {
    samples_ = std::make_shared<SamplesView>(SamplesView{1, running, std::make_shared<Samples>(found)});
  }
  int looks() const { return looks_; }
  void set_primitives(std::vector<PrimitiveView> primitives) {
    primitives_ = std::make_shared<std::vector<PrimitiveView>>(std::move(primitives));
  }
  void set_loops(std::vector<LoopView> loops) { loops_ = std::make_shared<std::vector<LoopView>>(std::move(loops)); }
  void set_findings(std::vector<Finding> findings) {
    findings_ = std::make_shared<const std::vector<Finding>>(std::move(findings));
  }
  // What a stepped run shows from then on.
  void set_moment(std::shared_ptr<const Moment> moment, std::vector<ThreadView> threads) {
    moment_ = std::move(moment);
    step_threads_ = std::move(threads);
  }
  void set_diagnostics(std::vector<Diagnostic> diagnostics) { diagnostics_ = std::move(diagnostics); }

 private:
  double clock() const {
    return stopped_at_ >= 0 ? stopped_at_ : std::min(script_.length, now_() - began_);
  }
  size_t output_count(double time) const {
    const auto end = std::find_if(script_.output.begin(), script_.output.end(),
                                  [time](const OutputChunk& chunk) { return chunk.time > time; });
    return size_t(end - script_.output.begin());
  }
  void add_thread(Snapshot& snapshot, size_t row, double time, bool over) const {
    const TimelineRow& data = script_.rows[row];
    if (data.spans.empty() || data.spans.front().begin > time) return;
    ThreadView thread;
    thread.id = data.thread;
    thread.name = data.name;
    thread.daemon = row < script_.daemons.size() && script_.daemons[row];
    thread.status = ThreadStatus::ended;
    const auto next = std::partition_point(data.spans.begin(), data.spans.end(),
                                           [time](const Span& span) { return span.end <= time; });
    const bool stuck = over && script_.outcome.kind == OutcomeKind::deadlock;
    if (next != data.spans.end() || stuck) {
      const Span& now = next != data.spans.end() ? *next : data.spans.back();
      thread.status = now.status;
      if (now.status == ThreadStatus::waiting) thread.waiting_for = now.label;
    }
    if (thread.status != ThreadStatus::ended) {
      ++snapshot.live_threads;
      thread.line = script_.line_at ? script_.line_at(row, time) : 0;
    }
    snapshot.threads.push_back(std::move(thread));
  }

  Script script_;
  std::function<double()> now_;
  std::string loaded_, name_;
  RunOptions options_;
  std::vector<Diagnostic> diagnostics_;
  uint64_t run_ = 0;
  double began_ = 0;
  double stopped_at_ = -1;
  std::vector<StepCommand> steps_;
  std::shared_ptr<const Moment> moment_;
  std::vector<ThreadView> step_threads_;
  ExploreOptions explore_options_;
  std::shared_ptr<const ExplorationView> exploration_;
  int explorations_ = 0;
  SampleOptions sample_options_;
  std::shared_ptr<const SamplesView> samples_;
  int samplings_ = 0;
  bool sampling_stopped_ = false;
  int looks_ = 0;
  std::shared_ptr<const std::vector<PrimitiveView>> primitives_;
  std::shared_ptr<const std::vector<LoopView>> loops_;
  std::shared_ptr<const std::vector<Finding>> findings_ = std::make_shared<const std::vector<Finding>>();
  bool exploration_stopped_ = false;
};

}  // namespace lockstep
