#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detect/detectors.h"
#include "vm/machine.h"

namespace lockstep {

// Detectors at work on a machine: takes what its world and the machine tell, puts it in the detectors' terms,
// and answers what they ask. Called by whoever has permission to run.
class Detection final : public RunFacts {
 public:
  Detection(Machine& machine, const LoadedProgram& program, std::function<const TaskList&()> tasks);

  void on_operation(const Task& task, const Operation& operation);
  void on_change(const Task& task, TaskChange change) { detectors_.on_change(task, change); }
  void on_sync(const ThreadObject& thread, const SyncEvent& event);
  void on_started(const ThreadObject& starter, const ThreadObject& started);
  void on_neglected(bool is_coroutine, std::string_view name, int32_t line);
  void on_deadlock() { detectors_.on_deadlock(); }
  void on_end();

  // Of the steps made so far. Before and after each.
  void set_step(uint64_t step) { detectors_.set_step(step); }
  void settle(bool others_go_on) { detectors_.settle(others_go_on); }

  Detectors& detectors() { return detectors_; }
  // The run was put back to where they were this.
  void put_back(const Detectors& detectors) { detectors_ = detectors; }

  std::string name_of_object(uint32_t serial) override;
  std::string name_of_data(const Task& task) override;
  bool is_plain_data(const Task& task) override;
  int32_t line_of(const Task& task) override;
  const TaskList& tasks() override { return tasks_(); }
  WaitContext wait_context(int32_t line) override;
  bool calls_release() override;
  bool others_live() override;

 private:
  Machine& machine_;
  const LoadedProgram& program_;
  std::function<const TaskList&()> tasks_;
  std::optional<bool> calls_release_;
  Detectors detectors_;
};

}  // namespace lockstep
