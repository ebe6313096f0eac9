#include "session/explore.h"

#include <map>

#include "control/controlled_world.h"
#include "control/deadlock.h"
#include "control/explorer.h"
#include "language/compiler.h"
#include "modules/registry.h"
#include "session/world_state.h"
#include "vm/image.h"
#include "vm/loaded_program.h"
#include "vm/object_names.h"

namespace lockstep {

namespace {

constexpr Time kProgressEvery = 50'000'000;

// A machine in a controlled world, as the explorer wants it. What a run writes to stderr is kept
// in the arena like everything else: as the exception that ended it.
class MachineReplica final : public Replica, public MachineObserver, public Observer {
 public:
  MachineReplica(std::shared_ptr<const LoadedProgram> program, const ExploreOptions& options)
      : options_(options),
        program_(program),
        machine_(std::move(program), interrupts_, *this, machine_options(options)),
        state_(make_world_state(machine_)),
        world_(state_, machine_, *this, ControlledWorld::Options{}) {
    machine_.enter_world(world_);
    std::vector<std::string> arguments{program_->program->filename};
    arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
    begun_ = finish_step(world_.start(machine_.prepare_main(arguments).task)) == Step::made;
  }

  // False: the program never came to a visible step within its limits, so there is nothing to explore.
  bool has_begun() const { return begun_; }

  Token save() override {
    saved_.emplace(++last_token_, machine_.save());
    return last_token_;
  }

  void restore(Token token) override { machine_.restore(*saved_.at(token)); }

  void discard(Token token) override { saved_.erase(token); }

  std::vector<uint32_t> enabled() override {
    std::vector<uint32_t> ids;
    for (const Task* task : world_.enabled()) ids.push_back(task->id);
    return ids;
  }

  std::optional<uint32_t> current() override {
    const Task* task = world_.current();
    if (task == nullptr) return std::nullopt;
    return task->id;
  }

  Step step(uint32_t id) override {
    for (Task* task : world_.enabled()) {
      if (task->id != id) continue;
      return finish_step(world_.step(*task));
    }
    throw InternalError("the explorer chose a thread that cannot go on");
  }

  ExecutionOutcome outcome() override {
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
        outcome.error = report_deadlock(world_.tasks(), names).text();
        break;
      }
      case ControlledWorld::Situation::finished:
        if (is_kind(state.uncaught, Kind::exception)) {
          outcome.kind = EndKind::exception;
          outcome.error = machine_.format_exception_line(as<ExceptionObject>(state.uncaught));
          if (outcome.error.ends_with("\n")) outcome.error.pop_back();
        }
        break;
    }
    outcome.value = observed(outcome);
    return outcome;
  }

  void on_output(ThreadObject&, bool, std::string_view) override {}
  void on_position(ThreadObject&, int32_t, std::string_view) override {}

 private:
  static MachineOptions machine_options(const ExploreOptions& options) {
    MachineOptions machine;
    machine.mode = MachineMode::controlled;
    machine.print_in_pieces = options.print_in_pieces;
    if (options.max_memory_bytes != 0) machine.memory_limit = options.max_memory_bytes;
    machine.step_limit = 10'000'000;
    return machine;
  }

  // Takes an interrupted step to its end, unless it was interrupted because it is too long.
  Step finish_step(Pause pause) {
    while (pause == Pause::interrupted) {
      if ((interrupts_.flags() & Interrupts::kLimit) != 0) {
        interrupts_.clear(Interrupts::kLimit);
        return Step::limit;
      }
      pause = world_.go_on();
    }
    return Step::made;
  }

  std::string thread_name(uint32_t id) const {
    for (const Task* task = world_.tasks().first; task != nullptr; task = task->next) {
      if (task->id == id) {
        return std::string(Machine::thread_of(const_cast<Task&>(*task)).name->view());
      }
    }
    return "";
  }

  std::string observed(const ExecutionOutcome& outcome) const {
    switch (options_.observe) {
      case ExploreOptions::Observe::standard_output: return outcome.output;
      case ExploreOptions::Observe::last_line: {
        std::string_view text = outcome.output;
        if (text.ends_with("\n")) text.remove_suffix(1);
        const size_t line = text.rfind('\n');
        return std::string(line == std::string_view::npos ? text : text.substr(line + 1));
      }
      case ExploreOptions::Observe::status:
        return std::to_string(machine_.state().exit_status);
      case ExploreOptions::Observe::expression: {
        // A name of the main module: what expressions on outcomes almost always are.
        const Value value = Dict::get(machine_.state().main_module->attributes,
                                      const_cast<Machine&>(machine_).intern(options_.expression));
        std::string text;
        if (value.is_empty()) return "NameError: name '" + options_.expression + "' is not defined";
        const_cast<Machine&>(machine_).repr(value, text);
        return text;
      }
    }
    return outcome.output;
  }

  const ExploreOptions& options_;
  std::shared_ptr<const LoadedProgram> program_;
  Interrupts interrupts_;
  Machine machine_;
  ControlledState& state_;
  ControlledWorld world_;
  std::map<Token, std::shared_ptr<const Arena::Snapshot>> saved_;
  Token last_token_ = 0;
  bool begun_ = false;
};

OutcomeKind kind_of(EndKind kind) {
  switch (kind) {
    case EndKind::finished: return OutcomeKind::finished;
    case EndKind::exception: return OutcomeKind::exception;
    case EndKind::deadlock: return OutcomeKind::deadlock;
    case EndKind::limit: return OutcomeKind::limit;
  }
  return OutcomeKind::none;
}

Exploration report(const Explorer& explorer) {
  Exploration exploration;
  const Explorer::Progress progress = explorer.progress();
  exploration.complete = explorer.complete();
  exploration.executions = progress.executions;
  exploration.states = progress.states;
  exploration.transitions = progress.transitions;
  exploration.seconds = explorer.seconds();
  for (const Explorer::Found& found : explorer.found()) {
    exploration.outcomes.push_back({kind_of(found.outcome.kind), found.outcome.value,
                                    found.outcome.output, found.outcome.error,
                                    static_cast<int>(found.preemptions), found.schedule.text()});
  }
  return exploration;
}

}  // namespace

Exploration explore(std::string_view source, std::string_view name, const ExploreOptions& options,
                    const std::function<bool(const Exploration&)>& progress) {
  Image::initialize(registry());
  auto compiled = compile_module(source, name);
  if (!compiled) {
    Exploration failed;
    failed.complete = true;
    const SyntaxError& error = compiled.error();
    failed.outcomes.push_back({OutcomeKind::exception, "", "",
                               std::string(syntax_error_type_name(error.type)) + ": " + error.message,
                               0, ""});
    return failed;
  }
  MachineReplica replica(LoadedProgram::make(*compiled), options);
  if (!replica.has_begun()) {
    Exploration endless;
    endless.outcomes.push_back({OutcomeKind::limit, "", "",
                                "the program does nothing another thread could notice, for too long", 0,
                                ""});
    return endless;
  }
  Explorer::Options search;
  search.program = hash_of_program(source);
  search.max_seconds = options.max_seconds;
  if (options.max_executions != 0) search.max_executions = options.max_executions;
  if (options.max_preemptions >= 0) {
    search.max_preemptions = static_cast<uint64_t>(options.max_preemptions);
  }
  Explorer explorer(replica, search);
  while (!explorer.advance(kProgressEvery)) {
    if (progress && !progress(report(explorer))) explorer.cancel();
  }
  return report(explorer);
}

}  // namespace lockstep
