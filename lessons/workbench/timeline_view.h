#pragma once

#include <vector>

#include "workbench/view.h"

namespace lockstep {

// What each thread did when: a row for each, time to the right; under a thread those of the tasks that its event
// loops ran. The wheel zooms at the pointer, dragging and Shift+wheel move; until then the whole run is shown.
// Beside the rows of a free run stand its locks, queues and event loops.
class TimelineView {
 public:
  UiCommands draw(const View& view, Rect area);

  TimeWindow window() const { return window_; }

  // Whether there was room and wish for a run's locks, queues and event loops in the last frame.
  bool shows_state() const { return shows_state_; }

 private:
  struct Lanes {
    Rect area;           // of the slices, below the axis
    float name_left = 0;
  };

  void draw_controls(const View& view, Rect strip);
  void follow_run(const View& view);
  void handle_input(const View& view, const Lanes& lanes);
  void zoom(double factor, double around);
  void keep_in_run(const View& view);
  void draw_axis(const View& view, const Lanes& lanes);
  void draw_rows(const View& view, const Lanes& lanes, UiCommands& commands);
  void draw_row_name(const View& view, const TimelineLane& row, Rect name, bool over, UiCommands& commands);
  void draw_state_column(const View& view, Rect column, UiCommands& commands);
  void draw_slices(const View& view, const Lanes& lanes, size_t row, float y);
  void draw_moment(const View& view, const Lanes& lanes, UiCommands& commands);
  void draw_pointer(const View& view, const Lanes& lanes);

  double run_end(const View& view) const;

  TimeWindow window_;
  bool shows_all_ = true;
  bool counts_steps_ = false;   // a stepped run: the axis is of steps
  uint64_t run_ = 0;
  bool wants_state_ = true;
  bool shows_state_ = false;
  float scroll_ = 0;       // of the rows, in pixels
  float most_scroll_ = 0;
  bool dragging_ = false;
  std::vector<TimelineSlice> slices_;   // of the row being drawn; kept for its memory
};

}  // namespace lockstep
