#include "session/fork_words.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "control/schedule.h"
#include "session/machine_replica.h"
#include "session/object_walk.h"
#include "session/operation_words.h"
#include "session/schedule_terms.h"

namespace lockstep {

namespace {

constexpr size_t kMostForks = 40;
constexpr uint64_t kMostStepsToFork = 200'000;          // until a fork
constexpr uint64_t kMostStepsInAll = 1'000'000;

Fork::Way way_of(const Task& task, const ObjectWalk& walk) {
  const ThreadObject& thread = Machine::thread_of(const_cast<Task&>(task));
  return {std::string(thread.name->view()), words_for_next(thread, walk), script_line(thread)};
}

// Follows both schedules to the choice in which they differ. The steps made are taken off `steps_left`.
Fork fork_of(MachineReplica& replica, const Schedule& bad, const Schedule& good, size_t choice,
             uint64_t& steps_left) {
  size_t next = 0;
  for (uint64_t steps = 0; steps < kMostStepsToFork && steps_left > 0; steps++, steps_left--) {
    const std::vector<Task*>& enabled = replica.world().enabled();
    if (enabled.empty()) return {};
    Task* task = enabled.front();
    if (enabled.size() > 1) {
      if (next >= bad.choices.size()) return {};
      const auto find = [&](uint32_t id) {
        const auto found = std::find_if(enabled.begin(), enabled.end(), [id](const Task* each) { return each->id == id; });
        return found == enabled.end() ? nullptr : *found;
      };
      task = find(bad.choices[next]);
      if (task == nullptr) return {};
      if (next == choice) {
        const Task* other = choice < good.choices.size() ? find(good.choices[choice]) : nullptr;
        if (other == nullptr) return {};
        const ObjectWalk walk(replica.machine());
        return {steps + 1, way_of(*task, walk), way_of(*other, walk)};
      }
      next++;
    }
    if (replica.step(task->id) == Replica::Step::limit) return {};
  }
  return {};
}

}  // namespace

void tell_forks(Exploration& exploration, const std::shared_ptr<const LoadedProgram>& program,
                const ExploreOptions& options) {
  const bool has_any = std::any_of(exploration.outcomes.begin(), exploration.outcomes.end(),
                                   [](const ExploredOutcome& outcome) { return !outcome.nearest_good.empty(); });
  if (!has_any) return;
  // Of those runs in which random draws give the same, one machine tells all.
  std::optional<ScheduleTerms> terms;
  std::unique_ptr<MachineReplica> replica;
  ExploreOptions with = options;
  Replica::Token start = 0;
  size_t told = 0;
  uint64_t steps_left = kMostStepsInAll;
  for (ExploredOutcome& outcome : exploration.outcomes) {
    if (outcome.nearest_good.empty()) continue;
    if (++told > kMostForks) return;
    const auto bad = parse_schedule(outcome.schedule);
    const auto good = parse_schedule(outcome.nearest_good);
    if (!bad || !good) continue;
    if (terms != *bad) {
      terms = *bad;
      with.draws = make_draws(*bad);
      replica = std::make_unique<MachineReplica>(program, with, MachineReplica::Numbers::kept);
      if (!replica->has_begun()) return;
      start = replica->save();
    }
    replica->restore(start);
    outcome.fork = fork_of(*replica, *bad, *good, outcome.differs_at, steps_left);
  }
}

}  // namespace lockstep
