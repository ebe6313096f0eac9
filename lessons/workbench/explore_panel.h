#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

// Every way the program can end: how far the search has come, a row for each outcome that opens a run
// which ends so, and what looks wrong in the program whatever its end.
class ExplorePanel {
 public:
  UiCommands draw(const View& view, Rect area);

  // The outcomes' places in the exploration, in the order of the rows: failures first.
  static std::vector<size_t> order_of(const Exploration& found);

  // "Data race on counter": a finding's heading.
  static std::string title_of(const Finding& finding);

 private:
  void draw_findings(const View& view, float width, UiCommands& commands);
  void draw_finding(const View& view, size_t finding, float width, UiCommands& commands);
  void draw_outcome(const View& view, size_t outcome, float width, UiCommands& commands);
};

}  // namespace lockstep
