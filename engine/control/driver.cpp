#include "control/driver.h"

#include <algorithm>

#include "base/check.h"

namespace lockstep {

Driver::Advance Driver::advance(Policy& policy) {
  const std::vector<Task*>& enabled = world_.enabled();
  if (enabled.empty()) {
    return world_.situation() == ControlledWorld::Situation::finished ? Advance::finished
                                                                      : Advance::deadlock;
  }

  // What is left of an interrupted step is no choice.
  const auto unfinished = std::find_if(enabled.begin(), enabled.end(), [this](const Task* task) {
    return interrupted_.is(*task);
  });
  Task* task = unfinished != enabled.end() ? *unfinished : enabled.front();
  if (unfinished == enabled.end() && enabled.size() > 1) {
    task = policy.choose(enabled, world_.last());
    if (task == nullptr) return Advance::paused;
    schedule_.choices.push_back(task->id);
    ++position_.choices;
  }

  const Task* current = world_.current();
  if (current != nullptr && current != task) ++position_.preemptions;
  ++position_.steps;
  const bool interrupted = world_.step(*task) == Pause::interrupted;
  interrupted_ = interrupted ? world_.last() : TaskReference{};
  return interrupted ? Advance::interrupted : Advance::stepped;
}

void Driver::put_back(const Position& position) {
  ENSURE(position.choices <= schedule_.choices.size());
  schedule_.choices.resize(position.choices);
  position_ = position;
  interrupted_ = {};
}

}  // namespace lockstep
