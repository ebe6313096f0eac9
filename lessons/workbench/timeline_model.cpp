#include "workbench/timeline_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lockstep {
namespace {

// Narrower spans are folded together.
constexpr double kLeastPixels = 1.0;

double length(const Span& span) { return span.end - span.begin; }

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::vector<TimelineLane> lanes_of(std::vector<TimelineRow> threads, std::vector<TaskRow> tasks) {
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const TaskRow& a, const TaskRow& b) { return a.thread < b.thread; });
  std::vector<TimelineLane> lanes;
  lanes.reserve(threads.size() + tasks.size());
  auto task = tasks.begin();
  for (TimelineRow& thread : threads) {
    lanes.push_back({thread.thread, std::move(thread.name), std::move(thread.spans)});
    for (; task != tasks.end() && task->thread <= thread.thread; ++task) {
      if (task->thread != thread.thread) continue;
      lanes.push_back({task->thread, std::move(task->name), std::move(task->spans), task->task, std::move(task->outcome),
                       !task->ended});
    }
  }
  return lanes;
}

void TimelineModel::set_rows(std::vector<TimelineLane> rows, double clock, bool running) {
  rows_.clear();
  rows_.reserve(rows.size());
  for (TimelineLane& data : rows) {
    PreparedRow row;
    row.data = std::move(data);
    auto& spans = row.data.spans;
    while (!spans.empty() && spans.back().status == ThreadStatus::ended) spans.pop_back();
    row.lasts = running && !spans.empty() && (data.is_open || spans.back().end >= clock);
    build_tree(row);
    rows_.push_back(std::move(row));
  }
  clock_ = clock;
  ++version_;
}

double TimelineModel::span_end(size_t row, size_t span) const {
  const Span& data = rows_[row].data.spans[span];
  return span_lasts(row, span) ? std::max(clock_, data.end) : data.end;
}

bool TimelineModel::span_lasts(size_t row, size_t span) const {
  return rows_[row].lasts && span + 1 == rows_[row].data.spans.size();
}

void TimelineModel::build_tree(PreparedRow& row) {
  const auto& spans = row.data.spans;
  const size_t count = spans.size();
  row.longest.resize(count * 2);
  for (size_t index = 0; index < count; ++index) row.longest[count + index] = uint32_t(index);
  for (size_t node = count; node-- > 1;) {
    const uint32_t left = row.longest[node * 2];
    const uint32_t right = row.longest[node * 2 + 1];
    row.longest[node] = length(spans[right]) > length(spans[left]) ? right : left;
  }
}

uint32_t TimelineModel::longest_of(const PreparedRow& row, size_t begin, size_t end) {
  const auto& spans = row.data.spans;
  uint32_t best = uint32_t(begin);
  const auto consider = [&](size_t node) {
    const uint32_t index = row.longest[node];
    const double more = length(spans[index]) - length(spans[best]);
    if (more > 0 || (more == 0 && index < best)) best = index;
  };
  for (begin += spans.size(), end += spans.size(); begin < end; begin /= 2, end /= 2) {
    if (begin % 2 == 1) consider(begin++);
    if (end % 2 == 1) consider(--end);
  }
  return best;
}

// Doubles its stride before it halves: most often the answer is near.
size_t TimelineModel::first_ending_after(const PreparedRow& row, size_t from, double time) {
  const auto& spans = row.data.spans;
  size_t stride = 1;
  size_t high = from;
  while (high < spans.size() && spans[high].end <= time) {
    from = high + 1;
    high += stride;
    stride *= 2;
  }
  high = std::min(high, spans.size());
  const auto found = std::partition_point(
      spans.begin() + std::ptrdiff_t(from), spans.begin() + std::ptrdiff_t(high),
      [time](const Span& span) { return span.end <= time; });
  return size_t(found - spans.begin());
}

void TimelineModel::fold(size_t index, TimeWindow window, double width,
                         std::vector<TimelineSlice>& out) const {
  out.clear();
  const PreparedRow& row = rows_[index];
  const auto& spans = row.data.spans;
  if (spans.empty() || width <= 0 || window.length() <= 0) return;
  const double scale = width / window.length();
  const auto pixel_of = [&](double time) { return (time - window.begin) * scale; };

  size_t at = first_ending_after(row, 0, window.begin);
  if (at == spans.size() && row.lasts && clock_ > window.begin) --at;
  while (at < spans.size() && spans[at].begin < window.end) {
    const double left = pixel_of(spans[at].begin);
    const double right = pixel_of(span_end(index, at));
    const double pixel = std::floor(std::max(left, 0.0));
    const size_t next = right - left >= kLeastPixels
        ? at : first_ending_after(row, at, window.begin + (pixel + 1) / scale);
    if (next <= at + 1) {   // alone in its pixel, or wide enough
      TimelineSlice slice{float(std::max(left, 0.0)), float(std::min(right, width)),
                          spans[at].status, uint32_t(at), false};
      slice.right = std::max(slice.right, slice.left + float(kLeastPixels));
      out.push_back(slice);
      ++at;
      continue;
    }
    const uint32_t shown = longest_of(row, at, next);
    const TimelineSlice slice{float(pixel), float(pixel + 1), spans[shown].status, shown, true};
    if (!out.empty() && out.back().folded && out.back().status == slice.status &&
        out.back().right >= slice.left) {
      out.back().right = slice.right;
    } else {
      out.push_back(slice);
    }
    at = next;
  }
}

int TimelineModel::span_at(size_t index, double time, double tolerance) const {
  const PreparedRow& row = rows_[index];
  const auto& spans = row.data.spans;
  const size_t first = first_ending_after(row, 0, time - tolerance);
  size_t end = first;
  while (end < spans.size() && spans[end].begin <= time + tolerance && end - first < 100000) ++end;
  if (end == first) {
    const bool in_last = row.lasts && time <= clock_ && time >= spans.back().begin;
    return in_last ? int(spans.size()) - 1 : -1;
  }
  // exactly under the pointer beats near it, unless it is too short to be seen
  for (size_t span = first; span < end; ++span) {
    if (spans[span].begin <= time && time < span_end(index, span) &&
        span_end(index, span) - spans[span].begin > 2 * tolerance) {
      return int(span);
    }
  }
  return int(longest_of(row, first, end));
}

std::vector<TimeTick> time_ticks(TimeWindow window, double width, double least_pixels) {
  std::vector<TimeTick> ticks;
  if (window.length() <= 0 || width <= 0) return ticks;
  const double least = window.length() * least_pixels / width;
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (power * factor >= least) {
      step = power * factor;
      break;
    }
  }
  struct Unit {
    double seconds;
    const char* name;
  };
  Unit unit{1e-9, "ns"};
  for (const Unit& larger : {Unit{1e-6, "\u00B5s"}, Unit{1e-3, "ms"}, Unit{1, "s"}}) {
    // the unit in which the step is no long fraction; a whole run of less than a second reads in ms
    if (step >= larger.seconds * 0.1 || step >= larger.seconds) unit = larger;
  }
  const int digits = std::max(0, -int(std::floor(std::log10(step / unit.seconds) + 1e-9)));
  const auto first = int64_t(std::ceil(window.begin / step - 1e-9));
  for (int64_t index = first; double(index) * step <= window.end; ++index) {
    const double time = double(index) * step;
    ticks.push_back({time, fmt::format("{:.{}f} {}", time / unit.seconds + 0.0, digits, unit.name)});
  }
  return ticks;
}

std::vector<TimeTick> step_ticks(TimeWindow window, double width, double least_pixels) {
  std::vector<TimeTick> ticks;
  if (window.length() <= 0 || width <= 0) return ticks;
  const double least = std::max(1.0, window.length() * least_pixels / width);
  double step = 1;
  while (step < least) {
    for (const double factor : {2.0, 2.5, 2.0}) {   // 1, 2, 5, 10, ...
      if (step < least) step *= factor;
    }
  }
  for (double at = std::ceil(window.begin / step) * step; at <= window.end; at += step) {
    ticks.push_back({at, at == 0 ? "step 0" : fmt::format("{:.0f}", at)});
  }
  return ticks;
}

std::string format_duration(double seconds) {
  const double size = std::abs(seconds);
  if (size == 0) return "0 s";
  double value = seconds;
  const char* unit = "s";
  if (size < 0.9995e-6) {
    value *= 1e9, unit = "ns";
  } else if (size < 0.9995e-3) {
    value *= 1e6, unit = "\u00B5s";
  } else if (size < 0.9995) {
    value *= 1e3, unit = "ms";
  }
  const double shown = std::abs(value);
  const int digits = shown < 9.995 ? 2 : shown < 99.95 ? 1 : 0;
  return without_trailing_zeros(fmt::format("{:.{}f}", value, digits)) + " " + unit;
}

}  // namespace lockstep
