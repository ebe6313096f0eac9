#pragma once

#include "workbench/widgets.h"

// Where the panels stand for a window's size. Pure.
namespace lockstep {

// How the room is shared out: what the splitters change and the settings keep.
struct LayoutShares {
  float lessons = 228;     // width in logical pixels
  float prose = 0.41f;     // of the width that prose and code have together
  float bottom = 0.37f;    // of the height below the top bar
  float output = 0.41f;    // of the width that output and timeline have together
};

enum class LayoutKind : uint8_t {
  wide,      // everything at once
  medium,    // the list of lessons opens from the top bar
  stacked,   // one of lesson and code, one of output and timeline
};

// Which of two is shown where only one has room.
struct LayoutTabs {
  bool code = false;       // instead of the prose
  bool timeline = false;   // instead of the output
};

// An area that has no place in this layout is empty (its width is 0).
struct Layout {
  LayoutKind kind = LayoutKind::wide;
  Rect top_bar, lessons, prose, code, outcome, output, timeline;
  Rect upper_tabs, lower_tabs;
  Rect lessons_splitter, prose_splitter, bottom_splitter, output_splitter;
};

Layout lay_out(Rect window, const LayoutShares& shares, LayoutTabs tabs, float outcome_height);

// Makes the shares follow a splitter whose middle was dragged to a place along its axis.
void follow_lessons_splitter(LayoutShares& shares, const Layout& layout, float x);
void follow_prose_splitter(LayoutShares& shares, const Layout& layout, float x);
void follow_bottom_splitter(LayoutShares& shares, Rect window, const Layout& layout, float y);
void follow_output_splitter(LayoutShares& shares, const Layout& layout, float x);

}  // namespace lockstep
