#include "modules/arguments.h"
#include "modules/registry_builder.h"

// print.
namespace lockstep {

namespace {

// Where print writes when the stream is one of the run's own two.
enum class Stream : uint8_t { out, error, other };

// sys.stdout and sys.stderr are objects of the module sys that carry `_number` 1 or 2.
Stream stream_of(Machine& machine, Value stream) {
  if (stream.is_empty() || stream.is_none()) return Stream::out;
  const Value number = machine.plain_attribute(stream, as<StrObject>(machine.intern("_number")));
  if (number == Value::small_int(1)) return Stream::out;
  return number == Value::small_int(2) ? Stream::error : Stream::other;
}

// What sys.stdout is just now: empty while nobody has imported sys.
Value current_output(Machine& machine) {
  const Value sys = Dict::get(machine.state().modules, as<StrObject>(machine.intern("sys")));
  if (sys.is_empty() || !is_kind(sys, Kind::module)) return Value::empty();
  return machine.plain_attribute(sys, name(Name::standard_output));
}

// sep and end: a str, or None for the usual one. False: raised.
bool separator_argument(Machine& machine, Value value, const char* which, std::string_view& text) {
  if (value.is_empty() || value.is_none()) return true;
  if (const auto* given = try_as<StrObject>(value)) {
    text = given->view();
    return true;
  }
  machine.raise(BuiltinClass::type_error,
                std::string(which) + " must be None or a string, not " + class_name_of(value));
  return false;
}

// print(*args, sep, end, file, flush): all of it is written at once, as CPython does under its GIL.
Step builtin_print(Machine& machine, Call& call) {
  constexpr uint8_t kShown = 1;
  std::string_view separator = " ";
  std::string_view end = "\n";
  if (!separator_argument(machine, call[1], "sep", separator) ||
      !separator_argument(machine, call[2], "end", end)) {
    return Step::raised;
  }
  const Value file = call.given(3) && !call[3].is_none() ? call[3] : current_output(machine);
  const Stream stream = stream_of(machine, file);
  auto values = as<TupleObject>(call[0])->all();
  if (call.phase() == kShown) values = as<ListObject>(call.answer())->all();
  if (machine.options().print_in_pieces || stream == Stream::other) {
    return machine.tail_call(
        call, machine.prelude("print_pieces"),
        {call[0], string_value(machine, separator), string_value(machine, end),
         stream == Stream::other ? file : Value::none(), Value::boolean(stream == Stream::error)});
  }
  std::string text;
  for (size_t i = 0; i < values.size(); ++i) {
    if (i != 0) text += separator;
    machine.heap().require(text.size());
    std::string one;
    if (const auto* string = try_as<StrObject>(values[i]);
        string != nullptr && string->cls->overridden.empty()) {
      text += string->view();
      continue;
    }
    if (!machine.str(values[i], one))
      return machine.call(call, kShown, machine.prelude("str_all"), {call[0]});
    text += one;
  }
  text += end;
  machine.write_output(stream == Stream::error, text);
  return call.none();
}

// One piece of what print writes, for print_pieces and the streams of sys.
Step write_text(Machine& machine, Call& call) {
  machine.write_output(Machine::plain_truth(call[1]) == 1, as<StrObject>(call[0])->view());
  return call.none();
}

constexpr NativeRow kOutputFunctions[] = {
    {"print", "(*args, sep=' ', end='\\n', file=None, flush=False)",
     "Prints the values to a stream, or to sys.stdout by default.", builtin_print,
     Effect::operation, OperationKind::print},
};

constexpr NativeRow kOutputPrelude[] = {
    {"_write", "(text, is_error, /)", "", write_text, Effect::operation, OperationKind::print},
};

}  // namespace

void add_output_functions(RegistryBuilder& registry) {
  registry.functions("builtins", kOutputFunctions);
  registry.functions("prelude", kOutputPrelude);
  registry.functions("sys", kOutputPrelude);
}

}  // namespace lockstep
