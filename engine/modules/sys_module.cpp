#include <algorithm>
#include <cfloat>
#include <cmath>

#include "modules/arguments.h"
#include "modules/object_sizes.h"
#include "modules/local_names.h"
#include "modules/registry_builder.h"
#include "vm/frames.h"
#include "vm/objects/module.h"
#include "vm/unwind.h"

// What the module sys knows of the machine; the module itself is python/sys.py.
namespace lockstep {

namespace {

Step script_arguments(Machine& machine, Call& call) {
  const Value arguments = machine.state().script_arguments;
  return call.done(arguments.is_empty() ? Value::object(machine.heap().make_list()) : arguments);
}

Step loaded_modules(Machine& machine, Call& call) {
  return call.done(Value::object(machine.state().modules));
}

// (type, value, traceback) of the exception being handled, or three times None.
Step exc_info(Machine& machine, Call& call) {
  const Value handled = handled_exception(machine.thread());
  const Value none = Value::none();
  if (handled.is_empty())
    return call.done(Value::object(machine.heap().make_tuple({none, none, none})));
  auto* traceback = as<ExceptionObject>(handled)->traceback;
  return call.done(Value::object(
      machine.heap().make_tuple({Value::object(class_of(handled)), handled,
                                 traceback == nullptr ? none : Value::object(traceback)})));
}

Step get_recursion_limit(Machine& machine, Call& call) {
  return call.done(Value::small_int(machine.state().recursion_limit));
}

Step set_recursion_limit(Machine& machine, Call& call) {
  int64_t limit = 0;
  if (!machine.to_index(call[0], limit)) return Step::raised;
  if (limit < 1)
    return raise_value_error(machine, "recursion limit must be greater or equal than 1");
  if (limit > INT32_MAX) {
    return machine.raise(BuiltinClass::overflow_error, "Python int too large to convert to C int");
  }
  if (limit <= machine.thread().depth) {
    return machine.raise(BuiltinClass::recursion_error,
                         "cannot set the recursion limit to " + std::to_string(limit) +
                             " at the recursion depth " + std::to_string(machine.thread().depth) +
                             ": the limit is too low");
  }
  machine.state().recursion_limit = static_cast<uint32_t>(limit);
  return call.none();
}

Step get_digit_limit(Machine& machine, Call& call) {
  return call.done(Value::small_int(machine.state().digit_limit));
}

Step set_digit_limit(Machine& machine, Call& call) {
  constexpr int64_t kLeast = 640;
  int64_t limit = 0;
  if (!machine.to_index(call[0], limit)) return Step::raised;
  if (limit != 0 && (limit < kLeast || limit > INT32_MAX)) {
    return raise_value_error(machine, "maxdigits must be 0 or larger than 640");
  }
  machine.state().digit_limit = static_cast<int32_t>(limit);
  return call.none();
}

Step get_size(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(size_in_cpython(call[0])));
}

Step intern(Machine& machine, Call& call) {
  const auto* text = try_as<StrObject>(call[0]);
  if (text == nullptr)
    return raise_type_error(machine,
                            "intern() argument must be str, not " + class_name_of(call[0]));
  return call.done(call[0]);
}

Step get_frame(Machine& machine, Call& call) {
  int64_t depth = 0;
  if (!int_argument(machine, call[0], depth)) return Step::raised;
  // All of them at once: a frame object may outlive its frame.
  FrameObject* first = nullptr;
  FrameObject* last = nullptr;
  for (Frame* frame = call.frame; frame != nullptr; frame = frame->caller) {
    if (frame->is_trampoline || frame->code->is_library) continue;
    if (depth-- > 0) continue;
    auto* object =
        machine.heap().allocate<FrameObject>(builtin_class(BuiltinClass::frame), Kind::frame);
    object->code = frame->code;
    object->instruction = static_cast<uint32_t>(frame->pc - frame->code->instructions);
    object->globals = frame->globals;
    object->back = nullptr;
    object->locals = nullptr;
    object->locals = local_names(machine, frame);
    if (last != nullptr) last->back = object;
    if (first == nullptr) first = object;
    last = object;
  }
  return first == nullptr ? raise_value_error(machine, "call stack is not deep enough")
                          : call.done(Value::object(first));
}

Step calling_module(Machine& machine, Call& call) {
  for (const Frame* frame = call.frame; frame != nullptr; frame = frame->caller) {
    if (frame->is_trampoline || frame->code->is_library || frame->globals == nullptr) continue;
    const Value shown = Dict::get(frame->globals, name(Name::name));
    return shown.is_empty() ? call.done(machine.intern("__main__")) : call.done(shown);
  }
  return call.none();
}

Step traceback_class(Machine&, Call& call) {
  return call.done(Value::object(builtin_class(BuiltinClass::traceback)));
}

Step get_switch_interval(Machine& machine, Call& call) {
  return call.done(machine.heap().make_float(static_cast<double>(machine.world().switch_interval()) / kSecond));
}

Step set_switch_interval(Machine& machine, Call& call) {
  double seconds = 0;
  Machine::to_double(call[0], seconds);
  // CPython counts microseconds
  const double microseconds = std::clamp(std::floor(seconds * 1e6), 1.0, 1e15);
  machine.world().set_switch_interval(static_cast<Time>(microseconds) * 1000);
  return call.none();
}

constexpr NativeRow kSysFunctions[] = {
    {"getswitchinterval", "()", "Return the current thread switch interval, in seconds.", get_switch_interval},
    {"_set_switch_interval", "(seconds, /)", "", set_switch_interval},
    {"_script_arguments", "()", "", script_arguments},
    {"_loaded_modules", "()", "", loaded_modules},
    {"exc_info", "()",
     "Return information about the most recent exception caught by an except clause.", exc_info},
    {"getrecursionlimit", "()", "Return the current value of the recursion limit.",
     get_recursion_limit},
    {"setrecursionlimit", "(limit, /)", "Set the maximum depth of the interpreter stack to n.",
     set_recursion_limit},
    {"get_int_max_str_digits", "()", "Return the maximum string digits limit for non-binary int<->str conversions.",
     get_digit_limit},
    {"set_int_max_str_digits", "(maxdigits)",
     "Set the maximum string digits limit for non-binary int<->str conversions.", set_digit_limit},
    {"getsizeof", "(object, default=None)", "Return the size of object in bytes.", get_size},
    {"intern", "(string, /)", "Intern the given string.", intern},
    {"_calling_module", "()", "", calling_module},
    {"_traceback_class", "()", "", traceback_class},
    {"_getframe", "(depth=0, /)", "Return a frame object from the call stack.", get_frame},
};

constexpr ConstantRow kSysConstants[] = {
    {"maxsize", ConstantRow::Type::integer, INT64_MAX},
    {"maxunicode", ConstantRow::Type::integer, 0x10FFFF},
    {"byteorder", ConstantRow::Type::text, 0, 0, "little"},
    {"platform", ConstantRow::Type::text, 0, 0, "linux"},
    {"version", ConstantRow::Type::text, 0, 0, "3.11.2 (Lockstep)"},
    {"copyright", ConstantRow::Type::text, 0, 0, ""},
    {"hexversion", ConstantRow::Type::integer, 0x030b02f0},
    {"api_version", ConstantRow::Type::integer, 1013},
    {"executable", ConstantRow::Type::text, 0, 0, ""},
    {"prefix", ConstantRow::Type::text, 0, 0, ""},
    {"float_repr_style", ConstantRow::Type::text, 0, 0, "short"},
};

}  // namespace

void add_sys_module(RegistryBuilder& registry) {
  registry.functions("sys", kSysFunctions);
  registry.constants("sys", kSysConstants);
  registry.describe(
      "sys", "This module provides access to some objects used or maintained by the interpreter.");
}

}  // namespace lockstep
