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

// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, "A randomized
// scheduler with probabilistic guarantees of finding bugs", ASPLOS 2010): every task has a random
// priority, the highest that is enabled goes on, and at `changes` steps chosen at random among the
// first `length` the task that is about to go on falls below all others. With n tasks, a bug that d
// ordered steps provoke (changes = d - 1) is found with a probability of at least 1 / (n * length^(d-1)).
class PriorityPolicy final : public Policy {
 public:
  explicit PriorityPolicy(uint64_t seed, uint32_t changes = 2, uint32_t length = 100);
  Task* choose(const std::vector<Task*>& enabled, TaskReference last) override;

 private:
  uint64_t priority_of(uint32_t task);

  uint64_t state_;
  std::vector<uint64_t> priorities_;     // by task id; 0: not given yet
  std::vector<uint32_t> changes_;        // the choices at which somebody falls, ascending
  uint32_t made_ = 0;
  uint64_t lowest_;                      // below every priority given
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
