#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "control/deadlock.h"
#include "control/schedule.h"
#include "session/detection.h"
#include "session/session.h"
#include "trace/log.h"
#include "trace/stable_array.h"
#include "vm/loaded_program.h"
#include "vm/machine.h"
#include "world/host_event.h"
#include "world/host_slot.h"
#include "world/host_thread.h"
#include "world/interrupts.h"
#include "world/trace_recorder.h"

namespace lockstep {

using OutputSink = std::function<void(const OutputChunk&)>;

// One run from its start to its end: the machine, its world, and the log of what happened. The two
// kinds differ in the world.
//
// Threads: the constructor, start() and request_stop() are for the session's caller; what the run does
// happens on threads of its own; log(), place_of() and ended() may be read by anybody.
class Run : public MachineObserver, public Observer {
 public:
  Run(std::shared_ptr<const LoadedProgram> program, const RunOptions& options, MachineMode mode,
      OutputSink sink, ScheduleTerms terms = {});
  ~Run() override = default;

  virtual void start() = 0;
  // Returns at once; ended() follows within 100 ms.
  virtual void request_stop() = 0;
  // Blocks until ended(), or until a stepped run stands still.
  virtual void wait() { end_event_.wait(); }
  // False when `timeout` nanoseconds passed before ended().
  bool wait_for(Time timeout) { return end_event_.wait_for(timeout); }

  const Log& log() const { return log_; }
  // True once the run has ended; then outcome() is valid and constant.
  bool ended() const { return ended_.load(std::memory_order_acquire); }
  const Outcome& outcome() const { return outcome_; }
  // Seconds on the run's own clock.
  virtual double clock() = 0;

  // Where a thread was last seen.
  struct Place {
    int32_t line = 0;
    std::string_view function;
  };
  Place place_of(uint32_t thread) const;
  // Asks the running thread to tell where it is; it does at its next safe point.
  void sample() { interrupts_.raise(Interrupts::kSample); }

  // Asks for primitives() and loops() to be brought up to date, which happens soon, at a moment that suits the run. Free
  // runs; others do nothing.
  virtual void look() {}
  // Locks, queues and the like as they were last looked at; null before. Free runs; null in others.
  virtual std::shared_ptr<const std::vector<PrimitiveView>> primitives() const { return nullptr; }
  // Likewise the event loops of asyncio; after the end, what they had left to do.
  virtual std::shared_ptr<const std::vector<LoopView>> loops() const { return nullptr; }

  // What is known to be wrong with the run so far; never null. From any thread.
  std::shared_ptr<const std::vector<Finding>> findings() const { return findings_.get(); }

  // What the script calls the object of this serial number, "" while nothing is known.
  virtual std::string object_name(uint32_t serial) const;

  // --- Stepped runs (step_run.cpp); others do nothing ---
  virtual void step(const StepCommand&) {}
  // The moment the run stands at, without what RunView adds; null in other runs.
  virtual std::shared_ptr<const Snapshot> stepped() const { return nullptr; }

  // --- Observer and MachineObserver: called by whoever has permission to run ---------------------------
  void on_output(ThreadObject& thread, bool is_error, std::string_view text) override;
  void on_position(ThreadObject& thread, int32_t line, std::string_view function) override;
  void on_limit() override {}
  void on_async_task(ThreadObject& thread, AsyncTaskChange change, uint32_t task,
                     std::string_view text) override;
  void on_sync(ThreadObject& thread, const SyncEvent& event) override;
  void on_started(ThreadObject& thread, ThreadObject& started) override;
  void on_neglected(bool is_coroutine, std::string_view name, int32_t line) override;
  void on_change(const Task& task, TaskChange change, Time when) override;
  void on_switch_request(const Task& holder, Time when) override;
  void on_operation(const Task& task, const Operation& operation, Time when) override;
  void on_deadlock(Time when) override;
  void on_end(RunEnd end, Time when) override;

 protected:
  virtual Time now() = 0;
  virtual const TaskList& tasks() const = 0;
  // Shows what was found so far, if that is more than before.
  void show_findings();
  // For runs that go back: whether the run stands in a deadlock now.
  void note_deadlock(bool is_deadlocked);
  // How the run ended, from what the machine was left in.
  Outcome end_of_run(std::string schedule);
  // Works that out and publishes it.
  void finish(std::string schedule);
  void fail(std::string what);
  // Ends a run that could not go on as it was asked to: a schedule that does not fit.
  void end_by_limit(std::string why);
  MachineOptions machine_options(MachineMode mode) const;
  // sys.argv.
  std::vector<std::string> script_arguments() const;

  std::shared_ptr<const LoadedProgram> program_;
  const RunOptions options_;
  const ScheduleTerms terms_;
  Interrupts interrupts_;
  Log log_;
  TraceRecorder recorder_;
  OutputSink sink_;
  Machine machine_;
  std::unique_ptr<Detection> detection_;     // null: nobody asked
  std::atomic<bool> stop_requested_{false};
  uint32_t async_events_ = 0;                // recorded so far

 private:
  struct PlaceSlot {
    std::atomic<int32_t> line{0};
    std::atomic<const char*> function{nullptr};
    std::atomic<uint32_t> function_size{0};
  };

  bool wants_findings(MachineMode mode) const;
  std::string name_of_thread(uint32_t id) const;
  std::string report_of_deadlock() const;
  void publish();

  StableArray<PlaceSlot, 64> places_;
  uint32_t place_count_ = 0;                 // the writer's
  std::atomic<uint32_t> places_ready_{0};
  std::optional<std::string> deadlock_;      // the report
  HostSlot<std::vector<Finding>> findings_;
  size_t findings_shown_ = 0;                // the writer's
  Outcome outcome_;
  std::atomic<bool> ended_{false};
  HostEvent end_event_;
};

std::unique_ptr<Run> make_free_run(std::shared_ptr<const LoadedProgram> program,
                                   const RunOptions& options, OutputSink sink);
// `program_hash`: of the source, for the schedule.
std::unique_ptr<Run> make_controlled_run(std::shared_ptr<const LoadedProgram> program,
                                         const RunOptions& options, uint64_t program_hash,
                                         OutputSink sink);
// The run is moved by step(), and may go back.
std::unique_ptr<Run> make_step_run(std::shared_ptr<const LoadedProgram> program, const RunOptions& options,
                                   uint64_t program_hash, OutputSink sink);

}  // namespace lockstep
