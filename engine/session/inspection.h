#pragma once

#include <vector>

#include "control/controlled_world.h"
#include "session/object_walk.h"
#include "session/session.h"
#include "vm/machine.h"

namespace lockstep {

// Reads a controlled run that stands between two steps: its threads, variables and primitives as an
// interface shows them. The run is left as it was, to the byte: what looking at values would change in it is
// put back.
class Inspection {
 public:
  Inspection(Machine& machine, ControlledWorld& world);
  ~Inspection();
  Inspection(const Inspection&) = delete;
  Inspection& operator=(const Inspection&) = delete;

  std::vector<ThreadView> threads();
  std::vector<VariableView> globals();
  std::vector<PrimitiveView> primitives();
  std::vector<LoopView> loops();
  const ObjectWalk& walk() const { return walk_; }

 private:
  std::vector<FrameView> frames(const ThreadObject& thread);
  FrameView describe(const Frame& frame);

  Machine& machine_;
  ControlledWorld& world_;
  std::shared_ptr<const Arena::Snapshot> before_;
  ObjectWalk walk_;
};

// Marks what differs from an earlier moment.
void mark_changes(std::vector<VariableView>& now, const std::vector<VariableView>& before);
void mark_changes(std::vector<ThreadView>& now, const std::vector<ThreadView>& before);
void mark_changes(std::vector<PrimitiveView>& now, const std::vector<PrimitiveView>& before);

}  // namespace lockstep
