#pragma once

#include <memory>

#include "session/explore.h"
#include "vm/loaded_program.h"

namespace lockstep {

// Whether two findings are the same for a learner: of one kind, about the same lines and object.
bool is_alike(const Finding& a, const Finding& b);

// What detectors say of the runs that stand for the outcomes, and of a few others. A race that the search has
// found keeps its schedule, which ends where both accesses come next, and gets their words.
void add_findings_of_witnesses(Exploration& exploration, const std::shared_ptr<const LoadedProgram>& program,
                               const ExploreOptions& options);

}  // namespace lockstep
