#pragma once

#include <string>
#include <string_view>

#include "workbench/fonts.h"
#include "workbench/platform.h"

namespace lockstep {

// The playground's interface: everything that is drawn, and what it does when it is used. The same in
// the desktop program and in the page, each of which owns the window, calls from one thread, and
// between ImGui::NewFrame and ImGui::Render only where a function says so.
class Workbench {
 public:
  explicit Workbench(Platform& platform);

  // Draws one frame. Inside NewFrame and Render.
  void frame();

  // Builds the typefaces into ImGui's atlas for this scale. Between frames, before the first one and
  // whenever the scale changes.
  void load_fonts(double pixel_ratio);

  // Answers a question about what is on the screen, JSON to JSON: for tests and for assistive tools.
  // Between frames.
  std::string query(std::string_view json);

  // True when nothing moves: the next frame would equal the last one unless there is input.
  bool idle() const;

 private:
  Platform& platform_;
  Fonts fonts_;
};

}  // namespace lockstep
