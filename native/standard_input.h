#pragma once

#include <memory>

#include "session/session.h"

namespace lockstep {

// This process's standard input, for a run. Nothing is read of it before a script asks.
std::shared_ptr<HostInput> standard_input();

}  // namespace lockstep
