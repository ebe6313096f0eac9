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

PriorityPolicy::PriorityPolicy(uint64_t seed, uint32_t changes, uint32_t length)
    : state_(seed), lowest_(changes + 1) {
  for (uint32_t i = 0; i < changes; ++i) {
    changes_.push_back(static_cast<uint32_t>(split_mix(state_) % std::max(1u, length)));
  }
  std::sort(changes_.begin(), changes_.end());
}

uint64_t PriorityPolicy::priority_of(uint32_t task) {
  if (task >= priorities_.size()) priorities_.resize(task + 1, 0);
  // Above all that a change gives.
  if (priorities_[task] == 0) priorities_[task] = split_mix(state_) | (uint64_t{1} << 63);
  return priorities_[task];
}

Task* PriorityPolicy::choose(const std::vector<Task*>& enabled, TaskReference) {
  const auto highest = [&] {
    return *std::max_element(enabled.begin(), enabled.end(), [&](const Task* left, const Task* right) {
      return priority_of(left->id) < priority_of(right->id);
    });
  };
  for (const Task* task : enabled) priority_of(task->id);
  while (std::binary_search(changes_.begin(), changes_.end(), made_)) {
    priorities_[highest()->id] = --lowest_;
    changes_.erase(std::lower_bound(changes_.begin(), changes_.end(), made_));
  }
  ++made_;
  return highest();
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
