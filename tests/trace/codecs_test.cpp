#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "trace/chrome_trace.h"
#include "trace/json_lines.h"

namespace lockstep {
namespace {

// Two threads, one of which waits for a lock that the other has.
void fill(Log& log) {
  const auto add = [&log](EventKind kind, int64_t time, uint32_t task, std::string_view text = "",
                          uint32_t object = 0, uint32_t detail = 0, int32_t line = 0) {
    TraceEvent event;
    event.kind = kind;
    event.time = time;
    event.task = task;
    event.text = log.intern(text);
    event.object = object;
    event.detail = detail;
    event.line = line;
    log.append(event);
  };
  add(EventKind::run_start, 0, 0, "racy.py");
  add(EventKind::thread_created, 0, 0, "MainThread");
  add(EventKind::running, 1'000, 0);
  add(EventKind::thread_created, 2'000, 1, "Thread-1 (w)", 0, 1);
  add(EventKind::stdout_text, 2'500, 0, "hello \xd0\xbc\n\"quoted\"\n", 0, 0, 7);
  add(EventKind::blocked, 3'000, 0, "lock", 5, 2);
  add(EventKind::running, 3'100, 1);
  add(EventKind::operation, 3'200, 1, "release", 5, 0, 9);
  add(EventKind::woken, 3'250, 0, "notified");
  add(EventKind::thread_ended, 4'000, 1);
  add(EventKind::running, 4'050, 0);
  add(EventKind::run_end, 5'000, 0, "finished");
}

constexpr char kLines[] =
    R"lines({"format":"lockstep-trace","version":1,"objects":{"5":"counter_lock"}}
{"time":0,"kind":"run_start","task":0,"text":"racy.py"}
{"time":0,"kind":"thread_created","task":0,"text":"MainThread"}
{"time":1000,"kind":"running","task":0}
{"time":2000,"kind":"thread_created","task":1,"detail":1,"text":"Thread-1 (w)"}
{"time":2500,"kind":"stdout_text","task":0,"line":7,"text":"hello м\n\"quoted\"\n"}
{"time":3000,"kind":"blocked","task":0,"object":5,"detail":2,"text":"lock"}
{"time":3100,"kind":"running","task":1}
{"time":3200,"kind":"operation","task":1,"object":5,"line":9,"text":"release"}
{"time":3250,"kind":"woken","task":0,"text":"notified"}
{"time":4000,"kind":"thread_ended","task":1}
{"time":4050,"kind":"running","task":0}
{"time":5000,"kind":"run_end","task":0,"text":"finished"}
)lines";

TEST_CASE("a trace as JSON lines, there and back") {
  Log log;
  fill(log);
  CHECK(to_json_lines(log, {{5, "counter_lock"}}) == kLines);

  Log again;
  const auto objects = from_json_lines(kLines, again);
  REQUIRE(objects.has_value());
  CHECK(*objects == ObjectNames{{5, "counter_lock"}});
  REQUIRE(again.size() == log.size());
  CHECK(to_json_lines(again, *objects) == kLines);
}

TEST_CASE("bytes that are no text survive as replacements") {
  Log log;
  TraceEvent event;
  event.text = log.add_text(
      "a\xff"
      "b");
  log.append(event);
  CHECK(to_json_lines(log, {}).find("a\xef\xbf\xbd"
                                    "b") != std::string::npos);
  CHECK(to_chrome_trace(log, {}, "p", TraceAxis::clock)
            .find("a\xef\xbf\xbd"
                  "b") != std::string::npos);
}

TEST_CASE("what is no trace says where") {
  const std::string header = R"({"format":"lockstep-trace","version":1,"objects":{}})"
                             "\n";
  const struct {
    std::string text;
    int64_t line;
  } cases[] = {
      {"", 1},
      {"{", 1},
      {"[]\n", 1},
      {R"({"format":"other","version":1})"
       "\n",
       1},
      {R"({"format":"lockstep-trace","version":2})"
       "\n",
       1},
      {R"({"format":"lockstep-trace","version":1,"objects":{"x":"y"}})", 1},
      {R"({"format":"lockstep-trace","version":1,"objects":{"99999999999":"y"}})", 1},
      {R"({"format":"lockstep-trace","version":1,"objects":{"1":2}})", 1},
      {header + R"({"kind":"note"})"
                "\n"
                R"({"kind":"nonsense"})",
       3},
      {header + R"({"kind":5})", 2},
      {header + R"({"kind":"note","task":-1})", 2},
      {header + R"({"kind":"note","line":4294967296})", 2},
      {header + R"({"kind":"note","text":7})", 2},
      {header + R"({"kind":"note","time":"now"})", 2},
      {header + "\n", 2},
  };
  for (const auto& [text, line] : cases) {
    CAPTURE(text);
    Log log;
    const auto read = from_json_lines(text, log);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().line == line);
  }
}

TEST_CASE("a trace for Perfetto: a named row per thread, slices, instants") {
  Log log;
  fill(log);
  const std::string text = to_chrome_trace(log, {{5, "counter_lock"}}, "racy.py", TraceAxis::clock);
  const auto json = nlohmann::json::parse(text, nullptr, false);
  REQUIRE(json.is_object());
  std::vector<std::string> rows, slices, instants;
  for (const auto& each : json["traceEvents"]) {
    const std::string phase = each["ph"];
    const std::string tid = std::to_string(each["tid"].get<int>()) + " ";
    if (phase == "M" && each["name"] == "thread_name") {
      rows.push_back(tid + each["args"]["name"].get<std::string>());
    } else if (phase == "X") {
      slices.push_back(tid + each["ts"].dump() + "+" + each["dur"].dump() + " " +
                       each["name"].get<std::string>());
    } else if (phase == "i") {
      instants.push_back(tid + each["ts"].dump() + " " + each["name"].get<std::string>());
    }
  }
  CHECK(rows == std::vector<std::string>{"0 MainThread", "1 Thread-1 (w)"});
  CHECK(slices ==
        std::vector<std::string>{"0 0.0+1.0 ready", "0 1.0+2.0 running", "1 2.0+1.1 ready",
                                 "0 3.0+0.25 waiting: lock counter_lock", "1 3.1+0.9 running",
                                 "0 3.25+0.8 ready", "0 4.05+0.95 running"});
  CHECK(instants == std::vector<std::string>{"0 0.0 start", "0 2.5 output",
                                             "1 3.2 release counter_lock", "0 5.0 end"});

  const std::string by_event = to_chrome_trace(log, {}, "racy.py", TraceAxis::events);
  CHECK(by_event.find("\"ts\":7.0,\"name\":\"release\"") != std::string::npos);
}

}  // namespace
}  // namespace lockstep
