#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "session/session.h"

// A run's timeline made ready for drawing, so that a frame costs no more for 100,000 spans than for a
// hundred: stretches narrower than a pixel are folded into the one that fills most of it.
//
// Each row keeps a tree over its spans that answers "which is the longest of these" in logarithmic
// time, so folding asks once per pixel, however many spans a pixel holds.
namespace lockstep {

// The stretch of time that is on the screen, in seconds since the run began.
struct TimeWindow {
  double begin = 0;
  double end = 1;

  double length() const { return end - begin; }
  friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

// A row to draw: a thread's, or that of a task of asyncio which one of the thread's loops runs.
struct TimelineLane {
  uint32_t thread = 0;
  std::string name;
  std::vector<Span> spans;
  std::optional<uint32_t> task = {};    // its number
  std::string end = {};                 // a task's: "result", "exception" or "cancelled" when it has ended
  bool is_open = false;                 // its last span goes on as long as the run does
};

// Each thread's lane, followed by those of its tasks.
std::vector<TimelineLane> lanes_of(std::vector<TimelineRow> threads, std::vector<TaskRow> tasks);

// A stretch to draw, in pixels from the window's begin.
struct TimelineSlice {
  float left = 0;
  float right = 0;
  ThreadStatus status = ThreadStatus::running;
  uint32_t span = 0;      // of the row: the one shown, the longest of those folded
  bool folded = false;    // stands for several spans

  friend bool operator==(const TimelineSlice&, const TimelineSlice&) = default;
};

class TimelineModel {
 public:
  // `clock` is the run's time when the rows were taken: in a run that goes on, spans that end there
  // still last.
  void set_rows(std::vector<TimelineLane> rows, double clock, bool running);
  void clear() { set_rows({}, 0, false); }

  // Tells the time while nothing but the clock has changed.
  void set_clock(double clock) { clock_ = clock; }

  size_t row_count() const { return rows_.size(); }
  const TimelineLane& row(size_t index) const { return rows_[index].data; }
  double clock() const { return clock_; }
  uint64_t version() const { return version_; }   // changes with the rows

  // When a span ends; for a lasting one that is now.
  double span_end(size_t row, size_t span) const;
  bool span_lasts(size_t row, size_t span) const;

  // The slices of a row that `window` shows on `width` pixels, from left to right, into `out`.
  void fold(size_t row, TimeWindow window, double width, std::vector<TimelineSlice>& out) const;

  // The span at a time; where several meet within `tolerance` seconds of it, the longest. -1: none.
  int span_at(size_t row, double time, double tolerance) const;

 private:
  struct PreparedRow {
    TimelineLane data;
    std::vector<uint32_t> longest;   // the tree: leaves from size() on, each node its children's longest
    bool lasts = false;              // the last span goes on
  };

  static void build_tree(PreparedRow& row);
  static uint32_t longest_of(const PreparedRow& row, size_t begin, size_t end);
  static size_t first_ending_after(const PreparedRow& row, size_t from, double time);

  std::vector<PreparedRow> rows_;
  double clock_ = 0;
  uint64_t version_ = 0;
};

// Marks for a time axis: at multiples of a step of 1, 2 or 5 times a power of ten, at most one for each
// `least_pixels`.
struct TimeTick {
  double time = 0;
  std::string label;
};
std::vector<TimeTick> time_ticks(TimeWindow window, double width, double least_pixels);

// The same for an axis of steps: whole numbers.
std::vector<TimeTick> step_ticks(TimeWindow window, double width, double least_pixels);

// "1.25 s", "12.5 ms", "480 µs": three digits that mean something.
std::string format_duration(double seconds);

}  // namespace lockstep
