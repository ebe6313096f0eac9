#include "modules/primitive_support.h"

#include <cmath>
#include <string>

#include "base/check.h"
#include "vm/imports.h"
#include "vm/objects/module.h"
#include "vm/raise.h"
#include "vm/value_text.h"

namespace lockstep {

Step raise_sync(Machine& machine, SyncError error) {
  const SyncErrorText& text = text_of(error);
  if (text.type == "RuntimeError") return machine.raise(BuiltinClass::runtime_error, text.text);
  if (text.type == "OverflowError") return machine.raise(BuiltinClass::overflow_error, text.text);
  if (text.type == "ValueError") return machine.raise(BuiltinClass::value_error, text.text);
  const size_t dot = text.type.find('.');
  ENSURE(dot != std::string_view::npos);
  return raise_library(machine, text.type.substr(0, dot), text.type.substr(dot + 1));
}

Step raise_library(Machine& machine, std::string_view module, std::string_view cls) {
  auto* type = as<ClassObject>(library_value(machine, module, cls));
  return machine.raise(machine.heap().make_exception(type, std::span<const Value>()));
}

Value library_value(Machine& machine, std::string_view module, std::string_view name) {
  auto* owner = as<ModuleObject>(Dict::get(machine.state().modules, machine.intern(module)));
  const Value found = Dict::get(owner->attributes, machine.intern(name));
  ENSURE(!found.is_empty());
  return found;
}

bool to_nanoseconds(Machine& machine, Value seconds, Time& time) {
  double number = 0;
  if (!Machine::to_double(seconds, number)) {
    machine.raise_format(BuiltinClass::type_error,
                         "'{}' object cannot be interpreted as an integer",
                         Machine::class_name(seconds));
    return false;
  }
  if (std::isnan(number)) {
    machine.raise(BuiltinClass::value_error, "Invalid value NaN (not a number)");
    return false;
  }
  const double nanoseconds = number * 1e9;
  if (nanoseconds >= 9.2e18 || nanoseconds <= -9.2e18) {
    machine.raise(BuiltinClass::overflow_error, "timestamp too large to convert to C _PyTime_t");
    return false;
  }
  time = static_cast<Time>(std::ceil(nanoseconds));
  return true;
}

bool wait_deadline(Machine& machine, Value timeout, Time& deadline) {
  deadline = kNever;
  if (timeout.is_empty() || timeout.is_none()) return true;
  Time time = 0;
  if (!to_nanoseconds(machine, timeout, time)) return false;
  deadline = deadline_after(machine.world(), time < 0 ? 0 : time);
  return true;
}

std::string full_class_name(Value value) { return full_name(class_of(value)); }

}  // namespace lockstep
