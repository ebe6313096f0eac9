#include <cmath>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "text/strftime.h"

// time: the clock of the run's world, and calendar time, which is UTC everywhere so that a run
// shows the same on every machine. sleep stands with the threads; struct_time is python/time.py.
namespace lockstep {

namespace {

Value seconds(Machine& machine, Time time) {
  return machine.heap().make_float(static_cast<double>(time) / static_cast<double>(kSecond));
}

// Nanoseconds since the epoch.
int64_t epoch_time(Machine& machine) {
  return static_cast<int64_t>(machine.world().epoch() * 1e9) + machine.world().now();
}

Step time_time(Machine& machine, Call& call) {
  const double elapsed = static_cast<double>(machine.world().now()) / static_cast<double>(kSecond);
  return call.done(machine.heap().make_float(machine.world().epoch() + elapsed));
}
Step time_time_ns(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(epoch_time(machine)));
}
Step time_monotonic(Machine& machine, Call& call) {
  return call.done(seconds(machine, machine.world().now()));
}
Step time_monotonic_ns(Machine& machine, Call& call) {
  return call.done(machine.heap().make_int(machine.world().now()));
}

// (year, month, day, hour, minute, second, weekday, day of the year, is_dst) of seconds since the
// epoch.
Step civil_fields(Machine& machine, Call& call) {
  double number = 0;
  if (call[0].is_none()) {
    number = std::floor(static_cast<double>(epoch_time(machine)) / 1e9);
  } else if (!Machine::to_double(call[0], number)) {
    return raise_type_error(
        machine, "'" + class_name_of(call[0]) + "' object cannot be interpreted as an integer");
  }
  if (!std::isfinite(number) || std::fabs(number) > 6e10 * 1000) {
    return machine.raise(BuiltinClass::overflow_error,
                         "timestamp out of range for platform time_t");
  }
  const CivilTime civil = civil_from_seconds(static_cast<int64_t>(std::floor(number)));
  Heap& heap = machine.heap();
  const Value fields[] = {heap.make_int(civil.year),
                          heap.make_int(int64_t{civil.month}),
                          heap.make_int(int64_t{civil.day}),
                          heap.make_int(int64_t{civil.hour}),
                          heap.make_int(int64_t{civil.minute}),
                          heap.make_int(int64_t{civil.second}),
                          heap.make_int(int64_t{civil.weekday}),
                          heap.make_int(int64_t{civil.year_day}),
                          Value::small_int(0)};
  return call.done(Value::object(heap.make_tuple(fields)));
}

// A tuple of nine ints as time.struct_time has them. False: raised.
bool civil_argument(Machine& machine, Value value, CivilTime& civil) {
  const auto* tuple = try_as<TupleObject>(value);
  if (tuple == nullptr) {
    raise_type_error(machine, "Tuple or struct_time argument required");
    return false;
  }
  if (tuple->size != 9) {
    raise_type_error(machine,
                     "time tuple must have exactly 9 items");  // as the C function's parser says
    return false;
  }
  int64_t fields[9];
  for (int i = 0; i < 9; ++i) {
    if (!machine.to_index(tuple->items[i], fields[i])) return false;
  }
  civil.year = fields[0];
  civil.month = static_cast<int>(fields[1]);
  civil.day = static_cast<int>(fields[2]);
  civil.hour = static_cast<int>(fields[3]);
  civil.minute = static_cast<int>(fields[4]);
  civil.second = static_cast<int>(fields[5]);
  civil.weekday = static_cast<int>(fields[6]);
  civil.year_day = static_cast<int>(fields[7]);
  civil.is_dst = static_cast<int>(fields[8]);
  return true;
}

Step formatted_time(Machine& machine, Call& call) {
  const auto* format = try_as<StrObject>(call[0]);
  if (format == nullptr) {
    return raise_type_error(machine,
                            "strftime() argument 1 must be str, not " + class_name_of(call[0]));
  }
  CivilTime civil;
  if (!civil_argument(machine, call[1], civil)) return Step::raised;
  return finish_text(machine, call, format_time(format->view(), civil));
}

Step formatted_asctime(Machine& machine, Call& call) {
  CivilTime civil;
  if (!civil_argument(machine, call[0], civil)) return Step::raised;
  return finish_text(machine, call, format_asctime(civil));
}

Step seconds_of_civil(Machine& machine, Call& call) {
  CivilTime civil;
  if (!civil_argument(machine, call[0], civil)) return Step::raised;
  return call.done(machine.heap().make_float(static_cast<double>(seconds_from_civil(civil))));
}

constexpr auto kClock = OperationKind::clock;
constexpr NativeRow kTimeFunctions[] = {
    {"time", "()", "Return the current time in seconds since the Epoch.", time_time,
     Effect::operation, kClock},
    {"time_ns", "()", "Return the current time in nanoseconds since the Epoch.", time_time_ns,
     Effect::operation, kClock},
    {"monotonic", "()", "Monotonic clock, cannot go backward.", time_monotonic, Effect::operation,
     kClock},
    {"monotonic_ns", "()", "Monotonic clock, cannot go backward, as nanoseconds.",
     time_monotonic_ns, Effect::operation, kClock},
    {"perf_counter", "()", "Performance counter for benchmarking.", time_monotonic,
     Effect::operation, kClock},
    {"perf_counter_ns", "()", "Performance counter for benchmarking as nanoseconds.",
     time_monotonic_ns, Effect::operation, kClock},
    {"process_time", "()", "Process time for profiling.", time_monotonic, Effect::operation,
     kClock},
    {"process_time_ns", "()", "Process time for profiling as nanoseconds.", time_monotonic_ns,
     Effect::operation, kClock},
    {"thread_time", "()", "Thread time for profiling.", time_monotonic, Effect::operation, kClock},
    {"thread_time_ns", "()", "Thread time for profiling as nanoseconds.", time_monotonic_ns,
     Effect::operation, kClock},
    {"_civil_fields", "(seconds, /)", "", civil_fields, Effect::operation, kClock},
    {"_format_time", "(format, fields, /)", "", formatted_time},
    {"_format_asctime", "(fields, /)", "", formatted_asctime},
    {"_seconds_of_civil", "(fields, /)", "", seconds_of_civil},
};

constexpr ConstantRow kTimeConstants[] = {
    {"timezone", ConstantRow::Type::integer, 0},
    {"altzone", ConstantRow::Type::integer, 0},
    {"daylight", ConstantRow::Type::integer, 0},
};

}  // namespace

void add_time_module(RegistryBuilder& registry) {
  registry.functions("time", kTimeFunctions);
  registry.constants("time", kTimeConstants);
  registry.describe("time", "The clock of the run, and calendar time.");
}

}  // namespace lockstep
