#include "control/policy.h"

#include <algorithm>

#include "control/split_mix.h"

namespace lockstep {

namespace {

Task* find(const std::vector<Task*>& enabled, TaskReference wanted) {
  for (Task* task : enabled) {
    if (wanted.is(*task)) return task;
  }
  return nullptr;
}

}  // namespace

Task* SeededPolicy::choose(const std::vector<Task*>& enabled, TaskReference) {
  // The remainder favours nobody noticeably: there are far fewer tasks than 64-bit numbers.
  return enabled[split_mix(state_) % enabled.size()];
}

Task* RoundRobinPolicy::choose(const std::vector<Task*>& enabled, TaskReference last) {
  Task* same = find(enabled, last);
  if (same != nullptr && ++made_ < steps_) return same;
  made_ = 0;
  const auto next = std::find_if(enabled.begin(), enabled.end(),
                                 [last](const Task* task) { return task->id + 1 > last.number; });
  return next != enabled.end() ? *next : enabled.front();
}

Task* ReplayPolicy::choose(const std::vector<Task*>& enabled, TaskReference last) {
  if (departure_.has_value()) return nullptr;
  if (exhausted()) {
    Task* same = find(enabled, last);
    return same != nullptr ? same : enabled.front();
  }
  const uint32_t wanted = schedule_.choices[next_];
  Task* task = find(enabled, TaskReference{wanted + 1});
  if (task == nullptr) {
    departure_ = Departure{next_, wanted};
  } else {
    ++next_;
  }
  return task;
}

}  // namespace lockstep
