#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "control/schedule.h"
#include "world/task.h"

namespace lockstep {

// Decides which of several enabled tasks makes the next step. Asked only where there is a choice.
class Policy {
 public:
  virtual ~Policy() = default;

  // `enabled` has at least two tasks, in the order of their ids; `last` made the last step, and may
  // be none, or not enabled any more. Null is no answer: the run is to pause here.
  virtual Task* choose(const std::vector<Task*>& enabled, TaskReference last) = 0;
};

// Every choice by a generator of its own, which the seed determines on every build.
class SeededPolicy final : public Policy {
 public:
  explicit SeededPolicy(uint64_t seed) : state_(seed) {}
  Task* choose(const std::vector<Task*>& enabled, TaskReference last) override;

 private:
  uint64_t state_;
};

// Everyone in turn, `steps` steps each.
class RoundRobinPolicy final : public Policy {
 public:
  explicit RoundRobinPolicy(uint32_t steps = 1) : steps_(steps) {}
  Task* choose(const std::vector<Task*>& enabled, TaskReference last) override;

 private:
  uint32_t steps_;
  uint32_t made_ = 0;
};

// The choices of a schedule; after its end the task that ran last goes on for as long as it can, so
// that the front part of a schedule is one too.
class ReplayPolicy final : public Policy {
 public:
  explicit ReplayPolicy(Schedule schedule) : schedule_(std::move(schedule)) {}
  Task* choose(const std::vector<Task*>& enabled, TaskReference last) override;

  // Where the schedule asked for a task that was not enabled: the program or the options are not
  // those it was recorded with. No answer is given from there on.
  struct Departure {
    size_t choice = 0;  // counted from 0
    uint32_t task = 0;  // that was asked for
  };
  const std::optional<Departure>& departure() const { return departure_; }

  size_t choices_used() const { return next_; }
  bool exhausted() const { return next_ == schedule_.choices.size(); }

 private:
  Schedule schedule_;
  size_t next_ = 0;
  std::optional<Departure> departure_;
};

// Somebody outside chooses: the learner's click.
class StepPolicy final : public Policy {
 public:
  using Chooser = std::function<Task*(const std::vector<Task*>& enabled, TaskReference last)>;
  explicit StepPolicy(Chooser chooser) : chooser_(std::move(chooser)) {}
  Task* choose(const std::vector<Task*>& enabled, TaskReference last) override {
    return chooser_(enabled, last);
  }

 private:
  Chooser chooser_;
};

}  // namespace lockstep
