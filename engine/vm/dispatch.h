#pragma once

#include "vm/frames.h"

namespace lockstep {

// The dispatch loop: runs the machine's current thread until it has to stop. Instantiated once for each
// mode, so that free runs pay nothing for what controlled ones need.
template <MachineMode mode>
Pause dispatch(Machine& machine, ThreadObject& thread);

}  // namespace lockstep
