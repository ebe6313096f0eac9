#pragma once

#include "workbench/view.h"

namespace lockstep {

// The line at the top: the product's name, the open lesson, and what runs its program.
class TopBar {
 public:
  // `with_lessons`: there is no room for the list of lessons, so it opens from here.
  UiCommands draw(const View& view, Rect area, bool with_lessons);

 private:
  // Who decides: chips beside each other, ending at `right`; gives where they begin.
  float draw_modes(const View& view, float right, float top, UiCommands& commands);
  // The same where there is no room for them: a button that opens a menu.
  float draw_mode_menu(const View& view, float right, float top, UiCommands& commands);
  UiCommands draw_interval_choice(const View& view);
};

}  // namespace lockstep
