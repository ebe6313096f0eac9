#pragma once

#include <cstdint>
#include <utility>

#include "control/controlled_world.h"
#include "control/policy.h"
#include "control/schedule.h"

namespace lockstep {

// Takes a controlled run forward, asking a policy where there is a choice, and writes down the
// choices. The run has been started when the driver gets it. Replaying what it wrote down gives the
// same run.
class Driver {
 public:
  enum class Advance : uint8_t {
    stepped,      // one step was made
    paused,       // the policy did not choose
    interrupted,  // a step was begun; calling again goes on with it
    finished,
    deadlock,
  };

  // Where a run stands in its own history; goes with a copy of the arena.
  struct Position {
    size_t choices = 0;
    uint64_t steps = 0;
    uint64_t preemptions = 0;
  };

  Driver(ControlledWorld& world, ScheduleTerms terms) : world_(world), schedule_(std::move(terms)) {}

  // One step, or the reason why there is none.
  Advance advance(Policy& policy);

  const Schedule& schedule() const { return schedule_; }
  const Position& position() const { return position_; }

  // To be called when the world was put back to where it was at `position`.
  void put_back(const Position& position);

 private:
  ControlledWorld& world_;
  Schedule schedule_;
  Position position_;
};

}  // namespace lockstep
