// A run that can be gone through in both directions.
//
// Going back is going forward again: the run is put back to a copy of it that was taken on the way (see
// StepHistory) and does once more what it did from there, which gives the same run to the byte, since a
// controlled run depends on its choices alone. Meanwhile the log is left as it is: it holds these events
// already.
//
// Looking at a moment (Inspection) must not change it, or steps that were recorded would not fit any
// more; so values are looked at between a copy and its putting back.
#include "session/step_run.h"

#include <algorithm>

#include "base/check.h"
#include "session/operation_words.h"
#include "session/schedule_terms.h"
#include "session/world_state.h"
#include "world/host_event.h"

namespace lockstep {

namespace {

// What a stepped run may grow to: beyond it, moving about would become slow and the copies coarse.
constexpr uint64_t kMostStepsOfRun = 4'000'000;

ControlledWorld::Options world_options(const RunOptions& options, const ScheduleTerms& terms) {
  // The seed of a random run chooses threads only: its schedule alone then gives the run again.
  ControlledWorld::Options world;
  world.arbitrary_time = terms.arbitrary_time;
  if (options.limits.threads != 0) world.max_tasks = options.limits.threads;
  return world;
}

}  // namespace

StepRun::StepRun(std::shared_ptr<const LoadedProgram> program, const RunOptions& options,
                 uint64_t program_hash, OutputSink sink)
    : Run(std::move(program), options, MachineMode::controlled, std::move(sink), terms_of(options, program_hash)),
      world_(make_world_state(machine_), machine_, *this, world_options(options, terms_)),
      history_(terms_),
      host_(HostThread::Mode::own_thread) {
  machine_.enter_world(world_);
}

StepRun::~StepRun() { request_stop(); }

// --- The caller's side --------------------------------------------------------------------------------

// Order matters here and in request_stop: whoever comes between leaves either the number or the flag.
void StepRun::post(std::function<void()> command) {
  const uint64_t number = posted_.fetch_add(1) + 1;
  host_.post([this, number, command = std::move(command)] {
    number_ = number;
    interrupts_.clear(Interrupts::kStop);
    try {
      if (!cancelled()) {
        command();
        publish();
      }
    } catch (const std::exception& error) {
      fail(error.what());
      auto snapshot = std::make_shared<Snapshot>();
      snapshot->outcome = outcome();
      shown_.put(std::move(snapshot));
    }
    done_.store(number);
    return HostThread::Slice::done;
  });
}

void StepRun::request_stop() {
  cancelled_.store(posted_.load());
  interrupts_.raise(Interrupts::kStop);
}

void StepRun::start() {
  post([this] { begin(); });
}

void StepRun::step(const StepCommand& command) {
  if (command.kind != StepCommand::Kind::go_to) {
    wanted_ = nullptr;
    return post([this, command] {
      if (begun_) carry_out(command);
    });
  }
  // A slider asks for many moments one after the other, of which only the latest counts.
  if (wanted_ == nullptr) wanted_ = std::make_shared<std::atomic<uint64_t>>(0);
  wanted_->store(command.step);
  post([this, wanted = wanted_] {
    if (begun_) travel(std::min(wanted->load(), history_.length()));
  });
}

void StepRun::wait() {
  auto reached = std::make_shared<HostEvent>();
  host_.post([reached] {
    reached->set();
    return HostThread::Slice::done;
  });
  reached->wait();
}

std::shared_ptr<const Snapshot> StepRun::stepped() const {
  const bool busy = done_.load() != posted_.load();
  std::shared_ptr<const Snapshot> shown = shown_.get();
  if (shown != nullptr && shown->running == busy) return shown;
  auto snapshot = shown == nullptr ? std::make_shared<Snapshot>() : std::make_shared<Snapshot>(*shown);
  snapshot->running = busy;
  return snapshot;
}

std::string StepRun::object_name(uint32_t serial) const {
  const auto names = names_.get();
  if (names == nullptr) return "";
  const auto found = names->find(serial);
  return found == names->end() ? "" : found->second;
}

// --- What happens, for the log ------------------------------------------------------------------------

void StepRun::on_sync(ThreadObject& thread, const SyncEvent& event) {
  if (detects()) detection_->on_sync(thread, event);
}

void StepRun::on_started(ThreadObject& thread, ThreadObject& started) {
  if (detects()) detection_->on_started(thread, started);
}

void StepRun::on_neglected(bool is_coroutine, std::string_view name, int32_t line) {
  if (detects()) detection_->on_neglected(is_coroutine, name, line);
}

void StepRun::on_change(const Task& task, TaskChange change, Time) {
  if (detects()) detection_->on_change(task, change);
  if (!recording_) return;
  if (change == TaskChange::blocked && task.waiting_object != 0 &&
      !known_names_.contains(task.waiting_object)) {
    learn_names();
  }
  recorder_.on_change(task, change, stamp_);
}

void StepRun::on_operation(const Task& task, const Operation& operation, Time) {
  if (detects()) detection_->on_operation(task, operation);
  if (recording_) recorder_.on_operation(task, operation, stamp_);
  // What the step does belongs to the moment after it.
  stamp_ = static_cast<Time>(position_ + 1) * kSecond;
}

void StepRun::on_output(ThreadObject& thread, bool is_error, std::string_view text) {
  if (recording_) Run::on_output(thread, is_error, text);
}

void StepRun::on_async_task(ThreadObject& thread, AsyncTaskChange change, uint32_t task,
                            std::string_view text) {
  if (recording_) Run::on_async_task(thread, change, task, text);
}

bool StepRun::on_input_wanted(HostInput& input) {
  input.wait(interrupts_);
  return true;
}

void StepRun::on_deadlock(Time) {
  if (detects()) detection_->on_deadlock();
  if (recording_) recorder_.on_deadlock(stamp_);
}

void StepRun::on_end(RunEnd end, Time) {
  if (detects() && end == RunEnd::finished) detection_->on_end();
  if (recording_) recorder_.on_end(end, stamp_);
}

// Who waits for an object is told by its name from the first time on.
void StepRun::learn_names() {
  const ObjectWalk walk(machine_);
  for (const Task* task = tasks().first; task != nullptr; task = task->next) {
    const std::string_view name = walk.name_of_serial(task->waiting_object);
    if (task->waiting_object != 0) known_names_.emplace(task->waiting_object, std::string(name));
  }
  names_.put(std::make_shared<Names>(known_names_));
}

// --- Beginning ----------------------------------------------------------------------------------------

void StepRun::begin() {
  Pause pause = world_.start(machine_.prepare_main(script_arguments()).task);
  while (pause == Pause::interrupted && !cancelled()) pause = world_.go_on();
  if (pause == Pause::interrupted) {
    stop_requested_.store(true);
    return;
  }
  begun_ = true;
  first_log_size_ = log_.size();
  safe_points_seen_ = machine_.state().steps;
  history_.keep_copy(0, machine_.save(), copy_of_detectors());
  if (world_.situation() != ControlledWorld::Situation::choice) note_end();
  prepare_known_run();
}

void StepRun::prepare_known_run() {
  if (options_.random) {
    SeededPolicy policy(options_.seed);
    play(policy);
    travel(position_);
    return;
  }
  if (options_.schedule.empty()) return;
  auto schedule = parse_schedule(options_.schedule);
  if (!schedule) {
    note_ = "the schedule cannot be read: " + schedule.error().message;
    return;
  }
  if (schedule->program != terms_.program) {
    note_ = "the schedule was recorded with another program";
    return;
  }
  ReplayPolicy policy(*std::move(schedule));
  play(policy);
  if (policy.departure().has_value()) {
    note_ = "the schedule does not fit the program: its choice number " +
            std::to_string(policy.departure()->choice + 1) + " is a thread that cannot go on there";
  }
  if (!cancelled()) travel(0);
}

void StepRun::play(Policy& policy) {
  while (!cancelled() && world_.situation() == ControlledWorld::Situation::choice) {
    if (position_ >= kMostStepsOfRun) {
      note_ = "the run has more than " + std::to_string(kMostStepsOfRun) + " steps; it stops here";
      return;
    }
    const std::vector<Task*>& enabled = world_.enabled();
    Task* task = enabled.size() == 1 ? enabled.front() : policy.choose(enabled, world_.last());
    if (task == nullptr || make_step(*task) == Made::interrupted) return;
  }
}

// --- Commands -----------------------------------------------------------------------------------------

void StepRun::carry_out(const StepCommand& command) {
  switch (command.kind) {
    case StepCommand::Kind::thread: return step_thread(command);
    case StepCommand::Kind::forward: return step_forward(command.reach);
    case StepCommand::Kind::back: return step_back(command.reach);
    case StepCommand::Kind::back_of: return step_back_of(command.thread, command.reach);
    case StepCommand::Kind::go_to: return travel(std::min(command.step, history_.length()));
    case StepCommand::Kind::finish: return finish_run();
  }
}

void StepRun::step_thread(const StepCommand& command) {
  Task* task = enabled_task(command.thread);
  if (task == nullptr) return;
  const int32_t from = script_line(Machine::thread_of(*task));
  do {
    const bool is_known = !stands_at_end() && history_.step(position_).thread == command.thread;
    if (is_known) {
      travel(position_ + 1);
    } else {
      if (!stands_at_end()) {
        history_.cut(position_);
        log_.truncate(position_ == 0 ? first_log_size_ : history_.step(position_ - 1).log_size);
        if (detection_ != nullptr) put_detectors_back_to(position_);
        task = enabled_task(command.thread);
      }
      tell_words(*task);
      if (make_step(*task) == Made::interrupted) return;
    }
    task = enabled_task(command.thread);
  } while (command.reach == StepCommand::Reach::line && !cancelled() && task != nullptr &&
           script_line(Machine::thread_of(*task)) == from);
}

void StepRun::step_forward(StepCommand::Reach reach) {
  StepCommand command{StepCommand::Kind::thread, reach, 0, 0};
  if (!stands_at_end()) {
    command.thread = history_.step(position_).thread;
  } else {
    const std::vector<Task*>& enabled = world_.enabled();
    if (enabled.empty()) return;
    Task* task = ReplayPolicy(Schedule()).choose(enabled, world_.last());
    command.thread = task->id;
  }
  if (reach == StepCommand::Reach::operation || stands_at_end()) return step_thread(command);
  // Along the run that is known, other threads may come in between.
  const int32_t line = history_.step(position_).line;
  uint64_t to = position_ + 1;
  while (to < history_.length() && history_.step(to).thread == command.thread && history_.step(to).line == line) {
    to++;
  }
  travel(to);
}

void StepRun::step_back(StepCommand::Reach reach) {
  if (position_ == 0) return;
  uint64_t to = position_ - 1;
  const StepHistory::Step& last = history_.step(to);
  while (reach == StepCommand::Reach::line && to > 0 && history_.step(to - 1).thread == last.thread &&
         history_.step(to - 1).line == last.line) {
    to--;
  }
  travel(to);
}

void StepRun::step_back_of(uint32_t thread, StepCommand::Reach reach) {
  std::optional<uint64_t> found;
  int32_t line = 0;
  for (uint64_t to = position_; to > 0; to--) {
    const StepHistory::Step& step = history_.step(to - 1);
    if (step.thread != thread) continue;
    if (found.has_value() && (reach == StepCommand::Reach::operation || step.line != line)) break;
    found = to - 1;
    line = step.line;
  }
  if (found.has_value()) travel(*found);
}

void StepRun::finish_run() {
  travel(history_.length());
  ReplayPolicy policy((Schedule()));
  play(policy);
  if (!cancelled()) travel(position_);
}

// --- Moving -------------------------------------------------------------------------------------------

void StepRun::travel(uint64_t moment) {
  if (moment == position_ && (moment == 0 || last_at_ == moment)) return;
  if (moment == 0) {
    put_back_to(0);
    return;
  }
  travel_without_words(moment - 1);
  if (position_ != moment - 1) return;
  Task* task = enabled_task(history_.step(position_).thread);
  ENSURE(task != nullptr);
  tell_words(*task);
  repeat_step();
}

void StepRun::travel_without_words(uint64_t moment) {
  const StepHistory::Copy copy = history_.copy_before(moment);
  if (moment < position_ || copy.moment > position_) put_back_to(copy.moment);
  while (position_ < moment && !cancelled()) repeat_step();
}

void StepRun::put_back_to(uint64_t moment) {
  const StepHistory::Copy copy = history_.copy_before(moment);
  machine_.restore(*copy.bytes);
  position_ = copy.moment;
  stamp_ = static_cast<Time>(position_) * kSecond;
  work_ = {};
  safe_points_seen_ = machine_.state().steps;
}

void StepRun::put_detectors_back_to(uint64_t moment) {
  const StepHistory::Copy copy = history_.copy_before(moment);
  put_back_to(moment);
  if (detection_ != nullptr) detection_->put_back(*copy.detectors);
  detects_again_ = true;
  while (position_ < moment) repeat_step(WhenCancelled::go_on);
  detects_again_ = false;
}

std::shared_ptr<const Detectors> StepRun::copy_of_detectors() const {
  return detection_ == nullptr ? nullptr : std::make_shared<const Detectors>(detection_->detectors());
}

// The next step of the run that is known, once more.
void StepRun::repeat_step(WhenCancelled when_cancelled) {
  recording_ = false;
  Task* task = enabled_task(history_.step(position_).thread);
  ENSURE(task != nullptr);
  if (detects()) detection_->set_step(position_ + 1);
  Pause pause = world_.step(*task);
  while (pause == Pause::interrupted && (when_cancelled == WhenCancelled::go_on || !cancelled())) {
    pause = world_.go_on();
  }
  if (detects()) detection_->settle(world_.situation() == ControlledWorld::Situation::choice);
  recording_ = true;
  if (pause == Pause::interrupted) return put_back_to(position_);
  position_++;
  stamp_ = static_cast<Time>(position_) * kSecond;
}

// A step that is not known yet.
StepRun::Made StepRun::make_step(Task& task) {
  ENSURE(stands_at_end());
  StepHistory::Step step;
  step.thread = task.id;
  step.line = script_line(Machine::thread_of(task));
  step.choice = world_.enabled().size() > 1;
  stamp_ = static_cast<Time>(position_) * kSecond;
  const size_t log_size = log_.size();
  if (detection_ != nullptr) detection_->set_step(position_ + 1);
  Pause pause = world_.step(task);
  while (pause == Pause::interrupted && !cancelled()) pause = world_.go_on();
  if (pause == Pause::interrupted) {
    log_.truncate(log_size);
    const uint64_t moment = position_;
    interrupts_.clear(Interrupts::kStop);
    put_detectors_back_to(moment);
    return Made::interrupted;
  }
  if (detection_ != nullptr) detection_->settle(world_.situation() == ControlledWorld::Situation::choice);
  step.log_size = log_.size();
  history_.append(step);
  position_++;
  shown_length_.store(position_);
  stamp_ = static_cast<Time>(position_) * kSecond;
  work_.steps++;
  work_.safe_points += machine_.state().steps - safe_points_seen_;
  safe_points_seen_ = machine_.state().steps;
  if (history_.wants_copy(work_)) {
    history_.keep_copy(position_, machine_.save(), copy_of_detectors());
    work_ = {};
  }
  if (world_.situation() != ControlledWorld::Situation::choice) note_end();
  return Made::step;
}

void StepRun::tell_words(const Task& task) {
  const ObjectWalk walk(machine_);
  const ThreadObject& thread = Machine::thread_of(const_cast<Task&>(task));
  last_ = StepView{task.id, script_line(thread), words_for_next(thread, walk)};
  last_at_ = position_ + 1;
}

Task* StepRun::enabled_task(uint32_t id) {
  for (Task* task : world_.enabled()) {
    if (task->id == id) return task;
  }
  return nullptr;
}

void StepRun::note_end() {
  note_deadlock(world_.situation() == ControlledWorld::Situation::deadlock);
  history_.set_end(end_of_run(""));
}

// --- Showing ------------------------------------------------------------------------------------------

std::shared_ptr<const std::vector<Finding>> StepRun::findings_so_far() const {
  auto findings = std::make_shared<std::vector<Finding>>();
  if (detection_ != nullptr) {
    for (const Finding& finding : detection_->detectors().findings()) {
      if (finding.step <= position_) findings->push_back(finding);
    }
  }
  const std::shared_ptr<const Snapshot> before = shown_.get();
  const bool is_same = before != nullptr && before->findings->size() == findings->size() &&
                       std::equal(findings->begin(), findings->end(), before->findings->begin(),
                                  [](const Finding& a, const Finding& b) {
                                    return a.step == b.step && a.message == b.message;
                                  });
  return is_same ? before->findings : findings;
}

void StepRun::publish() {
  shown_length_.store(history_.length());
  auto snapshot = std::make_shared<Snapshot>();
  if (!begun_) {
    if (stop_requested_.load()) snapshot->outcome = end_of_run("");
    shown_.put(std::move(snapshot));
    return;
  }
  const std::shared_ptr<const Snapshot> before = shown_.get();
  auto moment = std::make_shared<Moment>();
  moment->step = position_;
  moment->length = history_.length();
  moment->complete = history_.end().has_value();
  moment->ended = moment->complete && stands_at_end();
  moment->chooses = world_.enabled().size() > 1;
  if (!stands_at_end()) moment->next_thread = history_.step(position_).thread;
  if (position_ > 0 && last_at_ == position_) moment->last = last_;
  moment->schedule = history_.schedule_text();
  moment->note = note_;
  moment->clock = static_cast<double>(world_.now()) / kSecond;
  {
    Inspection inspection(machine_, world_);
    snapshot->threads = inspection.threads();
    moment->globals = inspection.globals();
    moment->primitives = inspection.primitives();
    moment->loops = inspection.loops();
  }
  if (before != nullptr && before->moment != nullptr) {
    mark_changes(snapshot->threads, before->threads);
    mark_changes(moment->globals, before->moment->globals);
    mark_changes(moment->primitives, before->moment->primitives);
  }
  for (const ThreadView& thread : snapshot->threads) {
    if (thread.status != ThreadStatus::ended) snapshot->live_threads++;
  }
  snapshot->clock = static_cast<double>(position_);
  snapshot->findings = findings_so_far();
  if (moment->ended) {
    snapshot->outcome = *history_.end();
    snapshot->outcome.schedule = *moment->schedule;
  }
  snapshot->moment = std::move(moment);
  shown_.put(std::move(snapshot));
}

std::unique_ptr<Run> make_step_run(std::shared_ptr<const LoadedProgram> program, const RunOptions& options,
                                   uint64_t program_hash, OutputSink sink) {
  return std::make_unique<StepRun>(std::move(program), options, program_hash, std::move(sink));
}

}  // namespace lockstep
