#pragma once

#include <string>
#include <vector>

#include "workbench/explore_options.h"
#include "workbench/outcome_list.h"
#include "workbench/view.h"

namespace lockstep {

// Every way the program can end, found by trying every order, and counted over many runs by chance: how far both
// have come, a card for each outcome, and what looks wrong in the program whatever its end.
class ExplorePanel {
 public:
  UiCommands draw(const View& view, Rect area);

 private:
  // A line of words, with a smaller one below.
  struct Summary {
    const char* icon = "";
    ImU32 colour = 0;
    std::string title;
    std::string facts;
    float progress = -1;     // 0 to 1; below: none
  };

  void draw_tools(const View& view, Rect strip, UiCommands& commands);
  std::vector<Summary> summaries(const View& view);
  Summary summary_of_exploration(const View& view) const;
  Summary summary_of_samples(const View& view);

  OutcomeList outcomes_;
  ExploreOptionMenus menus_;
};

}  // namespace lockstep
