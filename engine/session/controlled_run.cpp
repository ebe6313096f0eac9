#include <optional>

#include "control/controlled_world.h"
#include "control/driver.h"
#include "session/run.h"
#include "session/schedule_terms.h"
#include "session/world_state.h"

namespace lockstep {

namespace {

constexpr int kStepsInSlice = 2000;

std::unique_ptr<Policy> make_seeded_policy(const RunOptions& options) {
  switch (options.policy) {
    case SeededBy::random: return std::make_unique<SeededPolicy>(options.seed);
    case SeededBy::round_robin: return std::make_unique<RoundRobinPolicy>();
    case SeededBy::priorities: return std::make_unique<PriorityPolicy>(options.seed);
  }
  return nullptr;
}

class ControlledRun final : public Run {
 public:
  ControlledRun(std::shared_ptr<const LoadedProgram> program, const RunOptions& options,
                uint64_t program_hash, OutputSink sink)
      : Run(std::move(program), options, MachineMode::controlled, std::move(sink), terms_of(options, program_hash)),
        world_(make_world_state(machine_), machine_, *this, world_options(options, terms_)),
        driver_(world_, terms_),
        host_(HostThread::Mode::own_thread) {
    machine_.enter_world(world_);
  }

  ~ControlledRun() override { request_stop(); }

  void start() override {
    if (options_.mode == RunMode::seeded) {
      policy_ = make_seeded_policy(options_);
    } else {
      auto schedule = parse_schedule(options_.schedule);
      if (!schedule) return refuse("the schedule cannot be read: " + schedule.error().message);
      if (schedule->program != terms_.program) {
        return refuse("the schedule was recorded with another program");
      }
      auto replay = std::make_unique<ReplayPolicy>(*std::move(schedule));
      replay_ = replay.get();
      policy_ = std::move(replay);
    }
    host_.post([this] { return drive(); });
  }

  void request_stop() override {
    stop_requested_.store(true);
    interrupts_.raise(Interrupts::kStop);
  }

  bool on_input_wanted(HostInput& input) override {
    input.wait(interrupts_);
    return true;
  }

  double clock() override { return static_cast<double>(shown_clock_.load()) / kSecond; }

 protected:
  Time now() override { return world_.now(); }
  const TaskList& tasks() const override { return world_.tasks(); }

 private:
  static ControlledWorld::Options world_options(const RunOptions& options, const ScheduleTerms& terms) {
    ControlledWorld::Options world;
    world.seed = options.seed;
    world.arbitrary_time = terms.arbitrary_time;
    if (options.limits.threads != 0) world.max_tasks = options.limits.threads;
    return world;
  }

  void refuse(std::string why) { end_by_limit(std::move(why)); }

  HostThread::Slice drive() {
    try {
      if (!started_) {
        started_ = true;
        world_.start(machine_.prepare_main(script_arguments()).task);
      }
      for (int i = 0; i < kStepsInSlice; i++) {
        if (detection_ != nullptr) detection_->set_step(driver_.position().steps + 1);
        const Driver::Advance advance = driver_.advance(*policy_);
        if (detection_ != nullptr) look_at_step();
        shown_clock_.store(world_.now());
        if (stop_requested_.load() || (interrupts_.flags() & Interrupts::kLimit) != 0) return end();
        switch (advance) {
          case Driver::Advance::stepped:
          case Driver::Advance::interrupted:
            break;
          case Driver::Advance::paused:
            if (replay_ != nullptr && replay_->departure().has_value()) {
              end_by_limit("the schedule does not fit the program: its choice number " +
                           std::to_string(replay_->departure()->choice + 1) +
                           " is a thread that cannot go on there");
              return HostThread::Slice::done;
            }
            return end();
          case Driver::Advance::finished:
          case Driver::Advance::deadlock:
            return end();
        }
      }
      return HostThread::Slice::again;
    } catch (const std::exception& error) {
      fail(error.what());
      return HostThread::Slice::done;
    }
  }

  void look_at_step() {
    detection_->settle(world_.situation() == ControlledWorld::Situation::choice);
    show_findings();
  }

  HostThread::Slice end() {
    finish(driver_.schedule().text());
    return HostThread::Slice::done;
  }

  ControlledWorld world_;
  Driver driver_;
  std::unique_ptr<Policy> policy_;
  ReplayPolicy* replay_ = nullptr;
  bool started_ = false;
  std::atomic<Time> shown_clock_{0};
  HostThread host_;
};

}  // namespace

std::unique_ptr<Run> make_controlled_run(std::shared_ptr<const LoadedProgram> program,
                                         const RunOptions& options, uint64_t program_hash,
                                         OutputSink sink) {
  return std::make_unique<ControlledRun>(std::move(program), options, program_hash, std::move(sink));
}

}  // namespace lockstep
