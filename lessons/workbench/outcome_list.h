#pragma once

#include <memory>
#include <vector>

#include "workbench/outcome_rows.h"
#include "workbench/view.h"

namespace lockstep {

// The ways in which the program ends, a card for each: what it is, how many of the runs by chance ended so, and
// where a failing run parts from the nearest good one. A click steps through such a run. Drawn at the cursor,
// which is moved on.
class OutcomeList {
 public:
  void draw(const View& view, float width, UiCommands& commands);

  // Of what is shown. Valid until the next call.
  const std::vector<OutcomeRow>& rows(const View& view);

 private:
  void draw_card(const View& view, const OutcomeRow& row, float width, UiCommands& commands) const;

  std::shared_ptr<const Exploration> exploration_;   // what rows_ were made from
  std::shared_ptr<const Samples> samples_;
  std::vector<OutcomeRow> rows_;
};

}  // namespace lockstep
