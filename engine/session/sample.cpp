// Runs without explanations: each begins from a copy of the machine taken before its first choice, so a run
// costs what its steps cost.
#include "session/sample.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <unordered_set>

#include <xxhash.h>

#include "control/policy.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/machine_replica.h"
#include "session/run.h"
#include "vm/image.h"

namespace lockstep {

namespace {

constexpr uint64_t kMostStepsOfSample = 1'000'000;        // of one run
constexpr uint64_t kStepsBetweenLooks = 512;      // whether somebody wants it to end
constexpr size_t kMostScheduleBytes = 32 << 20;   // of all schedules together
constexpr uint32_t kPriorityChanges = 2;
constexpr Time kFreeLook = 20'000'000;

uint64_t hash_of(const std::vector<uint32_t>& choices) {
  return XXH3_64bits(choices.data(), choices.size() * sizeof(uint32_t));
}

class Sampler {
 public:
  Sampler(const SampleOptions& options, const std::function<bool(const Samples&)>& progress)
      : options_(options), progress_(progress), began_(std::chrono::steady_clock::now()) {
    samples_.wanted = options.runs;
    samples_.order = options.order;
  }

  Samples run_controlled(const std::shared_ptr<const LoadedProgram>& program, uint64_t hash) {
    MachineReplica replica(program, options_.explore);
    if (!replica.has_begun()) {
      add({EndKind::limit, "", "", "the program does nothing another thread could notice, for too long"}, "");
      return std::move(samples_);
    }
    const Replica::Token start = replica.save();
    schedule_.program = hash;
    schedule_.arbitrary_time = options_.explore.arbitrary_time;
    while (goes_on()) {
      replica.restore(start);
      if (!play(replica)) break;
      if (orders_.insert(hash_of(schedule_.choices)).second) samples_.orders++;
      add(replica.outcome(), schedule_.text());
    }
    samples_.seconds = seconds();
    return std::move(samples_);
  }

  Samples run_free(const std::shared_ptr<const LoadedProgram>& program) {
    while (goes_on()) {
      std::string output;
      RunOptions options;
      options.switch_interval = options_.switch_interval;
      options.arguments = options_.explore.arguments;
      options.input = options_.explore.input;
      options.limits.seconds = std::max(0.001, options_.max_seconds - seconds());
      const auto run = make_free_run(program, options, [&output](const OutputChunk& chunk) {
        if (!chunk.is_error) output += chunk.text;
      });
      run->start();
      bool cancelled = false;
      while (!run->wait_for(kFreeLook)) {
        if (!cancelled && (progress_ && !progress_(samples_))) {
          cancelled = true;
          run->request_stop();
        }
      }
      const Outcome& outcome = run->outcome();
      // Cut off by whoever cancelled, or by the time for all runs: no end of the program's own.
      if (cancelled || outcome.kind == OutcomeKind::limit || outcome.kind == OutcomeKind::stopped) break;
      add_free(outcome, std::move(output));
    }
    samples_.seconds = seconds();
    return std::move(samples_);
  }

 private:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

  bool goes_on() {
    samples_.seconds = seconds();
    return samples_.runs < options_.runs && samples_.seconds < options_.max_seconds &&
           (!progress_ || progress_(samples_));
  }

  std::unique_ptr<Policy> make_policy() const {
    const uint64_t seed = options_.first_seed + samples_.runs;
    switch (options_.order) {
      case SampleOptions::Order::turns:
        return std::make_unique<RoundRobinPolicy>(static_cast<uint32_t>(samples_.runs + 1));
      case SampleOptions::Order::priorities:
        return std::make_unique<PriorityPolicy>(seed, kPriorityChanges, longest_);
      case SampleOptions::Order::random:
      case SampleOptions::Order::free:
        break;
    }
    return std::make_unique<SeededPolicy>(seed);
  }

  // False: somebody wants it to end.
  bool play(MachineReplica& replica) {
    const std::unique_ptr<Policy> policy = make_policy();
    schedule_.choices.clear();
    for (uint64_t steps = 0; steps < kMostStepsOfSample; steps++) {
      const std::vector<Task*>& enabled = replica.world().enabled();
      if (enabled.empty()) break;
      if (steps % kStepsBetweenLooks == kStepsBetweenLooks - 1) {
        samples_.seconds = seconds();
        if (samples_.seconds >= options_.max_seconds || (progress_ && !progress_(samples_))) return false;
      }
      Task* task = enabled.front();
      if (enabled.size() > 1) {
        task = policy->choose(enabled, replica.world().last());
        schedule_.choices.push_back(task->id);
      }
      if (replica.step(task->id) == Replica::Step::limit) break;
    }
    longest_ = std::max(longest_, static_cast<uint32_t>(schedule_.choices.size()));
    return true;
  }

  void add(ExecutionOutcome outcome, std::string schedule) {
    SampledOutcome sampled;
    sampled.kind = outcome_kind(outcome.kind);
    sampled.value = std::move(outcome.value);
    sampled.standard_output = std::move(outcome.output);
    sampled.error = std::move(outcome.error);
    sampled.schedule = std::move(schedule);
    count(std::move(sampled));
  }

  void add_free(const Outcome& outcome, std::string output) {
    SampledOutcome sampled;
    sampled.kind = outcome.kind;
    sampled.error = outcome.message;
    while (sampled.error.ends_with("\n")) sampled.error.pop_back();
    if (options_.explore.observe == ExploreOptions::Observe::status) {
      // That of a deadlock is the command line's, not the program's.
      sampled.value = std::to_string(outcome.kind == OutcomeKind::deadlock ? 0 : outcome.status);
    } else if (options_.explore.observe == ExploreOptions::Observe::last_line) {
      sampled.value = std::string(last_line_of(output));
    } else {
      sampled.value = output;
    }
    sampled.standard_output = std::move(output);
    count(std::move(sampled));
  }

  void count(SampledOutcome sampled) {
    samples_.runs++;
    const auto same = std::find_if(samples_.outcomes.begin(), samples_.outcomes.end(), [&](const SampledOutcome& other) {
      return other.kind == sampled.kind && other.value == sampled.value;
    });
    if (same != samples_.outcomes.end()) {
      same->count++;
      return;
    }
    sampled.count = 1;
    sampled.first_run = samples_.runs;
    schedule_bytes_ += sampled.schedule.size();
    if (schedule_bytes_ > kMostScheduleBytes) sampled.schedule.clear();
    samples_.outcomes.push_back(std::move(sampled));
  }

  const SampleOptions& options_;
  const std::function<bool(const Samples&)>& progress_;
  const std::chrono::steady_clock::time_point began_;
  Samples samples_;
  Schedule schedule_;
  std::unordered_set<uint64_t> orders_;
  uint32_t longest_ = 10;                         // choices of a run so far: where priorities may change
  size_t schedule_bytes_ = 0;
};

}  // namespace

Samples sample(std::string_view source, std::string_view name, const SampleOptions& options,
               const std::function<bool(const Samples&)>& progress) {
  Image::initialize(registry());
  auto compiled = compile_module(source, name);
  if (!compiled) {
    Samples failed;
    failed.wanted = failed.runs = 1;
    failed.order = options.order;
    SampledOutcome outcome;
    outcome.kind = OutcomeKind::exception;
    outcome.error = std::string(syntax_error_type_name(compiled.error().type)) + ": " + compiled.error().message;
    outcome.count = outcome.first_run = 1;
    failed.outcomes.push_back(std::move(outcome));
    return failed;
  }
  const auto program = LoadedProgram::make(*compiled);
  Sampler sampler(options, progress);
  if (options.order == SampleOptions::Order::free) return sampler.run_free(program);
  return sampler.run_controlled(program, hash_of_program(source));
}

}  // namespace lockstep
