#pragma once

#include <cstdint>
#include <vector>

#include "world/interrupts.h"
#include "world/observer.h"
#include "world/task_list.h"
#include "world/world.h"

namespace lockstep {

// All that a controlled world knows of its run. Trivially copyable; lives in the run's arena, so
// that copying the arena copies it, and putting a copy back puts the world back too.
struct ControlledState {
  Time clock = 0;
  uint64_t random = 0;  // state of the generator behind World::random()
  TaskList tasks;       // the live ones
  uint64_t parks = 0;
  uint32_t next_id = 0;
  uint32_t live_threads = 0;    // tasks that are not daemons
  uint32_t ready = 0;           // tasks that are enabled
  uint32_t unsettled = 0;       // of these, the ones that stand before no visible step
  uint32_t shut_out = 0;        // of these, the ones that what they need is not free for
  TaskReference last;           // who made the last step
  Task* interrupted = nullptr;  // who is in the middle of a step
  Task* current = nullptr;      // who runs on since the last step, null when it parked or ended
};

// The world in which somebody else decides: one thread drives all tasks, one step at a time, and
// the clock is virtual. It starts at 0 and stands still while any task is ready; when none is, it
// jumps to the nearest deadline, and who waits for that moment wakes up in the order of parking. So
// a run is determined by the program, the seed and the choices.
//
// A step takes an enabled task over the visible operation it stands before, and on to the next one,
// a park, or its end. The invisible beginning of a thread belongs to no choice: it is run as soon
// as the thread has been started, so every enabled task stands before a visible step (or in the
// middle of one, when it was woken from waiting). A task whose operation could only wait, because
// what it needs is not free, is not enabled: whoever asks for a lock has it at once or does not
// move. (Any of those who ask may be the next to have it, as CPython allows.) Such tasks are only
// parked, all of them, where nobody can ever go on.
//
// One thread drives it; which one may change between calls.
class ControlledWorld final : public World {
 public:
  struct Options {
    uint64_t seed = 0;                // of World::random()
    double epoch = 946'684'800;       // the start of the year 2000, UTC
    uint32_t max_tasks = UINT32_MAX;  // alive at once; spawn refuses more
    bool arbitrary_time = false;      // whoever waits for a time may find at any moment that it has come
  };

  enum class Situation : uint8_t {
    choice,    // at least one task is enabled
    deadlock,  // no task can ever go on, and one at least is no daemon
    finished,  // main and all threads that are not daemons have ended
  };

  // All are to outlive the world. `state` is all zero for a new run, or that of a copied one.
  ControlledWorld(ControlledState& state, Runner& runner, Observer& observer, Options options);

  // Begins the run and takes the main task to its first visible step. Once only.
  Pause start(Task& main);

  Situation situation() const;

  // The tasks that can make a step now, in the order of their ids. Empty when the run has finished
  // or is deadlocked. Valid until the next start() or step(), or until the state is put back.
  const std::vector<Task*>& enabled();

  // Whether it is among the enabled.
  bool can_step(const Task& task) const { return state_.live_threads > 0 && is_enabled(task); }

  // Who made the last step, and who would go on if nobody chose: the same, or null when that task
  // parked or ended. Choosing another one than that is a preemption.
  TaskReference last() const { return state_.last; }
  const Task* current() const { return state_.current; }

  // Makes one step. Requires that the task is enabled and nothing is_interrupted(). Returns how it
  // ended; `interrupted` when the machine saw one of its interrupts before the step was complete.
  Pause step(Task& task);

  // True when start(), step() or go_on() was interrupted; go_on() completes what was begun.
  bool is_interrupted() const { return state_.interrupted != nullptr; }
  Pause go_on();

  // The live tasks.
  const TaskList& tasks() const { return state_.tasks; }

  bool announce(Task& task, const Operation& operation) override;
  void park(Task& task, Time deadline) override;
  void unpark(Task& task) override;
  bool spawn(Task& task) override;
  Time now() override { return state_.clock; }
  double epoch() override { return options_.epoch; }
  uint64_t random() override;

 private:
  Pause run(Task& task);
  Pause settle();
  Pause run_invisible_parts();
  void make_ready(Task& task);
  void wake_by_timeout(Task& task);
  bool is_enabled(const Task& task) const;
  bool anyone_can_go_on();
  bool advance_clock();
  Pause park_the_rest();
  void end_task(Task& task);

  ControlledState& state_;
  Runner& runner_;
  Observer& observer_;
  const Options options_;
  std::vector<Task*> enabled_;
};

}  // namespace lockstep
