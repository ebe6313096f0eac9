#pragma once

#include "vm/frame.h"
#include "vm/machine.h"

namespace lockstep {

// What locals() gives for a frame: the globals of a module's, the names of a class body's, and for a function's a
// new dict of those of its variables that have a value. Call it at no safe point: it allocates.
DictObject* local_names(Machine& machine, Frame* frame);

}  // namespace lockstep
