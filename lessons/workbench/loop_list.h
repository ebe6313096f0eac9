#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

// Whose tasks are told of: beside a timeline those of running loops have rows of their own.
enum class LoopTasks { all, of_idle_loops };

// Event loops of asyncio: what each does next, its timers, and its tasks with what they wait for. Drawn at the
// cursor, as wide as it is told; moves the cursor on.
void draw_loops(const View& view, const std::vector<LoopView>& loops, LoopTasks tasks, float width,
                UiCommands& commands);

}  // namespace lockstep
