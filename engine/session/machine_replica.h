#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "control/controlled_world.h"
#include "control/explorer.h"
#include "session/explore.h"
#include "vm/loaded_program.h"
#include "vm/machine.h"

namespace lockstep {

// What Observe::last_line looks at: without its line end, the last line of what was written.
std::string_view last_line_of(std::string_view output);

OutcomeKind outcome_kind(EndKind kind);

// What every machine that explores, or shows what was explored, is made with. Its limit of steps is the
// caller's to set.
MachineOptions explored_machine_options(const ExploreOptions& options);
// sys.argv.
std::vector<std::string> explored_arguments(const LoadedProgram& program, const ExploreOptions& options);

// A machine in a controlled world, as the explorer wants it: a run that can be copied at any step,
// taken on, and put back. Used by one thread.
class MachineReplica final : public Replica, public MachineObserver, public Observer {
 public:
  // Whether operations carry numbers by which an ObjectWalk can name what they act upon; a search needs none.
  enum class Numbers : uint8_t { none, kept };

  // Starts the program and takes it to its first visible step. `options` must outlive it.
  MachineReplica(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options,
                 Numbers numbers = Numbers::none);

  // False: the program never came to a visible step within its limits, so there is nothing to explore.
  bool has_begun() const { return begun_; }

  Token save() override;
  void restore(Token token) override { machine_.restore(*saved_.at(token)); }
  void discard(Token token) override { saved_.erase(token); }
  std::vector<uint32_t> enabled() override;
  std::optional<uint32_t> current() override;
  Step step(uint32_t id) override;
  ExecutionOutcome outcome() override;

  Machine& machine() { return machine_; }
  const std::shared_ptr<const LoadedProgram>& program() const { return program_; }
  ControlledWorld& world() { return world_; }
  ControlledState& state() { return state_; }

  // Everything the script writes is in the arena; nobody listens.
  void on_output(ThreadObject&, bool, std::string_view) override {}
  void on_position(ThreadObject&, int32_t, std::string_view) override {}
  void on_limit() override {}
  bool on_input_wanted(HostInput& input) override {
    input.wait(interrupts_);
    return true;
  }

 private:
  Step finish_step(Pause pause);
  std::string thread_name(uint32_t id) const;
  std::string evaluate(const std::string& expression);
  std::string observed(const ExecutionOutcome& outcome);

  const ExploreOptions& options_;
  std::shared_ptr<const LoadedProgram> program_;
  Interrupts interrupts_;
  Machine machine_;
  ControlledState& state_;
  ControlledWorld world_;
  std::map<Token, std::shared_ptr<const Arena::Snapshot>> saved_;
  Token last_token_ = 0;
  bool begun_ = false;
};

}  // namespace lockstep
