#include "workbench/layout.h"

#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

constexpr float kWide = 1080;
constexpr float kMedium = 760;
constexpr float kTabs = 38;
constexpr float kOutcome = 38;     // of one line
constexpr float kLeastLessons = 170, kMostLessons = 380;
constexpr float kLeastColumn = 250;
constexpr float kLeastBottom = 130, kLeastTop = 160;

// A part of `whole`, at least `least`, and leaving as much for the rest where that is possible.
float part(float whole, float share, float least) {
  least = std::min(least, whole / 2);
  return std::floor(std::clamp(whole * share, least, whole - least));
}

}  // namespace

Layout lay_out(Rect window, const LayoutShares& shares, LayoutTabs tabs, float outcome_height) {
  Layout layout;
  const float width = window.width();
  layout.kind = width >= kWide ? LayoutKind::wide : width >= kMedium ? LayoutKind::medium : LayoutKind::stacked;
  const bool stacked = layout.kind == LayoutKind::stacked;
  constexpr float gap = space::gap;
  const float left = window.min.x + gap;
  const float right = window.max.x - gap;
  layout.top_bar = {window.min, {window.max.x, window.min.y + space::top_bar}};
  const float top = layout.top_bar.max.y;
  const float bottom = window.max.y - gap;

  const float height = bottom - top;
  outcome_height = std::min(outcome_height, std::floor(height * 0.3f));
  // a verdict that needs more lines takes them from above, not from the output
  const float wanted = height * shares.bottom + outcome_height - kOutcome;
  const float lower = part(height, wanted / height, std::max(kLeastBottom, outcome_height + 90));
  const float split = std::max(std::min(top + kLeastTop, bottom), bottom - lower);
  const float upper_end = split - gap / 2;
  float y = split + gap / 2;
  layout.bottom_splitter = {{left, split - gap / 2}, {right, split + gap / 2}};

  float x = left;
  if (layout.kind == LayoutKind::wide) {
    const float lessons = std::clamp(shares.lessons, kLeastLessons, kMostLessons);
    layout.lessons = {{x, top}, {x + lessons, bottom}};
    layout.lessons_splitter = {{x + lessons, top}, {x + lessons + gap, bottom}};
    x += lessons + gap;
    layout.bottom_splitter.min.x = x;
  }
  if (stacked) {
    layout.upper_tabs = {{left, top}, {right, top + kTabs}};
    (tabs.code ? layout.code : layout.prose) = {{left, top + kTabs + space::xs}, {right, upper_end}};
  } else {
    const float prose = part(right - x - gap, shares.prose, kLeastColumn);
    layout.prose = {{x, top}, {x + prose, upper_end}};
    layout.prose_splitter = {{x + prose, top}, {x + prose + gap, upper_end}};
    layout.code = {{x + prose + gap, top}, {right, upper_end}};
  }

  layout.outcome = {{x, y}, {right, std::min(y + outcome_height, bottom)}};
  y = layout.outcome.max.y + gap;
  if (stacked) {
    layout.lower_tabs = {{left, y}, {right, y + kTabs}};
    (tabs.timeline ? layout.timeline : layout.output) = {{left, y + kTabs + space::xs}, {right, bottom}};
  } else {
    const float output = part(right - x - gap, shares.output, kLeastColumn);
    layout.output = {{x, y}, {x + output, bottom}};
    layout.output_splitter = {{x + output, y}, {x + output + gap, bottom}};
    layout.timeline = {{x + output + gap, y}, {right, bottom}};
  }
  return layout;
}

void follow_lessons_splitter(LayoutShares& shares, const Layout& layout, float x) {
  shares.lessons = std::clamp(x - space::gap / 2 - layout.lessons.min.x, kLeastLessons, kMostLessons);
}

void follow_prose_splitter(LayoutShares& shares, const Layout& layout, float x) {
  const float left = layout.prose.min.x;
  shares.prose = std::clamp((x - space::gap / 2 - left) / (layout.code.max.x - left - space::gap), 0.05f, 0.95f);
}

void follow_bottom_splitter(LayoutShares& shares, Rect window, const Layout& layout, float y) {
  const float bottom = window.max.y - space::gap;
  const float extra = layout.outcome.height() - kOutcome;
  shares.bottom = std::clamp((bottom - y - extra) / (bottom - layout.top_bar.max.y), 0.05f, 0.95f);
}

void follow_output_splitter(LayoutShares& shares, const Layout& layout, float x) {
  const float left = layout.output.min.x;
  shares.output = std::clamp((x - space::gap / 2 - left) / (layout.timeline.max.x - left - space::gap), 0.05f, 0.95f);
}

}  // namespace lockstep
