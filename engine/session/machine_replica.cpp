#include "session/machine_replica.h"

#include "base/hostile.h"
#include "control/deadlock.h"
#include "session/world_state.h"
#include "vm/async.h"
#include "vm/object_names.h"

namespace lockstep {

namespace {

constexpr uint64_t kStepLimit = 10'000'000;

MachineOptions machine_options(const ExploreOptions& options, MachineReplica::Numbers numbers) {
  MachineOptions machine = explored_machine_options(options);
  machine.limits.steps = kStepLimit;
  machine.number_operations = numbers == MachineReplica::Numbers::kept;
  machine.collect_always = is_hostile();
  return machine;
}

ControlledWorld::Options world_options(const ExploreOptions& options) {
  ControlledWorld::Options world;
  world.arbitrary_time = options.arbitrary_time;
  return world;
}

}  // namespace

OutcomeKind outcome_kind(EndKind kind) {
  switch (kind) {
    case EndKind::finished: return OutcomeKind::finished;
    case EndKind::exception: return OutcomeKind::exception;
    case EndKind::deadlock: return OutcomeKind::deadlock;
    case EndKind::limit: return OutcomeKind::limit;
  }
  return OutcomeKind::none;
}

std::string_view last_line_of(std::string_view output) {
  if (output.ends_with("\n")) output.remove_suffix(1);
  const size_t line = output.rfind('\n');
  return line == std::string_view::npos ? output : output.substr(line + 1);
}

MachineOptions explored_machine_options(const ExploreOptions& options) {
  MachineOptions machine;
  machine.mode = MachineMode::controlled;
  machine.print_in_pieces = options.print_in_pieces;
  if (options.max_memory_bytes != 0) machine.limits.memory_bytes = options.max_memory_bytes;
  machine.input = options.input;
  machine.draws = options.draws;
  return machine;
}

std::vector<std::string> explored_arguments(const LoadedProgram& program, const ExploreOptions& options) {
  std::vector<std::string> arguments{program.program->filename};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  return arguments;
}

MachineReplica::MachineReplica(std::shared_ptr<const LoadedProgram> program,
                               const ExploreOptions& options, Numbers numbers)
    : options_(options),
      program_(program),
      machine_(std::move(program), interrupts_, *this, machine_options(options, numbers)),
      state_(make_world_state(machine_)),
      world_(state_, machine_, *this, world_options(options)) {
  machine_.enter_world(world_);
  begun_ = finish_step(world_.start(machine_.prepare_main(explored_arguments(*program_, options)).task)) ==
           Step::made;
}

Replica::Token MachineReplica::save() {
  saved_.emplace(++last_token_, machine_.save());
  return last_token_;
}

std::vector<uint32_t> MachineReplica::enabled() {
  std::vector<uint32_t> ids;
  for (const Task* task : world_.enabled()) ids.push_back(task->id);
  return ids;
}

std::optional<uint32_t> MachineReplica::current() {
  const Task* task = world_.current();
  if (task == nullptr) return std::nullopt;
  return task->id;
}

Replica::Step MachineReplica::step(uint32_t id) {
  for (Task* task : world_.enabled()) {
    if (task->id == id) return finish_step(world_.step(*task));
  }
  throw InternalError("the explorer chose a thread that cannot go on");
}

// Takes an interrupted step to its end, unless it was interrupted because it is too long.
Replica::Step MachineReplica::finish_step(Pause pause) {
  while (pause == Pause::interrupted) {
    if ((interrupts_.flags() & Interrupts::kLimit) != 0) {
      interrupts_.clear(Interrupts::kLimit);
      return Step::limit;
    }
    pause = world_.go_on();
  }
  return Step::made;
}

ExecutionOutcome MachineReplica::outcome() {
  const RunState& state = machine_.state();
  ExecutionOutcome outcome;
  if (state.output != nullptr) outcome.output.assign(state.output->data, state.output_size);
  switch (world_.situation()) {
    case ControlledWorld::Situation::choice:
      outcome.kind = EndKind::limit;
      break;
    case ControlledWorld::Situation::deadlock: {
      outcome.kind = EndKind::deadlock;
      ReportNames names;
      names.task = [this](uint32_t id) { return thread_name(id); };
      names.object = [this](uint32_t serial) { return name_of_object(machine_, serial); };
      outcome.error = report_deadlock(world_.tasks(), names).text() +
                      describe_waiting_tasks(machine_.state());
      while (outcome.error.ends_with("\n")) outcome.error.pop_back();
      break;
    }
    case ControlledWorld::Situation::finished:
      if (is_kind(state.uncaught, Kind::exception)) {
        outcome.kind = EndKind::exception;
        outcome.error = machine_.format_exception_line(as<ExceptionObject>(state.uncaught));
        while (outcome.error.ends_with("\n")) outcome.error.pop_back();
      }
      break;
  }
  outcome.value = observed(outcome);
  return outcome;
}

std::string MachineReplica::thread_name(uint32_t id) const {
  for (const Task* task = world_.tasks().first; task != nullptr; task = task->next) {
    if (task->id == id) {
      return std::string(Machine::thread_of(const_cast<Task&>(*task)).name->view());
    }
  }
  return "";
}

std::string MachineReplica::observed(const ExecutionOutcome& outcome) {
  switch (options_.observe) {
    case ExploreOptions::Observe::standard_output: return outcome.output;
    case ExploreOptions::Observe::last_line: return std::string(last_line_of(outcome.output));
    case ExploreOptions::Observe::status: return std::to_string(machine_.state().exit_status);
    case ExploreOptions::Observe::expression: {
      // A name of the main module, almost always.
      const Value value = Dict::get(machine_.state().main_module->attributes,
                                    machine_.intern(options_.expression));
      std::string text;
      if (!value.is_empty() && machine_.repr(value, text)) return text;
      return evaluate(options_.expression);
    }
  }
  return outcome.output;
}

// Has a further thread do it, after the end.
std::string MachineReplica::evaluate(const std::string& expression) {
  const Value arguments[] = {machine_.heap().make_str(expression),
                             Value::object(machine_.state().main_module->attributes)};
  ThreadObject* thread =
      machine_.make_thread(machine_.prelude("observed_value"), arguments, Value::none(),
                           machine_.heap().make_string("observer"), false);
  if (!machine_.start_thread(*thread)) return "";
  while (thread->task.state == TaskState::ready && !thread->task.shut_out) {
    if (finish_step(world_.step(thread->task)) == Step::limit) break;
  }
  const auto* text = try_as<StrObject>(thread->result);
  return text == nullptr ? "the expression does not come to an end" : std::string(text->view());
}

}  // namespace lockstep
