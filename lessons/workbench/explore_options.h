#pragma once

#include "workbench/view.h"

namespace lockstep {

// The two menus of the explorer: how many runs by chance and in which order, and what is looked at. Each is a
// popup that somebody else opens by its name.
class ExploreOptionMenus {
 public:
  static constexpr const char* kRuns = "explore_runs";
  static constexpr const char* kOptions = "explore_options";

  void draw_runs(const View& view, ImVec2 top_left, UiCommands& commands);
  void draw_options(const View& view, ImVec2 top_right, UiCommands& commands);

  // "random runs", "free runs": what runs of an order are called.
  static const char* runs_name(SampleOptions::Order order);

 private:
  std::string expression_;    // as it stands in the field
};

}  // namespace lockstep
