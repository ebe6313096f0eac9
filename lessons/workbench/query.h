#pragma once

#include <string>
#include <string_view>

#include "workbench/view.h"

namespace lockstep {

// What a query may ask about.
struct QueryContext {
  const View& view;
  const std::string& program;      // the text in the editor
  TimeWindow timeline_window;
  bool code_focused = false;
  ImVec2 window_size;
  double pixel_ratio = 1;
  float frames_per_second = 0;
};

// Answers {"get": "state" | "rects" | "code" | "output"}. Anything else gets {"error": "..."}.
std::string answer_query(std::string_view question, const QueryContext& context);

}  // namespace lockstep
