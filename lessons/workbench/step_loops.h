#pragma once

#include "workbench/view.h"

namespace lockstep {

// The event loops of asyncio at a stepped run's moment: what each does next, its timers, and its tasks with
// what they wait for. Drawn at the cursor, as wide as it is told; moves the cursor on.
void draw_step_loops(const View& view, float width, UiCommands& commands);

}  // namespace lockstep
