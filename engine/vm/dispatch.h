#pragma once

#include <optional>

#include "vm/frames.h"

namespace lockstep {

// The dispatch loop: runs the machine's current thread until it has to stop. Instantiated once for each
// mode, so that free runs pay nothing for what controlled ones need. Without a pause it is to be called
// again at once.
template <MachineMode mode>
std::optional<Pause> dispatch(Machine& machine, ThreadObject& thread);

}  // namespace lockstep
