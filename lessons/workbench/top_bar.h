#pragma once

#include "workbench/view.h"

namespace lockstep {

// The line at the top: the product's name, the open lesson, and what runs its program.
class TopBar {
 public:
  // `with_lessons`: there is no room for the list of lessons, so it opens from here.
  UiCommands draw(const View& view, Rect area, bool with_lessons);

 private:
  UiCommands draw_interval_choice(const View& view);
};

}  // namespace lockstep
