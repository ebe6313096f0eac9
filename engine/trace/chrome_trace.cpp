#include "trace/chrome_trace.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

namespace lockstep {

namespace {

using Json = nlohmann::ordered_json;

// Builds the array of trace events. A thread's row is made of slices that follow each other; a
// slice is written when the next one begins.
class ChromeWriter {
 public:
  ChromeWriter(const Log& log, const ObjectNames& objects, TraceAxis axis)
      : log_(log), objects_(objects), axis_(axis) {}

  std::string write(std::string_view program) {
    text_ = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n";
    add({{"ph", "M"},
         {"pid", kProcess},
         {"tid", 0},
         {"name", "process_name"},
         {"args", {{"name", program}}}});
    const size_t size = log_.size();
    int64_t now = 0;
    for (size_t i = 0; i < size; ++i) {
      const TraceEvent event = log_.at(i);
      // Events of different threads can be out of order by a little.
      const int64_t when =
          axis_ == TraceAxis::clock ? event.time : static_cast<int64_t>(i) * kEventStep;
      now = std::max(now, when);
      take(event, when);
    }
    while (!open_.empty()) close(open_.begin()->first, now);
    return text_ + "\n]}\n";
  }

 private:
  static constexpr int kProcess = 1;
  static constexpr int kTasks = 2;
  static constexpr int64_t kEventStep = 1'000;  // nanoseconds

  static double microseconds(int64_t nanoseconds) {
    return static_cast<double>(nanoseconds) / 1000.0;
  }

  using Row = std::pair<int, uint32_t>;  // process, thread
  struct Slice {
    std::string name;
    int64_t start = 0;
  };

  void take(const TraceEvent& event, int64_t when) {
    switch (event.kind) {
      case EventKind::thread_created:
        name_row(event);
        begin({kProcess, event.task}, "ready", when);
        return;
      case EventKind::running:
        begin({kProcess, event.task}, "running", when);
        return;
      case EventKind::preempted:
      case EventKind::woken:
        begin({kProcess, event.task}, "ready", when);
        return;
      case EventKind::blocked:
        begin({kProcess, event.task}, "waiting: " + what_for(event), when);
        return;
      case EventKind::thread_ended:
        close({kProcess, event.task}, when);
        return;
      case EventKind::task_created:
        name_task(event);
        begin(task_row(event), "ready", when);
        return;
      case EventKind::task_ready:
        begin(task_row(event), "ready", when);
        return;
      case EventKind::task_running:
        begin(task_row(event), "running", when);
        return;
      case EventKind::task_waiting:
        begin(task_row(event), "waiting: " + std::string(log_.text(event.text)), when);
        return;
      case EventKind::task_done:
        close(task_row(event), when);
        return;
      case EventKind::operation:
        instant(event, std::string(log_.text(event.text)) + with_space(name_of(event.object)),
                when);
        return;
      case EventKind::run_start:
      case EventKind::run_end:
      case EventKind::gil_request:
      case EventKind::deadlock:
      case EventKind::exception:
      case EventKind::stdout_text:
      case EventKind::stderr_text:
      case EventKind::note:
        instant(event, std::string(info_of(event.kind).label), when);
        return;
    }
  }

  void name_row(const TraceEvent& event) {
    add({{"ph", "M"},
         {"pid", kProcess},
         {"tid", event.task},
         {"name", "thread_name"},
         {"args", {{"name", log_.text(event.text)}}}});
    add({{"ph", "M"},
         {"pid", kProcess},
         {"tid", event.task},
         {"name", "thread_sort_index"},
         {"args", {{"sort_index", event.task}}}});
  }

  // Tasks of asyncio have rows of their own, in a process of their own.
  static Row task_row(const TraceEvent& event) { return {kTasks, event.object}; }

  void name_task(const TraceEvent& event) {
    if (!has_tasks_) {
      has_tasks_ = true;
      add({{"ph", "M"}, {"pid", kTasks}, {"name", "process_name"}, {"args", {{"name", "asyncio tasks"}}}});
    }
    add({{"ph", "M"},
         {"pid", kTasks},
         {"tid", event.object},
         {"name", "thread_name"},
         {"args", {{"name", log_.text(event.text)}}}});
  }

  void begin(Row row, std::string name, int64_t when) {
    close(row, when);
    open_[row] = Slice{std::move(name), when};
  }

  void close(Row row, int64_t when) {
    const auto at = open_.find(row);
    if (at == open_.end()) return;
    const Slice& slice = at->second;
    add({{"ph", "X"},
         {"pid", row.first},
         {"tid", row.second},
         {"ts", microseconds(slice.start)},
         {"dur", microseconds(std::max(int64_t{0}, when - slice.start))},
         {"name", slice.name},
         {"cat", row.first == kProcess ? "thread" : "task"}});
    open_.erase(at);
  }

  void instant(const TraceEvent& event, std::string name, int64_t when) {
    Json json = {{"ph", "i"},
                 {"s", "t"},
                 {"pid", kProcess},
                 {"tid", event.task},
                 {"ts", microseconds(when)},
                 {"name", std::move(name)},
                 {"cat", info_of(event.kind).name}};
    if (event.kind != EventKind::operation && event.text != 0) {
      json["args"]["text"] = log_.text(event.text);
    }
    if (event.line != 0) json["args"]["line"] = event.line;
    add(json);
  }

  std::string what_for(const TraceEvent& event) const {
    return std::string(log_.text(event.text)) + with_space(name_of(event.object));
  }

  std::string name_of(uint32_t object) const {
    const auto at = objects_.find(object);
    return object == 0 || at == objects_.end() ? "" : at->second;
  }

  static std::string with_space(const std::string& name) { return name.empty() ? "" : " " + name; }

  void add(const Json& json) {
    if (!first_) text_ += ",\n";
    first_ = false;
    text_ += json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  const Log& log_;
  const ObjectNames& objects_;
  const TraceAxis axis_;
  std::string text_;
  bool first_ = true;
  std::map<Row, Slice> open_;
  bool has_tasks_ = false;
};

}  // namespace

std::string to_chrome_trace(const Log& log, const ObjectNames& objects, std::string_view program,
                            TraceAxis axis) {
  return ChromeWriter(log, objects, axis).write(program);
}

}  // namespace lockstep
