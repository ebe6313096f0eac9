#include "session/run_view.h"

#include <algorithm>
#include <array>

namespace lockstep {

namespace {

double seconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) / kSecond; }

constexpr size_t kMostTasks = 400;       // rows of a timeline; more nobody looks at

}  // namespace

void RunView::update() {
  if (run_.log().generation() != generation_) {
    // The run was rewound: what was read is no longer what happened.
    generation_ = run_.log().generation();
    read_ = 0;
    threads_.clear();
    output_.clear();
    tasks_.clear();
    task_places_.clear();
  }
  std::array<TraceEvent, 512> events;
  for (;;) {
    const Log::Slice slice = run_.log().read(read_, events);
    if (slice.generation != generation_ || slice.count == 0) break;
    for (size_t i = 0; i < slice.count; i++) apply(events[i]);
    read_ += slice.count;
    version_++;
  }
}

void RunView::change(Thread& thread, ThreadStatus status, double when, std::string label) {
  if (!thread.spans.empty()) {
    Span& last = thread.spans.back();
    // A wake-up can be told a little late; spans stay in order.
    when = std::max(when, last.begin);
    last.end = when;
    if (last.status == status && last.label == label) {
      thread.status = status;
      return;
    }
    if (last.end == last.begin && thread.spans.size() > 1) thread.spans.pop_back();
  }
  thread.status = status;
  thread.waiting_for = label;
  if (status != ThreadStatus::ended) thread.spans.push_back({status, when, when, std::move(label)});
}

std::string RunView::describe_wait(const TraceEvent& event) const {
  std::string what(run_.log().text(event.text));
  const std::string object = run_.object_name(event.object);
  if (what == "thread" && event.detail != 0) {
    auto found = threads_.find(event.detail - 1);
    return "the end of " + (found == threads_.end() ? "a thread" : found->second.name);
  }
  if (!object.empty()) what += " " + object;
  if (event.detail != 0) {
    auto found = threads_.find(event.detail - 1);
    if (found != threads_.end()) {
      what += event.detail - 1 == event.task ? ", which it holds itself"
                                             : " held by " + found->second.name;
    }
  }
  return what;
}

void RunView::apply(const TraceEvent& event) {
  const double when = seconds(event.time);
  last_time_ = std::max(last_time_, when);
  switch (event.kind) {
    case EventKind::thread_created: {
      Thread& thread = threads_[event.task];
      thread.name = std::string(run_.log().text(event.text));
      thread.daemon = event.detail != 0;
      thread.started = true;
      change(thread, ThreadStatus::ready, when, "");
      break;
    }
    case EventKind::running:
      change(threads_[event.task], ThreadStatus::running, when, "");
      break;
    case EventKind::preempted:
    case EventKind::woken:
      change(threads_[event.task], ThreadStatus::ready, when, "");
      break;
    case EventKind::blocked: {
      const bool sleeps = run_.log().text(event.text) == "sleep";
      change(threads_[event.task], sleeps ? ThreadStatus::sleeping : ThreadStatus::waiting, when,
             sleeps ? "sleep" : describe_wait(event));
      break;
    }
    case EventKind::thread_ended:
      change(threads_[event.task], ThreadStatus::ended, when, "");
      break;
    case EventKind::stdout_text:
    case EventKind::stderr_text:
      output_.push_back({event.task, event.kind == EventKind::stderr_text, when,
                         std::string(run_.log().text(event.text))});
      break;
    case EventKind::task_created:
    case EventKind::task_ready:
    case EventKind::task_running:
    case EventKind::task_waiting:
    case EventKind::task_done:
      apply_to_task(event, when);
      break;
    case EventKind::run_start:
    case EventKind::run_end:
    case EventKind::operation:
    case EventKind::gil_request:
    case EventKind::deadlock:
    case EventKind::exception:
    case EventKind::note:
      break;
  }
}

void RunView::apply_to_task(const TraceEvent& event, double when) {
  if (event.kind == EventKind::task_created && tasks_.size() < kMostTasks) {
    // A number belongs to one task only.
    task_places_.emplace(event.object, tasks_.size());
    tasks_.push_back({event.task, event.object, std::string(run_.log().text(event.text)), false, "", {}});
  }
  const auto found = task_places_.find(event.object);
  if (found == task_places_.end()) return;
  TaskRow& row = tasks_[found->second];
  Span next{ThreadStatus::ready, when, when, ""};
  switch (event.kind) {
    case EventKind::task_running:
      next.status = ThreadStatus::running;
      break;
    case EventKind::task_waiting: {
      const std::string_view what = run_.log().text(event.text);
      // Who gave up its turn is ready again.
      if (what == "sleep") next.status = ThreadStatus::sleeping;
      else if (what != "turn") next.status = ThreadStatus::waiting;
      next.label = what == "turn" ? "" : what;
      break;
    }
    case EventKind::task_done:
      row.ended = true;
      row.outcome = run_.log().text(event.text);
      next.status = ThreadStatus::ended;
      break;
    default:
      break;
  }
  if (!row.spans.empty()) {
    Span& last = row.spans.back();
    next.begin = next.end = std::max(when, last.begin);
    last.end = next.begin;
    if (last.status == next.status && last.label == next.label) return;
    if (last.end == last.begin && row.spans.size() > 1) row.spans.pop_back();
  }
  if (!row.ended) row.spans.push_back(std::move(next));
}

// The chunks that were written until a step: they come in the order of time.
size_t RunView::chunks_until(double time) const {
  const auto end = std::upper_bound(output_.begin(), output_.end(), time,
                                    [](double at, const OutputChunk& chunk) { return at < chunk.time; });
  return static_cast<size_t>(end - output_.begin());
}

// The machine forgets threads that have ended; the log does not.
void RunView::add_ended_threads(Snapshot& snapshot) const {
  for (const auto& [id, thread] : threads_) {
    if (thread.spans.empty() || thread.spans.front().begin > snapshot.clock) continue;
    const auto place = std::lower_bound(snapshot.threads.begin(), snapshot.threads.end(), id,
                                        [](const ThreadView& view, uint32_t wanted) { return view.id < wanted; });
    if (place != snapshot.threads.end() && place->id == id) continue;
    ThreadView ended;
    ended.id = id;
    ended.name = thread.name;
    ended.daemon = thread.daemon;
    ended.status = ThreadStatus::ended;
    snapshot.threads.insert(place, std::move(ended));
  }
}

std::shared_ptr<const Snapshot> RunView::stepped_snapshot(uint64_t run_number,
                                                          const std::shared_ptr<const Snapshot>& base) {
  if (base_ == base && stepped_ != nullptr && stepped_->timeline_version == version_ &&
      stepped_->run == run_number) {
    return stepped_;
  }
  auto snapshot = std::make_shared<Snapshot>(*base);
  snapshot->run = run_number;
  snapshot->output_count = chunks_until(snapshot->clock);
  add_ended_threads(*snapshot);
  snapshot->output_version = generation_;
  snapshot->timeline_version = version_;
  base_ = base;
  stepped_ = std::move(snapshot);
  return stepped_;
}

std::shared_ptr<const Snapshot> RunView::snapshot(uint64_t run_number) {
  if (const auto stepped = run_.stepped()) return stepped_snapshot(run_number, stepped);
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->run = run_number;
  snapshot->running = !run_.ended();
  snapshot->clock = snapshot->running ? std::max(run_.clock(), last_time_) : last_time_;
  snapshot->output_count = output_.size();
  snapshot->timeline_version = version_;
  if (run_.ended()) snapshot->outcome = run_.outcome();
  snapshot->primitives = run_.primitives();
  snapshot->loops = run_.loops();
  snapshot->findings = run_.findings();
  for (const auto& [id, thread] : threads_) {
    ThreadView view;
    view.id = id;
    view.name = thread.name;
    view.status = thread.status;
    view.daemon = thread.daemon;
    if (thread.status != ThreadStatus::ended) {
      const Run::Place place = run_.place_of(id);
      view.line = place.line;
      view.function = place.function;
      if (thread.status == ThreadStatus::waiting) view.waiting_for = thread.waiting_for;
      snapshot->live_threads++;
    }
    snapshot->threads.push_back(std::move(view));
  }
  return snapshot;
}

std::vector<OutputChunk> RunView::output(size_t first) const {
  if (first >= output_.size()) return {};
  return std::vector<OutputChunk>(output_.begin() + static_cast<ptrdiff_t>(first), output_.end());
}

std::vector<TimelineRow> RunView::timeline() const {
  const double now = run_.ended() ? last_time_ : std::max(run_.clock(), last_time_);
  std::vector<TimelineRow> rows;
  for (const auto& [id, thread] : threads_) {
    TimelineRow row{id, thread.name, thread.spans};
    if (!row.spans.empty() && thread.status != ThreadStatus::ended) row.spans.back().end = now;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TaskRow> RunView::task_timeline() const {
  const double now = run_.ended() ? last_time_ : std::max(run_.clock(), last_time_);
  std::vector<TaskRow> rows = tasks_;
  for (TaskRow& row : rows) {
    if (!row.ended && !row.spans.empty()) row.spans.back().end = now;
  }
  return rows;
}

}  // namespace lockstep
