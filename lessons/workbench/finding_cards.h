#pragma once

#include <string>
#include <vector>

#include "workbench/view.h"

namespace lockstep {

// What looks wrong in the program, whatever its end: a card for each, with a button for every line that it is
// about and one for a run that shows it. Drawn at the cursor, which is moved on. The widgets are called
// `prefix`/0, `prefix`/0/line/12, `prefix`/0/run.
void draw_findings(const View& view, const std::vector<Finding>& findings, const char* prefix, float width,
                   UiCommands& commands);

// "Data race on counter": a finding's heading.
std::string title_of(const Finding& finding);

}  // namespace lockstep
