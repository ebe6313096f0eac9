#pragma once

#include "workbench/view.h"

namespace lockstep {

// The schedule in the learner's hands: a row for each thread that says what it would do next and, pressed,
// lets it do that; ways forward and back through the run; and what locks, queues and variables hold.
class StepPanel {
 public:
  UiCommands draw(const View& view, Rect area);

  // Keys that work wherever no text is typed: arrows, Home and End, a digit for each thread, B with it to go
  // back; Shift makes it whole lines.
  static UiCommands take_keys(const View& view);

 private:
  void draw_transport(const View& view, Rect strip, UiCommands& commands);
  void draw_slider(const View& view, Rect strip, UiCommands& commands);
  void draw_share_popup(const View& view, UiCommands& commands);

  uint64_t run_ = 0;
  uint64_t asked_step_ = 0;         // where the slider was dragged last
  bool dragging_ = false;
  std::string typed_schedule_;
};

}  // namespace lockstep
