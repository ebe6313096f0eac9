#pragma once

#include <memory>

#include "session/explore.h"
#include "vm/loaded_program.h"

namespace lockstep {

// Works out the fork of each outcome that has a nearest good run, by running the common beginning of both once
// more. Of many such outcomes, and of very long runs, the forks stay unknown.
void tell_forks(Exploration& exploration, const std::shared_ptr<const LoadedProgram>& program,
                const ExploreOptions& options);

}  // namespace lockstep
