#pragma once

#include <string_view>

#include "session/session.h"
#include "workbench/widgets.h"

// How a stretch of a thread's life looks. The states differ in shape as well as in colour: running is a
// full bar, ready a low hatched one, waiting a frame with what for inside, sleeping a dotted line.
namespace lockstep {

void paint_stretch(const Look& look, ImDrawList& list, Rect box, ThreadStatus status, ImU32 colour,
                   std::string_view label);

// Small samples of each state with its name, from `x` on; returns where they end. Draws nothing wider
// than `room`.
float paint_legend(const Look& look, ImDrawList& list, float x, float top, float height, float room);

const char* status_name(ThreadStatus status);

}  // namespace lockstep
