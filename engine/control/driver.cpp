#include "control/driver.h"

#include "base/check.h"

namespace lockstep {

Driver::Advance Driver::advance(Policy& policy) {
  if (world_.is_interrupted()) {
    return world_.go_on() == Pause::interrupted ? Advance::interrupted : Advance::stepped;
  }
  const std::vector<Task*>& enabled = world_.enabled();
  if (enabled.empty()) {
    return world_.situation() == ControlledWorld::Situation::finished ? Advance::finished
                                                                      : Advance::deadlock;
  }

  Task* task = enabled.front();
  if (enabled.size() > 1) {
    task = policy.choose(enabled, world_.last());
    if (task == nullptr) return Advance::paused;
    schedule_.choices.push_back(task->id);
    ++position_.choices;
  }

  const Task* current = world_.current();
  if (current != nullptr && current != task) ++position_.preemptions;
  ++position_.steps;
  return world_.step(*task) == Pause::interrupted ? Advance::interrupted : Advance::stepped;
}

void Driver::put_back(const Position& position) {
  ENSURE(position.choices <= schedule_.choices.size());
  schedule_.choices.resize(position.choices);
  position_ = position;
}

}  // namespace lockstep
