#pragma once

namespace lockstep {

// Whether the engine is to provoke its own mistakes: collect at every safe point, switch threads at every one. The
// environment asks for it (LOCKSTEP_HOSTILE=1, see tests/run) before the process begins; constant after that.
bool is_hostile();

}  // namespace lockstep
