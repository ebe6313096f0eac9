#pragma once

#include <memory>
#include <optional>

#include "control/state_model.h"
#include "session/machine_replica.h"
#include "session/state_reader.h"

namespace lockstep {

// A machine in a controlled world, as the search over states wants it.
//
// Some steps are made at once, since no order between them and those of others makes a difference: a join of
// a thread that has ended; starting a thread where only the main thread starts any; whatever touches
// only objects that no other thread can reach.
//
// The main thread that waits for the end of other threads, one after the other, is told as what it will be when
// all of them have ended, and these as awaited: so it makes no difference in which order they end.
class MachineModel final : public StateModel {
 public:
  MachineModel(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options);

  bool has_begun() const { return replica_.has_begun(); }
  MachineReplica& replica() { return replica_; }

  Token save() override { return replica_.save(); }
  void restore(Token token) override {
    replica_.restore(token);
    reader_.note_moved();
  }
  void discard(Token token) override { replica_.discard(token); }
  std::vector<uint32_t> enabled() override { return replica_.enabled(); }
  std::optional<uint32_t> current() override { return replica_.current(); }
  Step step(uint32_t task) override {
    reader_.note_moved();
    return replica_.step(task);
  }
  ExecutionOutcome outcome() override {
    reader_.note_moved();
    return replica_.outcome();
  }

  Step begin() override;
  Step leap(uint32_t task) override;
  bool was_local() override { return was_local_; }
  const std::vector<uint32_t>& last_steps() override { return last_steps_; }
  void read(StateReading& reading) override;
  uint32_t next_task() override { return replica_.state().next_id; }
  void rewind() override { restore(*beginning_); }
  std::string name_of(const StateReading::Access& access) override;
  std::string name_of_thread(uint32_t task) override;
  bool is_plain_access(uint32_t task) override;

 private:
  Task* find(uint32_t id);
  Step make_leap(uint32_t task);
  Step make_free_steps(uint32_t task);
  Step make_step(uint32_t task);
  bool is_free(uint32_t task);
  bool starts_thread(const Task& task) const;
  bool is_join_of_script(const ThreadObject& thread) const;
  bool main_stands_at_join();
  Step take_main_behind_joins();
  bool read_behind_joins(StateReading& reading);
  template <class Look>
  bool look_behind_joins(std::vector<uint32_t>& awaited, Look look);

  const ExploreOptions& options_;
  std::shared_ptr<const LoadedProgram> program_;
  MachineReplica replica_;
  StateReader reader_;
  std::optional<ProgramFacts> facts_;
  std::optional<Token> beginning_;
  std::vector<uint32_t> last_steps_;
  bool was_local_ = false;
  bool main_has_joined_ = false;     // in the last leap, of another thread
};

}  // namespace lockstep
