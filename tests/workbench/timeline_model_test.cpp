#include "workbench/timeline_model.h"

#include <doctest/doctest.h>

#include <cmath>

namespace lockstep {
namespace {

using Status = ThreadStatus;

TimelineModel model_of(std::vector<Span> spans, double clock, bool running = false) {
  TimelineModel model;
  model.set_rows({{0, "MainThread", std::move(spans)}}, clock, running);
  return model;
}

std::vector<TimelineSlice> folded(const TimelineModel& model, TimeWindow window, double width) {
  std::vector<TimelineSlice> slices;
  model.fold(0, window, width, slices);
  return slices;
}

// What fold promises, the slow and obvious way: a pixel shows the longest of the spans that lie within it.
Status dominant(const std::vector<Span>& spans, double begin, double end) {
  Status best = Status::ended;
  double most = 0;
  for (const Span& span : spans) {
    const double length = span.end - span.begin;
    if (span.begin >= begin - 1e-12 && span.end <= end + 1e-12 && length > most) {
      most = length;
      best = span.status;
    }
  }
  return best;
}

TEST_CASE("wide spans are drawn where they are") {
  const auto model = model_of({{Status::running, 0, 1, ""}, {Status::waiting, 1, 3, "lock"}}, 3);
  CHECK(folded(model, {0, 4}, 400) ==
        std::vector<TimelineSlice>{{0, 100, Status::running, 0, false}, {100, 300, Status::waiting, 1, false}});
  CHECK(folded(model, {0.5, 1.5}, 100) ==
        std::vector<TimelineSlice>{{0, 50, Status::running, 0, false}, {50, 100, Status::waiting, 1, false}});
  CHECK(folded(model, {3.5, 4}, 100).empty());
  CHECK(folded(model, {0, 4}, 0).empty());
}

TEST_CASE("a span too short for a pixel still shows") {
  const auto model = model_of({{Status::running, 0, 1, ""}, {Status::ready, 1, 1.001, ""}, {Status::running, 1.001, 2, ""}}, 2);
  const auto slices = folded(model, {0, 2}, 200);
  REQUIRE(slices.size() == 3);
  CHECK(slices[1].status == Status::ready);
  CHECK(slices[1].right - slices[1].left == 1);
}

TEST_CASE("many short spans fold into the longest of each pixel") {
  std::vector<Span> spans;
  unsigned state = 7;
  double time = 0;
  for (int index = 0; index < 20000; ++index) {
    state = state * 1664525u + 1013904223u;
    const double length = 1e-6 * (1 + state % 1000);
    spans.push_back({Status(1 + state / 1000 % 4), time, time + length, ""});
    time += length;
  }
  const auto model = model_of(spans, time);
  const auto slices = folded(model, {0, time}, 250);
  CHECK(slices.size() <= 750);
  float before = 0;
  for (const TimelineSlice& slice : slices) {
    CHECK(slice.left >= before - 1);
    CHECK(slice.right > slice.left);
    before = slice.right;
    if (!slice.folded) continue;
    const double seconds = time / 250;
    const Status expected = dominant(spans, slice.left * seconds, (slice.left + 1) * seconds);
    if (slice.right - slice.left == 1) CHECK(slice.status == expected);
  }
  CHECK(before == doctest::Approx(250).epsilon(0.01));
}

TEST_CASE("what still lasts goes on to the clock") {
  auto model = model_of({{Status::running, 0, 1, ""}}, 1, true);
  model.set_clock(1.5);
  CHECK(model.span_end(0, 0) == 1.5);
  CHECK(folded(model, {0, 2}, 200) == std::vector<TimelineSlice>{{0, 150, Status::running, 0, false}});
  CHECK(folded(model, {1.2, 2.2}, 100).size() == 1);
  CHECK(model.span_at(0, 1.4, 0.001) == 0);
  auto over = model_of({{Status::running, 0, 1, ""}}, 1, false);
  over.set_clock(1.5);
  CHECK(over.span_end(0, 0) == 1);
}

TEST_CASE("the pointer finds the span below it, and near it the longest") {
  const auto model = model_of({{Status::running, 0, 1, ""}, {Status::ready, 1, 1.01, ""}, {Status::waiting, 1.01, 2, ""}}, 2);
  CHECK(model.span_at(0, 0.5, 0.001) == 0);
  CHECK(model.span_at(0, 1.005, 0.001) == 1);
  CHECK(model.span_at(0, 1.5, 0.1) == 2);
  CHECK(model.span_at(0, 2.5, 0.1) == -1);
  CHECK(model_of({}, 0).span_at(0, 0, 1) == -1);
}

TEST_CASE("an ended row keeps no empty ending") {
  const auto model = model_of({{Status::running, 0, 1, ""}, {Status::ended, 1, 1, ""}}, 2);
  CHECK(model.row(0).spans.size() == 1);
}

TEST_CASE("ticks stand at round times in a fitting unit") {
  const auto labels = [](TimeWindow window, double width) {
    std::string text;
    for (const TimeTick& tick : time_ticks(window, width, 80)) text += tick.label + "|";
    return text;
  };
  CHECK(labels({0, 1}, 400) == "0.0 s|0.2 s|0.4 s|0.6 s|0.8 s|1.0 s|");
  CHECK(labels({0, 0.05}, 400) == "0 ms|10 ms|20 ms|30 ms|40 ms|50 ms|");
  CHECK(labels({0.0101, 0.0121}, 400) == "10.5 ms|11.0 ms|11.5 ms|12.0 ms|");
  CHECK(labels({0, 2e-5}, 400) == "0 \u00B5s|5 \u00B5s|10 \u00B5s|15 \u00B5s|20 \u00B5s|");
  CHECK(labels({0, 100}, 400) == "0 s|20 s|40 s|60 s|80 s|100 s|");
  CHECK(time_ticks({1, 1}, 400, 80).empty());
}

TEST_CASE("durations read as people say them") {
  CHECK(format_duration(0) == "0 s");
  CHECK(format_duration(1.2345) == "1.23 s");
  CHECK(format_duration(0.0125) == "12.5 ms");
  CHECK(format_duration(0.99951) == "1 s");
  CHECK(format_duration(0.00048) == "480 \u00B5s");
  CHECK(format_duration(3e-9) == "3 ns");
  CHECK(format_duration(125) == "125 s");
}

TEST_CASE("tasks stand under the thread whose loop runs them, in the order they were made") {
  const std::vector<Span> spans = {{ThreadStatus::running, 0, 1, ""}};
  std::vector<TaskRow> tasks = {{1, 7, "first", true, "result", spans}, {0, 8, "second", false, "", spans},
                                {1, 9, "third", true, "cancelled", spans}};
  const auto lanes = lanes_of({{0, "MainThread", spans}, {1, "Thread-1", spans}, {2, "Thread-2", spans}}, tasks);
  REQUIRE(lanes.size() == 6);
  CHECK(lanes[0].name == "MainThread");
  CHECK_FALSE(lanes[0].task.has_value());
  CHECK(lanes[1].name == "second");
  CHECK(lanes[1].task == 8);
  CHECK(lanes[1].end.empty());
  CHECK(lanes[2].name == "Thread-1");
  CHECK(lanes[3].name == "first");
  CHECK(lanes[3].end == "result");
  CHECK(lanes[4].name == "third");
  CHECK(lanes[4].thread == 1);
  CHECK(lanes[5].name == "Thread-2");
  CHECK(lanes_of({{0, "MainThread", spans}}, tasks).size() == 2);   // those of threads that are not there yet
}

TEST_CASE("a task that has not ended goes on with the run, although its thread's row was read later") {
  const std::vector<Span> earlier = {{ThreadStatus::running, 0, 1, ""}};
  const std::vector<Span> later = {{ThreadStatus::running, 0, 1.5, ""}};
  TimelineModel model;
  model.set_rows(lanes_of({{0, "MainThread", later}}, {{0, 1, "open", false, "", earlier}, {0, 2, "done", true, "result", earlier}}),
                 1.5, true);
  model.set_clock(2);
  CHECK(model.span_end(0, 0) == 2);
  CHECK(model.span_end(1, 0) == 2);
  CHECK(model.span_end(2, 0) == 1);
  CHECK(!model.span_lasts(2, 0));
}

}  // namespace
}  // namespace lockstep
