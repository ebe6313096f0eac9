#pragma once

#include "workbench/view.h"

namespace lockstep {

// The lessons by topic, with marks at those that were opened and those whose program has finished.
class LessonList {
 public:
  UiCommands draw(const View& view, Rect area);
};

// The list itself, at the cursor: also what the top bar shows where the window is narrow.
UiCommands draw_lesson_items(const View& view, float width);

}  // namespace lockstep
