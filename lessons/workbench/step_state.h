#pragma once

#include "workbench/view.h"

namespace lockstep {

// The parts of the stepper's panel below its controls. Each draws at the cursor, as wide as it is told, and
// moves the cursor on.

// The threads, a button for each that can make a step.
void draw_step_threads(const View& view, float width, UiCommands& commands);
// Locks, queues and the like: how each stands and who waits.
void draw_step_primitives(const View& view, float width);
// The program's variables, then those of each thread's innermost call.
void draw_step_variables(const View& view, float width);

}  // namespace lockstep
