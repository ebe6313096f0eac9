#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/unicode.h"

// input, and what sys.stdin reads with. The text itself is the host's (world/host_input.h); how far it has
// been read is the run's, so a run that is put back reads the same lines again.
namespace lockstep {

namespace {

constexpr uint8_t kPrompted = 1;     // Task::wait.phase: the prompt has been written

// The next line. done: `line` is "" at the end of the input. parked: it has not come yet.
Step take_line(Machine& machine, size_t limit, std::string& line) {
  line.clear();
  HostInput* input = machine.options().input.get();
  if (input == nullptr) return Step::done;
  uint64_t& offset = machine.state().input_offset;
  HostInput::Line found = input->line_at(offset);
  if (found.state == HostInput::Line::State::awaited) {
    if (!machine.observer().on_input_wanted(*input)) {
      Task& task = machine.thread().task;
      task.waiting_for = WaitKind::input;
      // with an end, however far: nobody in the run could wake it, and yet it is no deadlock
      machine.world().park(task, kNever - 1);
      return Step::parked;
    }
    found = input->line_at(offset);
  }
  line = std::move(found.text);
  if (line.size() > limit) {
    size_t end = 0;
    for (; limit > 0 && end < line.size(); --limit) next_code_point(line, end);
    line.resize(end);
  }
  offset += line.size();
  return Step::done;
}

Step finish_line(Machine& machine, Call& call, std::string_view line) {
  if (is_valid_utf8(line)) return call.done(string_value(machine, line));
  return machine.tail_call(call, machine.prelude("decode_input"), {machine.heap().make_bytes(line)});
}

// Whether a stream of sys is the one the run began with: those carry their `_number`.
bool is_own(Machine& machine, Value stream, int number) {
  return !stream.is_empty() &&
         machine.plain_attribute(stream, as<StrObject>(machine.intern("_number"))) == Value::small_int(number);
}

Step builtin_input(Machine& machine, Call& call) {
  Task& task = machine.thread().task;
  if (task.wait.phase != kPrompted) {
    const Value sys = Dict::get(machine.state().modules, as<StrObject>(machine.intern("sys")));
    std::string prompt;
    bool is_plain = !call.given(0) || machine.str(call[0], prompt);
    if (!sys.is_empty() && is_kind(sys, Kind::module)) {
      const Value from = machine.plain_attribute(sys, as<StrObject>(machine.intern("stdin")));
      const Value to = machine.plain_attribute(sys, as<StrObject>(machine.intern("stdout")));
      is_plain = is_plain && is_own(machine, from, 0) && is_own(machine, to, 1);
    }
    if (!is_plain) {
      return machine.tail_call(call, machine.prelude("input_through"),
                               {call.given(0) ? call[0] : string_value(machine, "")});
    }
    if (!prompt.empty()) machine.write_output(false, prompt);
    task.wait.phase = kPrompted;
  }
  std::string line;
  if (take_line(machine, std::string::npos, line) == Step::parked) return Step::parked;
  task.wait = WaitState{};
  if (line.empty()) return machine.raise(BuiltinClass::eof_error, "EOF when reading a line");
  if (line.ends_with('\n')) line.pop_back();
  return finish_line(machine, call, line);
}

Step read_line(Machine& machine, Call& call) {
  int64_t limit = -1;
  if (!int_argument(machine, call[0], limit)) return Step::raised;
  std::string line;
  if (take_line(machine, limit < 0 ? std::string::npos : static_cast<size_t>(limit), line) == Step::parked) {
    return Step::parked;
  }
  return finish_line(machine, call, line);
}

constexpr NativeRow kInputFunctions[] = {
    {"input", "(prompt='', /)",
     "Read a string from standard input. The trailing newline is stripped.", builtin_input,
     Effect::operation, OperationKind::print},
};

constexpr NativeRow kSys[] = {
    {"_read_line", "(limit, /)", "", read_line, Effect::operation, OperationKind::print},
};

}  // namespace

void add_input_functions(RegistryBuilder& registry) {
  registry.functions("builtins", kInputFunctions);
  registry.functions("sys", kSys);
}

}  // namespace lockstep
