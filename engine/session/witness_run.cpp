#include "session/witness_run.h"

#include "control/controlled_world.h"
#include "control/driver.h"
#include "session/detection.h"
#include "session/machine_replica.h"
#include "session/schedule_terms.h"
#include "session/world_state.h"
#include "world/host_input.h"

namespace lockstep {

namespace {

constexpr uint64_t kMostStepsOfWitness = 100'000;
constexpr uint64_t kMostSafePoints = 2'000'000;

class WitnessRun final : public MachineObserver, public Observer {
 public:
  // `policy` is to outlive it.
  WitnessRun(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options, const Schedule& schedule,
             Policy& policy)
      : program_(program),
        machine_(std::move(program), interrupts_, *this, machine_options(options, schedule)),
        world_(make_world_state(machine_), machine_, *this, world_options(schedule)),
        driver_(world_, schedule),
        policy_(policy),
        detection_(machine_, *program_, [this]() -> const TaskList& { return world_.tasks(); }) {
    machine_.enter_world(world_);
    world_.start(machine_.prepare_main(explored_arguments(*program_, options)).task);
  }

  std::vector<Finding> run() {
    for (uint64_t step = 1; step <= kMostStepsOfWitness; ++step) {
      detection_.set_step(step);
      const Driver::Advance advance = driver_.advance(policy_);
      if ((interrupts_.flags() & Interrupts::kLimit) != 0) break;
      if (advance != Driver::Advance::stepped && advance != Driver::Advance::interrupted) break;
      detection_.settle(world_.situation() == ControlledWorld::Situation::choice);
    }
    std::vector<Finding> findings = detection_.detectors().findings();
    const std::string text = findings.empty() ? "" : driver_.schedule().text();
    for (Finding& finding : findings) finding.schedule = text;
    return findings;
  }

  void on_sync(ThreadObject& thread, const SyncEvent& event) override { detection_.on_sync(thread, event); }
  void on_started(ThreadObject& thread, ThreadObject& started) override { detection_.on_started(thread, started); }
  void on_neglected(bool is_coroutine, std::string_view name, int32_t line) override {
    detection_.on_neglected(is_coroutine, name, line);
  }
  void on_change(const Task& task, TaskChange change, Time) override { detection_.on_change(task, change); }
  void on_operation(const Task& task, const Operation& operation, Time) override {
    detection_.on_operation(task, operation);
  }
  void on_deadlock(Time) override { detection_.on_deadlock(); }
  void on_end(RunEnd end, Time) override {
    if (end == RunEnd::finished) detection_.on_end();
  }
  void on_output(ThreadObject&, bool, std::string_view) override {}
  void on_position(ThreadObject&, int32_t, std::string_view) override {}
  void on_limit() override {}
  bool on_input_wanted(HostInput& input) override {
    input.wait(interrupts_);
    return true;
  }

 private:
  static MachineOptions machine_options(const ExploreOptions& options, const ScheduleTerms& terms) {
    MachineOptions machine = explored_machine_options(options);
    machine.limits.steps = kMostSafePoints;
    machine.tells_sync = true;
    machine.draws = make_draws(terms);
    return machine;
  }

  static ControlledWorld::Options world_options(const Schedule& schedule) {
    ControlledWorld::Options world;
    world.arbitrary_time = schedule.arbitrary_time;
    return world;
  }

  std::shared_ptr<const LoadedProgram> program_;
  Interrupts interrupts_;
  Machine machine_;
  ControlledWorld world_;
  Driver driver_;
  Policy& policy_;
  Detection detection_;
};

}  // namespace

std::vector<Finding> findings_of_run(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options,
                                     const Schedule& schedule) {
  ReplayPolicy policy(schedule);
  return WitnessRun(std::move(program), options, schedule, policy).run();
}

std::vector<Finding> findings_of_random_run(std::shared_ptr<const LoadedProgram> program,
                                            const ExploreOptions& options, const Schedule& like, uint64_t seed) {
  SeededPolicy policy(seed);
  return WitnessRun(std::move(program), options, like, policy).run();
}

}  // namespace lockstep
