#pragma once

#include "workbench/view.h"

namespace lockstep {

// One line that says in words how the run stands or ended; a deadlock adds a line for each thread.
class OutcomeBar {
 public:
  // How high it wants to be for what there is to say.
  float height(const View& view) const;

  void draw(const View& view, Rect area);
};

}  // namespace lockstep
