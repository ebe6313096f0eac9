#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

// Every way the program can end: how far the search has come, and a row for each outcome that opens a run
// which ends so.
class ExplorePanel {
 public:
  UiCommands draw(const View& view, Rect area);

  // The outcomes' places in the exploration, in the order of the rows: failures first.
  static std::vector<size_t> order_of(const Exploration& found);

 private:
  void draw_outcome(const View& view, size_t outcome, float width, UiCommands& commands);
};

}  // namespace lockstep
