#pragma once

#include <vector>

#include "session/moment.h"
#include "session/object_walk.h"
#include "session/shown_value.h"
#include "vm/machine.h"

namespace lockstep {

// The locks, queues and the like that a script has a name for, in the order in which the walk found them.
// For who has permission to run.
std::vector<PrimitiveView> view_primitives(Machine& machine, const ObjectWalk& walk, ShownValues values);

}  // namespace lockstep
