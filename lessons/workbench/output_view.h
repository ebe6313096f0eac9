#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

// What the program writes, as it comes, each line with the name of the thread that wrote it. Follows
// the end until the user scrolls up.
class OutputView {
 public:
  UiCommands draw(const View& view, Rect area);

  // Shows one thread's lines only; -1: everyone's.
  void filter(int thread);

 private:
  UiCommands draw_controls(const View& view, Rect strip);
  UiCommands draw_filter_choice(const View& view);
  void draw_lines(const View& view, float width, float height);
  void draw_line(const View& view, const OutputLine& line, const OutputLine* above, ImVec2 at, float name_width);
  void choose_lines(const View& view);

  int thread_ = -1;
  bool follow_ = true;
  uint64_t run_ = 0;
  std::vector<uint32_t> chosen_;       // lines of the filtered thread
  uint64_t chosen_version_ = 0;
  int chosen_thread_ = -1;
  float widest_ = 0;
};

}  // namespace lockstep
