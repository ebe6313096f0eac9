#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "control/controlled_world.h"
#include "control/policy.h"
#include "session/inspection.h"
#include "session/run.h"
#include "session/step_history.h"
#include "world/host_slot.h"
#include "world/host_thread.h"

namespace lockstep {

// A controlled run that is moved by commands, forward and back. What has happened once is known from
// then on: going back forgets nothing, and only a step that turns another way cuts off what came after
// it. The log holds the whole run that is known, with steps in place of the clock.
//
// Commands are carried out by a thread of the run's own, one after the other; everything below the line
// belongs to that thread.
class StepRun final : public Run {
 public:
  StepRun(std::shared_ptr<const LoadedProgram> program, const RunOptions& options, uint64_t program_hash,
          OutputSink sink);
  ~StepRun() override;

  void start() override;
  void step(const StepCommand& command) override;
  // Ends the commands that were given until now; the run stays where it is then.
  void request_stop() override;
  void wait() override;
  std::shared_ptr<const Snapshot> stepped() const override;
  // Steps of the run that is known.
  double clock() override { return static_cast<double>(shown_length_.load()); }
  std::string object_name(uint32_t serial) const override;

  void on_sync(ThreadObject& thread, const SyncEvent& event) override;
  void on_started(ThreadObject& thread, ThreadObject& started) override;
  void on_neglected(bool is_coroutine, std::string_view name, int32_t line) override;
  void on_change(const Task& task, TaskChange change, Time when) override;
  void on_operation(const Task& task, const Operation& operation, Time when) override;
  void on_output(ThreadObject& thread, bool is_error, std::string_view text) override;
  void on_async_task(ThreadObject& thread, AsyncTaskChange change, uint32_t task,
                     std::string_view text) override;
  void on_position(ThreadObject&, int32_t, std::string_view) override {}
  bool on_input_wanted(HostInput& input) override;
  void on_deadlock(Time when) override;
  void on_end(RunEnd end, Time when) override;

 protected:
  Time now() override { return stamp_; }
  const TaskList& tasks() const override { return world_.tasks(); }

 private:
  enum class WhenCancelled : uint8_t { end, go_on };
  enum class Made : uint8_t {
    step,
    interrupted,   // by request_stop, in the middle: the world has to be put back
  };
  using Names = std::unordered_map<uint32_t, std::string>;

  void post(std::function<void()> command);
  bool cancelled() const { return number_ <= cancelled_.load(); }

  void begin();
  void prepare_known_run();
  // Lets `policy` choose until the run ends or is cancelled, or the policy does not answer.
  void play(Policy& policy);
  void carry_out(const StepCommand& command);
  void step_thread(const StepCommand& command);
  void step_forward(StepCommand::Reach reach);
  void step_back(StepCommand::Reach reach);
  void step_back_of(uint32_t thread, StepCommand::Reach reach);
  void finish_run();
  // To a moment of the run that is known, with the words of the step before it.
  void travel(uint64_t moment);
  void travel_without_words(uint64_t moment);
  Made make_step(Task& task);
  void repeat_step(WhenCancelled when_cancelled = WhenCancelled::end);
  void put_back_to(uint64_t moment);
  // To a moment of the run that is known, the detectors too.
  void put_detectors_back_to(uint64_t moment);
  bool detects() const { return detection_ != nullptr && (recording_ || detects_again_); }
  std::shared_ptr<const Detectors> copy_of_detectors() const;
  std::shared_ptr<const std::vector<Finding>> findings_so_far() const;
  void tell_words(const Task& task);
  Task* enabled_task(uint32_t id);
  bool stands_at_end() const { return position_ == history_.length(); }
  void note_end();
  void learn_names();
  void publish();

  ControlledWorld world_;
  StepHistory history_;
  uint64_t position_ = 0;
  StepHistory::Work work_;             // since the last copy
  uint64_t safe_points_seen_ = 0;
  bool begun_ = false;
  bool recording_ = true;              // false while what is in the log already is done again
  bool detects_again_ = false;         // detectors follow what is done again
  Time stamp_ = 0;                     // what the log takes for the time: steps, as seconds
  size_t first_log_size_ = 0;          // at moment 0
  std::optional<StepView> last_;       // the step before `last_at_`
  uint64_t last_at_ = 0;
  std::string note_;
  Names known_names_;
  uint64_t number_ = 0;                // of the command being carried out

  std::shared_ptr<std::atomic<uint64_t>> wanted_;   // the caller's: where a row of go_to commands wants to go
  std::atomic<uint64_t> posted_{0};    // commands given
  std::atomic<uint64_t> done_{0};      // commands carried out
  std::atomic<uint64_t> cancelled_{0}; // commands up to this one are to end
  std::atomic<uint64_t> shown_length_{0};
  HostSlot<Snapshot> shown_;
  HostSlot<Names> names_;
  HostThread host_;
};

}  // namespace lockstep
