#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

inline constexpr float kThreadBadge = 20;   // side of a thread's badge

// A thread's number on its colour, as beside the code.
void draw_thread_badge(const Look& look, ImVec2 at, uint32_t id, bool solid);

// Locks, queues and the like: a line for each that says how it stands and who waits, and another for what a
// queue holds. Drawn at the cursor, which is moved on.
void draw_primitives(const View& view, const std::vector<PrimitiveView>& primitives, float width);

}  // namespace lockstep
