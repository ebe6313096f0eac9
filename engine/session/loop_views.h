#pragma once

#include <functional>
#include <vector>

#include "session/moment.h"
#include "session/object_walk.h"
#include "vm/machine.h"

namespace lockstep {

// Says of a frame what there is to say of it, its variables perhaps.
using FrameDescriber = std::function<FrameView(const Frame&)>;

// A frame's function and line, without looking at any value.
FrameView describe_place(const Frame& frame);

// Both are for who has permission to run.

// The event loops of asyncio that run in some thread, in the order of their threads.
std::vector<LoopView> view_loops(Machine& machine, const ObjectWalk& walk, const FrameDescriber& describe);
// Those that run in none, were not closed and have something left to do.
std::vector<LoopView> view_idle_loops(Machine& machine, const ObjectWalk& walk, const FrameDescriber& describe);
// Whether there are any such.
bool has_idle_loops(const Machine& machine);

}  // namespace lockstep
