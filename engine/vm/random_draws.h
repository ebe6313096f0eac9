#pragma once

#include <cstdint>
#include <map>
#include <utility>

namespace lockstep {

// What a script's random draws give where somebody wants to see all that they could, instead of what a
// generator says. A draw is known by its thread and its number among the draws of that thread: whatever a
// run does, what it draws is a function of these.
//
// Belongs to who drives the run; it is no part of it, and copies of the run share it.
class RandomDraws {
 public:
  using Draw = std::pair<uint32_t, uint32_t>;     // the thread's id; which of its draws, from 0

  // Of a draw among more values than this, a few are tried: first, last, and some between.
  static constexpr uint64_t kMostValues = 24;
  static constexpr uint32_t kTriedOfMany = 5;

  // `choices`: which of its values a draw gives, from 0. The others give their first.
  explicit RandomDraws(std::map<Draw, uint32_t> choices) : choices_(std::move(choices)) {}

  const std::map<Draw, uint32_t>& choices() const { return choices_; }

  // A number below `count`, which is at least 1.
  uint64_t draw(Draw draw, uint64_t count);

  // The draws that came up, each with the most values that there were to choose from.
  const std::map<Draw, uint32_t>& met() const { return met_; }

  // Whether one of them had more values than were tried.
  bool left_out() const { return left_out_; }

 private:
  const std::map<Draw, uint32_t> choices_;
  std::map<Draw, uint32_t> met_;
  bool left_out_ = false;
};

}  // namespace lockstep
