#include "session/run.h"

#include "base/hostile.h"
#include "session/schedule_terms.h"
#include "vm/async.h"
#include "vm/object_names.h"

namespace lockstep {

namespace {

constexpr int kExceptionStatus = 1;
constexpr int kWrongCallStatus = 2;
constexpr int kDeadlockStatus = 3;
constexpr int kLimitStatus = 4;

}  // namespace

Run::Run(std::shared_ptr<const LoadedProgram> program, const RunOptions& options, MachineMode mode,
         OutputSink sink, ScheduleTerms terms)
    : program_(program),
      options_(options),
      terms_(std::move(terms)),
      recorder_(log_,
                [](const Task& task) {
                  return std::string(Machine::thread_of(const_cast<Task&>(task)).name->view());
                }),
      sink_(std::move(sink)),
      machine_(std::move(program), interrupts_, *this, machine_options(mode)) {
  findings_.put(std::make_shared<const std::vector<Finding>>());
  if (!wants_findings(mode)) return;
  detection_ = std::make_unique<Detection>(machine_, *program_, [this]() -> const TaskList& { return tasks(); });
}

bool Run::wants_findings(MachineMode mode) const {
  return mode == MachineMode::free ? options_.findings == FindingsOf::every_run
                                   : options_.findings != FindingsOf::no_run;
}

MachineOptions Run::machine_options(MachineMode mode) const {
  MachineOptions machine;
  machine.mode = mode;
  machine.limits = options_.limits;
  machine.print_in_pieces = options_.print_in_pieces;
  machine.steps_loops = options_.mode == RunMode::step;
  machine.input = options_.input;
  machine.draws = make_draws(terms_);
  machine.tells_sync = wants_findings(mode);
  machine.collect_always = is_hostile();
  machine.switch_always = is_hostile() && mode == MachineMode::free;
  return machine;
}

std::vector<std::string> Run::script_arguments() const {
  std::vector<std::string> arguments{
      options_.script_name.empty() ? program_->program->filename : options_.script_name};
  arguments.insert(arguments.end(), options_.arguments.begin(), options_.arguments.end());
  return arguments;
}

void Run::on_output(ThreadObject& thread, bool is_error, std::string_view text) {
  const Time when = now();
  recorder_.note_text(is_error ? EventKind::stderr_text : EventKind::stdout_text, thread.task, 0, text,
                      when);
  if (sink_ == nullptr) return;
  sink_({thread.task.id, is_error, static_cast<double>(when) / kSecond, std::string(text)});
}

void Run::on_async_task(ThreadObject& thread, AsyncTaskChange change, uint32_t task,
                        std::string_view text) {
  // A timeline shows no more, and a loop may turn a million times.
  constexpr uint32_t kMostEvents = 20'000;
  if (async_events_ == kMostEvents) return;
  ++async_events_;
  static constexpr EventKind kKinds[] = {EventKind::task_created, EventKind::task_ready,
                                         EventKind::task_running, EventKind::task_waiting,
                                         EventKind::task_done};
  recorder_.note_async_task(kKinds[static_cast<int>(change)], thread.task, task, text, now());
}

void Run::on_position(ThreadObject& thread, int32_t line, std::string_view function) {
  const uint32_t id = thread.task.id;
  while (place_count_ <= id) places_.make(place_count_++);
  PlaceSlot& slot = places_.make(id);
  slot.function.store(function.data(), std::memory_order_relaxed);
  slot.function_size.store(static_cast<uint32_t>(function.size()), std::memory_order_relaxed);
  slot.line.store(line, std::memory_order_relaxed);
  places_ready_.store(place_count_, std::memory_order_release);
}

Run::Place Run::place_of(uint32_t thread) const {
  if (thread >= places_ready_.load(std::memory_order_acquire)) return {};
  // Names are those of the program's codes, which outlive the run; a torn pair of pointer and size can
  // only shorten what is shown for a moment, so the shorter of both is taken from the name itself.
  const PlaceSlot& slot = places_.at(thread);
  Place place;
  place.line = slot.line.load(std::memory_order_relaxed);
  for (const auto& code : program_->codes) {
    if (code->name->text == slot.function.load(std::memory_order_relaxed)) {
      place.function = code->name->view();
      break;
    }
  }
  return place;
}

void Run::on_change(const Task& task, TaskChange change, Time when) {
  recorder_.on_change(task, change, when);
  if (detection_ != nullptr) detection_->on_change(task, change);
}
void Run::on_sync(ThreadObject& thread, const SyncEvent& event) {
  if (detection_ == nullptr) return;
  detection_->on_sync(thread, event);
  show_findings();
}
void Run::on_started(ThreadObject& thread, ThreadObject& started) {
  if (detection_ != nullptr) detection_->on_started(thread, started);
}
void Run::on_neglected(bool is_coroutine, std::string_view name, int32_t line) {
  if (detection_ != nullptr) detection_->on_neglected(is_coroutine, name, line);
}
void Run::on_switch_request(const Task& holder, Time when) { recorder_.on_switch_request(holder, when); }
void Run::on_operation(const Task& task, const Operation& operation, Time when) {
  recorder_.on_operation(task, operation, when);
  if (detection_ != nullptr) detection_->on_operation(task, operation);
}
void Run::on_end(RunEnd end, Time when) {
  recorder_.on_end(end, when);
  if (detection_ != nullptr && end == RunEnd::finished && (interrupts_.flags() & Interrupts::kLimit) == 0) {
    detection_->on_end();
  }
}

void Run::show_findings() {
  if (detection_ == nullptr) return;
  const std::vector<Finding>& found = detection_->detectors().findings();
  if (found.size() == findings_shown_) return;
  findings_shown_ = found.size();
  findings_.put(std::make_shared<const std::vector<Finding>>(found));
}

void Run::on_deadlock(Time when) {
  recorder_.on_deadlock(when);
  deadlock_ = report_of_deadlock();
  if (detection_ != nullptr) detection_->on_deadlock();
}

void Run::note_deadlock(bool is_deadlocked) {
  deadlock_.reset();
  if (is_deadlocked) deadlock_ = report_of_deadlock();
}

std::string Run::report_of_deadlock() const {
  ReportNames names;
  names.task = [this](uint32_t id) { return name_of_thread(id); };
  names.object = [this](uint32_t serial) { return name_of_object(machine_, serial); };
  return report_deadlock(tasks(), names).text() + describe_waiting_tasks(machine_.state());
}

std::string Run::name_of_thread(uint32_t id) const {
  for (const Task* task = tasks().first; task != nullptr; task = task->next) {
    if (task->id == id) {
      return std::string(Machine::thread_of(const_cast<Task&>(*task)).name->view());
    }
  }
  return "";
}

std::string Run::object_name(uint32_t serial) const {
  return ended() ? name_of_object(machine_, serial) : "";
}

void Run::publish() {
  ended_.store(true, std::memory_order_release);
  end_event_.set();
}

void Run::fail(std::string what) {
  outcome_.kind = OutcomeKind::internal_error;
  outcome_.status = kExceptionStatus;
  outcome_.message = "this is a mistake of Lockstep's own: " + what;
  publish();
}

void Run::end_by_limit(std::string why) {
  outcome_.kind = OutcomeKind::limit;
  outcome_.status = kWrongCallStatus;
  outcome_.message = std::move(why);
  publish();
}

Outcome Run::end_of_run(std::string schedule) {
  Outcome outcome;
  const RunState& state = machine_.state();
  outcome.schedule = std::move(schedule);
  if (deadlock_.has_value()) {
    outcome.kind = OutcomeKind::deadlock;
    outcome.status = kDeadlockStatus;
    outcome.message = *deadlock_;
  } else if ((interrupts_.flags() & Interrupts::kLimit) != 0) {
    outcome.kind = OutcomeKind::limit;
    outcome.status = kLimitStatus;
    const bool steps = options_.limits.steps != 0 && state.steps > options_.limits.steps;
    outcome.message = steps ? "the run took more than " + std::to_string(options_.limits.steps) + " steps"
                             : "the run took more time than it was given";
  } else if (stop_requested_.load()) {
    outcome.kind = OutcomeKind::stopped;
    outcome.status = kExceptionStatus;
    outcome.message = "stopped";
  } else if (is_kind(state.uncaught, Kind::exception)) {
    outcome.kind = OutcomeKind::exception;
    outcome.status = state.exit_status;
    outcome.message = machine_.format_exception_line(as<ExceptionObject>(state.uncaught));
    if (outcome.message.ends_with("\n")) outcome.message.pop_back();
  } else {
    outcome.kind = OutcomeKind::finished;
    outcome.status = state.exit_status;
  }
  return outcome;
}

void Run::finish(std::string schedule) {
  show_findings();
  outcome_ = end_of_run(std::move(schedule));
  publish();
}

}  // namespace lockstep
