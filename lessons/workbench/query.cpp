#include "workbench/query.h"

#include <nlohmann/json.hpp>

#include "workbench/finding_cards.h"

namespace lockstep {
namespace {

using nlohmann::json;

const char* name_of(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::none: return "none";
    case OutcomeKind::finished: return "finished";
    case OutcomeKind::exception: return "exception";
    case OutcomeKind::deadlock: return "deadlock";
    case OutcomeKind::limit: return "limit";
    case OutcomeKind::stopped: return "stopped";
    case OutcomeKind::internal_error: return "internal_error";
  }
  return "";
}

const char* name_of(PlayMode mode) {
  switch (mode) {
    case PlayMode::free: return "free";
    case PlayMode::step: return "step";
    case PlayMode::explore: return "explore";
  }
  return "";
}

json variables_of(const std::vector<VariableView>& variables) {
  json all = json::object();
  for (const VariableView& variable : variables) all[variable.name] = variable.value;
  return all;
}

json primitives_of(const std::vector<PrimitiveView>& primitives) {
  json all = json::array();
  for (const PrimitiveView& primitive : primitives) {
    all.push_back({{"kind", primitive.kind}, {"name", primitive.name}, {"state", primitive.state},
                   {"waiters", primitive.waiters}, {"items", primitive.items}});
  }
  return all;
}

// The tasks of asyncio that have rows.
json tasks_of(const TimelineModel& timeline) {
  json tasks = json::array();
  for (size_t row = 0; row < timeline.row_count(); ++row) {
    const TimelineLane& data = timeline.row(row);
    if (data.task) tasks.push_back({{"name", data.name}, {"thread", data.thread}, {"end", data.end}});
  }
  return tasks;
}

json loops_of(const std::vector<LoopView>& loops) {
  json all = json::array();
  for (const LoopView& loop : loops) {
    json ready = json::array(), timers = json::array(), tasks = json::array();
    for (const LoopEntryView& entry : loop.ready) ready.push_back(entry.words);
    for (const LoopEntryView& entry : loop.timers) timers.push_back({{"when", entry.when}, {"words", entry.words}});
    for (const AsyncTaskView& task : loop.tasks) {
      tasks.push_back({{"name", task.name}, {"waiting_for", task.waiting_for}, {"line", task.line}});
    }
    all.push_back({{"runs", loop.runs}, {"thread", loop.thread}, {"ready", ready}, {"timers", timers}, {"tasks", tasks}});
  }
  return all;
}

// The moment of a stepped run, or null.
json step_of(const View& view) {
  const Moment* moment = view.moment();
  if (!moment) return nullptr;
  json threads = json::array();
  for (const ThreadView& thread : view.snapshot.threads) {
    threads.push_back({{"id", thread.id}, {"name", thread.name}, {"can_step", thread.can_step},
                       {"next", thread.next}, {"line", thread.line}, {"waiting_for", thread.waiting_for},
                       {"variables", thread.frames.empty() ? json::object()
                                                           : variables_of(thread.frames.front().variables)}});
  }
  return {{"step", moment->step}, {"length", moment->length}, {"ended", moment->ended},
          {"complete", moment->complete}, {"schedule", *moment->schedule}, {"note", moment->note},
          {"last", moment->last ? json(moment->last->words) : json()}, {"threads", threads},
          {"globals", variables_of(moment->globals)}, {"primitives", primitives_of(moment->primitives)},
          {"loops", loops_of(moment->loops)}};
}

// Where a failing run parts from the nearest good one, or null.
json fork_of(const ExploredOutcome& outcome) {
  if (outcome.fork.step == 0) return nullptr;
  return {{"step", outcome.fork.step},
          {"bad", {{"thread", outcome.fork.bad.thread}, {"words", outcome.fork.bad.words}}},
          {"good", {{"thread", outcome.fork.good.thread}, {"words", outcome.fork.good.words}}}};
}

json findings_of(const std::vector<Finding>& findings) {
  json all = json::array();
  for (const Finding& finding : findings) {
    json lines = json::array();
    for (const Finding::Place& place : finding.places) lines.push_back(place.line);
    all.push_back({{"title", title_of(finding)}, {"message", finding.message}, {"lines", lines}, {"step", finding.step}});
  }
  return all;
}

json samples_of(const View& view) {
  if (!view.samples) return nullptr;
  const Samples& found = *view.samples->found;
  json outcomes = json::array();
  for (const SampledOutcome& outcome : found.outcomes) {
    outcomes.push_back({{"kind", name_of(outcome.kind)}, {"value", outcome.value}, {"count", outcome.count}});
  }
  return {{"running", view.samples->running}, {"runs", found.runs}, {"wanted", found.wanted},
          {"orders", found.orders}, {"outcomes", outcomes}};
}

json exploration_of(const View& view) {
  if (!view.exploration) return nullptr;
  const Exploration& found = *view.exploration->found;
  json outcomes = json::array();
  for (const ExploredOutcome& outcome : found.outcomes) {
    outcomes.push_back({{"kind", name_of(outcome.kind)}, {"value", outcome.value}, {"error", outcome.error},
                        {"preemptions", outcome.preemptions}, {"fork", fork_of(outcome)}});
  }
  return {{"running", view.exploration->running}, {"complete", found.complete}, {"outcomes", outcomes},
          {"findings", findings_of(found.findings)}};
}

json state_of(const QueryContext& context) {
  const View& view = context.view;
  const Snapshot& snapshot = view.snapshot;
  json diagnostics = json::array();
  for (const Diagnostic& diagnostic : view.diagnostics) {
    diagnostics.push_back({{"type", diagnostic.type}, {"message", diagnostic.message}, {"line", diagnostic.span.line}});
  }
  return {
      {"ready", true},
      {"lesson", view.open_lesson().id},
      {"lessons", view.library.lessons().size()},
      {"lesson_errors", view.library.errors().size()},
      {"run", snapshot.run},
      {"running", snapshot.running},
      {"clock", snapshot.clock},
      {"outcome", {{"kind", name_of(snapshot.outcome.kind)},
                   {"status", snapshot.outcome.status},
                   {"message", snapshot.outcome.message}}},
      {"thread_count", snapshot.threads.size()},
      {"live_threads", snapshot.live_threads},
      {"output_lines", view.output.lines().size()},
      {"last_line", view.output.last_line()},
      {"timeline", {{"rows", view.timeline.row_count()},
                    {"begin", context.timeline_window.begin},
                    {"end", context.timeline_window.end},
                    {"tasks", tasks_of(view.timeline)}}},
      {"primitives", snapshot.primitives ? primitives_of(*snapshot.primitives) : json()},
      {"loops", snapshot.loops ? loops_of(*snapshot.loops) : json()},
      {"diagnostics", diagnostics},
      {"edited", view.edited},
      {"mode", name_of(view.mode)},
      {"shows_lesson", view.shows_lesson},
      {"step", step_of(view)},
      {"findings", findings_of(*snapshot.findings)},
      {"exploration", exploration_of(view)},
      {"samples", samples_of(view)},
      {"switch_interval", view.switch_interval},
      {"theme", view.look.theme.variant == ThemeVariant::dark ? "dark" : "light"},
      {"code_focused", context.code_focused},
      {"width", context.window_size.x},
      {"height", context.window_size.y},
      {"scale", context.pixel_ratio},
      {"fps", context.frames_per_second},
  };
}

}  // namespace

std::string answer_query(std::string_view question, const QueryContext& context) {
  const json asked = json::parse(question, nullptr, false);
  const json get = asked.is_object() ? asked.value("get", json()) : json();
  json answer;
  if (get == "state") {
    answer = state_of(context);
  } else if (get == "rects") {
    answer = json::object();
    for (const auto& [name, rect] : context.view.look.widgets.rects()) {
      answer[name] = {{"x", rect.min.x}, {"y", rect.min.y}, {"width", rect.width()}, {"height", rect.height()}};
    }
  } else if (get == "code") {
    answer = {{"text", context.program}};
  } else if (get == "output") {
    answer = {{"text", context.view.output.text()}};
  } else {
    answer = {{"ready", true}, {"error", "ask for state, rects, code or output"}};
  }
  return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace lockstep
