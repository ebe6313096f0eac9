#pragma once

#include <string>

#include "session/explore.h"
#include "session/session.h"

namespace lockstep {

// Follows an outcome's schedule, as a replay or in the stepper: it fits, leads to that outcome, and is told again.
void check_witness(const std::string& source, const ExploredOutcome& outcome, RunMode mode = RunMode::replay);

}  // namespace lockstep
