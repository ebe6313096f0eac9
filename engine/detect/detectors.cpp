#include "detect/detectors.h"

#include <algorithm>

#include "control/deadlock.h"

namespace lockstep {

namespace {

constexpr uint32_t kMostThreads = 2000;
constexpr size_t kMostFindings = 300;
constexpr size_t kMostFutures = 100'000;

std::string at_line(int32_t line) { return line == 0 ? "" : " (line " + std::to_string(line) + ")"; }

std::string or_else(std::string name, const char* other) { return name.empty() ? other : name; }

bool waits(const Task& task) {
  return task.shut_out || (task.state == TaskState::blocked && task.deadline == kNever);
}

const Task* find_task(const TaskList& tasks, TaskReference reference) {
  for (const Task* task = tasks.first; task != nullptr; task = task->next) {
    if (reference.is(*task)) return task;
  }
  return nullptr;
}

// The threads that wait for each other, beginning with `start`; empty when its wait can end.
std::vector<const Task*> circle_from(const TaskList& tasks, const Task& start) {
  std::vector<const Task*> path;
  for (const Task* at = &start; at != nullptr && waits(*at) && at->waiting_for_owner != nullptr;) {
    path.push_back(at);
    at = find_task(tasks, *at->waiting_for_owner);
    if (at == &start) return path;
    if (std::find(path.begin(), path.end(), at) != path.end()) return {};
  }
  return {};
}

}  // namespace

Detectors::Detectors(RunFacts& facts) : facts_(&facts) {
  order_.begin(0);
  lasting_.begin(0);
  worker(0).started.name = "MainThread";
}

Detectors::Worker& Detectors::worker(uint32_t id) {
  if (id >= workers_.size()) workers_.resize(id + 1);
  return workers_[id];
}

std::string Detectors::name_of_task(uint32_t id) const {
  const bool is_known = id < workers_.size() && !workers_[id].started.name.empty();
  return is_known ? workers_[id].started.name : "thread " + std::to_string(id);
}

std::string Detectors::name_of_lock(uint32_t lock, uint32_t condition) {
  std::string name = facts_->name_of_object(lock);
  if (name.empty() && condition != 0) name = facts_->name_of_object(condition);
  return name;
}

void Detectors::add(Finding finding) {
  if (findings_.size() >= kMostFindings) return;
  finding.step = step_;
  findings_.push_back(std::move(finding));
}

// --- Events -------------------------------------------------------------------------------------------

void Detectors::on_access(const Task& task, const DataAccess& access) {
  if (is_overwhelmed_) return;
  lost_wakeup_.looked(access.task);
  const auto races = races_.access(order_, access, [&] { return facts_->is_plain_data(task); });
  if (races.empty()) return;
  const std::string name = facts_->name_of_data(task);
  for (const RaceDetector::Race& race : races) {
    add(finding_of(race, name, name_of_task(race.first.task), name_of_task(race.second.task)));
  }
}

void Detectors::on_started(const Task& starter, const Started& started, uint32_t id) {
  if (id >= kMostThreads) is_overwhelmed_ = true;
  if (is_overwhelmed_) return;
  Worker& one = worker(id);
  one.started = started;
  one.is_script = started.line != 0 && !started.is_timer;
  const SyncEvent event{SyncKind::thread_started, false, started.line, id + 1, 0};
  order_.apply(starter.id, event);
  lasting_.apply(starter.id, event);
}

void Detectors::on_sync(const Task& task, const SyncEvent& event) {
  if (is_overwhelmed_) return;
  order_.apply(task.id, event);
  // Where a thread stood when it took a lock lies before what it tells by releasing it.
  if (event.kind == SyncKind::lock_acquired) note_lock_order(task, event);
  lasting_.apply(task.id, event);
  if (event.kind == SyncKind::lock_released) locks_.released(event.object, task.id);
  lost_wakeup_.apply(task.id, event, facts_->others_live(),
                     event.kind == SyncKind::condition_waits &&
                         facts_->wait_context(event.line) == WaitContext::bare);
  switch (event.kind) {
    case SyncKind::condition_woken:
      note_wait_without_loop(task, event);
      return;
    case SyncKind::lock_misreleased:
    case SyncKind::semaphore_misreleased:
      note_over_release(task, event);
      return;
    case SyncKind::semaphore_released:
      if (event.detail != 0) note_over_release(task, event);
      return;
    case SyncKind::future_made:
      if (futures_.size() < kMostFutures) futures_[event.object] = event.line;
      return;
    case SyncKind::future_changed:
      if (event.detail != 0) failed_[event.object] = name_of_task(task.id);
      return;
    case SyncKind::future_asked:
      failed_.erase(event.object);
      return;
    case SyncKind::thread_joined:
      worker(event.object - 1).is_joined = true;
      return;
    case SyncKind::threads_counted:
      for (uint32_t id = 1; id < workers_.size(); ++id) {
        if (!workers_[id].has_ended) continue;
        order_.apply(task.id, {SyncKind::thread_joined, false, 0, id + 1, 0});
        lasting_.apply(task.id, {SyncKind::thread_joined, false, 0, id + 1, 0});
        workers_[id].is_joined = true;
      }
      return;
    default:
      return;
  }
}

void Detectors::on_change(const Task& task, TaskChange change) {
  if (change == TaskChange::blocked) {
    has_blocked_ = true;
  } else if (change == TaskChange::finished && !is_overwhelmed_) {
    worker(task.id).has_ended = true;
    // Names are known while somebody is there.
    for (const LockOrder::Held& held : locks_.held_by(task.id)) {
      lock_names_[{held.lock, held.line}] = name_of_lock(held.lock, held.condition);
    }
  }
}

void Detectors::settle(bool others_go_on) {
  if (has_blocked_ && others_go_on && !is_overwhelmed_) note_partial_deadlock();
  has_blocked_ = false;
}

void Detectors::on_neglect(Finding::Kind kind, const std::string& object, int32_t line,
                           const std::string& message) {
  Finding finding;
  finding.kind = kind;
  finding.object = object;
  finding.message = message;
  if (line != 0) finding.places = {{line, "", ""}};
  add(std::move(finding));
}

// --- Findings -----------------------------------------------------------------------------------------

void Detectors::note_lock_order(const Task& task, const SyncEvent& event) {
  const LockOrder::Held held{event.object, event.detail, task.id, event.line};
  const auto circle = locks_.acquired(lasting_, held, event.patient);
  if (!circle.has_value()) return;
  std::vector<std::string> names, threads;
  for (const LockOrder::Edge& edge : *circle) {
    names.push_back(name_of_lock(edge.first.lock, edge.first.condition));
    threads.push_back(name_of_task(edge.first.task));
  }
  add(finding_of(*circle, names, threads));
}

void Detectors::note_wait_without_loop(const Task& task, const SyncEvent& event) {
  if (event.line == 0 || !told_.emplace(event.line, uint32_t(Finding::Kind::wait_not_in_loop)).second) return;
  if (facts_->wait_context(event.line) != WaitContext::in_if) return;
  Finding finding;
  finding.kind = Finding::Kind::wait_not_in_loop;
  finding.object = facts_->name_of_object(event.object);
  finding.places = {{event.line, name_of_task(task.id), "is woken and goes on"}};
  finding.message = name_of_task(task.id) + " was woken from " +
                    (finding.object.empty() ? "a wait" : finding.object + ".wait()") + at_line(event.line) +
                    " and went on without looking again: another thread can have been faster, so what it "
                    "waited for must be asked in a `while`, not in an `if`";
  add(std::move(finding));
}

void Detectors::note_over_release(const Task& task, const SyncEvent& event) {
  if (event.line == 0 || !told_.emplace(event.line, uint32_t(Finding::Kind::over_release)).second) return;
  Finding finding;
  finding.kind = Finding::Kind::over_release;
  finding.object = facts_->name_of_object(event.object);
  const std::string who = name_of_task(task.id);
  finding.places = {{event.line, who, "releases"}};
  const bool is_lock = event.kind == SyncKind::lock_misreleased;
  const std::string what = or_else(finding.object, is_lock ? "a lock" : "a semaphore");
  finding.message = who + " releases " + what + at_line(event.line);
  if (is_lock) {
    finding.message += " which it does not hold";
  } else {
    finding.message += " more often than it was acquired";
    if (event.kind == SyncKind::semaphore_released) {
      finding.message += ": now it lets " + std::to_string(event.detail) + " more in than it did at first";
    }
  }
  add(std::move(finding));
}

// Who waits for a lock, a thread's end or a result waits for one other thread; when that one waits too, and so
// on back to the first, none of them ever goes on, whatever the others do. Only a Lock may be given back by
// somebody else, as a signal: where the script calls release() by itself, who waits for one may wait for that.
void Detectors::note_partial_deadlock() {
  const TaskList& tasks = facts_->tasks();
  for (const Task* task = tasks.first; task != nullptr; task = task->next) {
    if (!waits(*task)) continue;
    const std::vector<const Task*> circle = circle_from(tasks, *task);
    if (circle.empty()) continue;
    const bool has_lock = std::any_of(circle.begin(), circle.end(),
                                      [](const Task* one) { return one->waiting_for == WaitKind::lock; });
    if (has_lock && facts_->calls_release()) continue;
    std::vector<uint32_t> ids;
    for (const Task* one : circle) ids.push_back(one->id);
    std::sort(ids.begin(), ids.end());
    if (!known_circles_.insert(ids).second) continue;
    Finding finding;
    finding.kind = Finding::Kind::partial_deadlock;
    const auto what_for = [&](const Task& one) {
      const std::string owner = name_of_task(one.waiting_for_owner->id());
      const std::string name = facts_->name_of_object(one.waiting_object);
      switch (one.waiting_for) {
        case WaitKind::thread_end: return "waits for the end of " + owner;
        case WaitKind::future: return "waits for the result that " + owner + " is to give";
        default: return "waits for " + or_else(name, "a lock") + ", which " + owner + " holds";
      }
    };
    std::string parts;
    for (const Task* one : circle) {
      const int32_t line = facts_->line_of(*one);
      finding.places.push_back({line, name_of_task(one->id), what_for(*one)});
      parts += (parts.empty() ? "" : "; ") + name_of_task(one->id) + " " + what_for(*one) + at_line(line);
    }
    finding.message = (circle.size() == 1 ? "A thread waits for itself for ever, while others go on: "
                                          : "Threads wait for each other for ever, while others go on: ") + parts;
    add(std::move(finding));
  }
}

void Detectors::on_deadlock() {
  ReportNames names;
  names.task = [this](uint32_t id) { return name_of_task(id); };
  names.object = [this](uint32_t object) { return facts_->name_of_object(object); };
  const DeadlockReport report = report_deadlock(facts_->tasks(), names);
  Finding finding;
  finding.kind = Finding::Kind::deadlock;
  std::string parts;
  for (const Task* task = facts_->tasks().first; task != nullptr; task = task->next) {
    const auto wait = std::find_if(report.waits.begin(), report.waits.end(),
                                   [&](const DeadlockReport::Wait& one) { return one.task == task->id; });
    if (wait == report.waits.end()) continue;
    const int32_t line = facts_->line_of(*task);
    const std::string who = name_of_task(task->id);
    const bool begins = wait->text.starts_with(who + " ");
    finding.places.push_back({line, who, begins ? wait->text.substr(who.size() + 1) : wait->text});
    parts += (parts.empty() ? "" : "; ") + wait->text + at_line(line);
  }
  finding.message = "Nobody can go on: " + parts;
  if (!report.cycle_text.empty()) finding.message += "; " + report.cycle_text;
  add(std::move(finding));
  note_lost_wakeups();
  note_locks_held_at_end();
}

void Detectors::note_lost_wakeups() {
  const TaskList& tasks = facts_->tasks();
  for (const Task* task = tasks.first; task != nullptr; task = task->next) {
    if (task->state != TaskState::blocked || task->deadline != kNever) continue;
    if (task->waiting_for != WaitKind::condition && task->waiting_for != WaitKind::event) continue;
    const auto loss = lost_wakeup_.lost_on(*task);
    if (!loss.has_value()) continue;
    Finding finding;
    finding.kind = Finding::Kind::lost_wakeup;
    finding.object = facts_->name_of_object(loss->object);
    const std::string who = name_of_task(task->id);
    const int32_t line = facts_->line_of(*task);
    const std::string name = or_else(finding.object, loss->is_event ? "an event" : "a condition");
    const std::string teller = name_of_task(loss->teller);
    if (loss->is_event) {
      const std::string clearer = name_of_task(loss->clearer);
      finding.places = {{loss->told_at, teller, "sets"}, {loss->cleared_at, clearer, "clears"}};
      finding.message = teller + " set " + name + at_line(loss->told_at) + " and " + clearer + " cleared it" +
                        at_line(loss->cleared_at) + " before anybody had seen it; ";
    } else {
      finding.places = {{loss->told_at, teller, "notifies"}};
      finding.message = teller + " notified " + name + at_line(loss->told_at) + " when nobody was waiting; ";
    }
    finding.places.push_back({line, who, "waits for ever"});
    finding.message += who + " came to wait later" + at_line(line) + ", and waits for ever";
    add(std::move(finding));
  }
}

void Detectors::on_end(MainEnd end) {
  if (is_overwhelmed_) return;
  note_locks_held_at_end();
  if (end == MainEnd::well) note_never_joined();
  for (const auto& [future, who] : failed_) {
    const auto made = futures_.find(future);
    const int32_t line = made == futures_.end() ? 0 : made->second;
    if (line == 0 || !told_.emplace(line, uint32_t(Finding::Kind::never_retrieved)).second) continue;
    Finding finding;
    finding.kind = Finding::Kind::never_retrieved;
    finding.places = {{line, who, "fails"}};
    finding.message = "The task that was submitted in line " + std::to_string(line) + " failed in " + who +
                      ", and nobody asked for its result: so nobody learns of the exception";
    add(std::move(finding));
  }
}

void Detectors::note_locks_held_at_end() {
  for (const LockOrder::Held& held : locks_.all_held()) {
    if (held.task >= workers_.size() || !workers_[held.task].has_ended || held.line == 0) continue;
    if (locks_.is_handed_on(held.lock)) continue;
    if (!told_.emplace(held.line, uint32_t(Finding::Kind::lock_held_at_end)).second) continue;
    Finding finding;
    finding.kind = Finding::Kind::lock_held_at_end;
    const auto name = lock_names_.find({held.lock, held.line});
    finding.object = name == lock_names_.end() ? name_of_lock(held.lock, held.condition) : name->second;
    const std::string who = name_of_task(held.task);
    finding.places = {{held.line, who, "takes it"}};
    finding.message = who + " has ended and still holds " + or_else(finding.object, "a lock") +
                      ", which it took" + at_line(held.line) + "; nobody can have it any more";
    add(std::move(finding));
  }
}

// Main may know of a thread's work by other ways than its end: an event, a queue, a barrier.
void Detectors::note_never_joined() {
  for (uint32_t id = 1; id < workers_.size(); ++id) {
    const Worker& one = workers_[id];
    if (!one.is_script || one.is_joined || one.started.daemon || lasting_.has_heard_of(0, id)) continue;
    if (!told_.emplace(one.started.line, uint32_t(Finding::Kind::never_joined)).second) continue;
    Finding finding;
    finding.kind = Finding::Kind::never_joined;
    finding.object = one.started.name;
    finding.places = {{one.started.line, one.started.name, "is started"}};
    finding.message = "Nobody waits for the end of " + one.started.name + ", which was started" +
                      at_line(one.started.line) + ": the main thread came to its own end without it";
    add(std::move(finding));
  }
}

}  // namespace lockstep
