#pragma once

#include <memory>
#include <vector>

#include "control/schedule.h"
#include "session/explore.h"
#include "vm/loaded_program.h"

namespace lockstep {

// What detectors find in the run that a schedule gives, in which all that an exploration found can be looked at
// again. Blocks; a run that does not come to an end is left after a while.
std::vector<Finding> findings_of_run(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options,
                                     const Schedule& schedule);

// The same of a run that a seed gives; `like`: of the program, and with its view of time.
std::vector<Finding> findings_of_random_run(std::shared_ptr<const LoadedProgram> program,
                                            const ExploreOptions& options, const Schedule& like, uint64_t seed);

}  // namespace lockstep
