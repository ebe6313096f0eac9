#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/equality.h"

// range and slice.
namespace lockstep {

namespace {

// An argument of range(): any int. False: raised.
bool range_argument(Machine& machine, Value value, Value& out) {
  if (is_int_value(value)) {
    SmallInteger room(0);
    out = machine.heap().make_int(int_view_of(value, room));
    return true;
  }
  int64_t number = 0;
  machine.to_index(value, number);
  return false;
}

Step range_new(Machine& machine, Call& call) {
  for (size_t i = 1; i < 4; ++i) {
    if (call.given(i) && overrides(call[i], Special::index)) {
      return machine.tail_call(call, machine.prelude("range_of"),
                               {Value::object(machine.heap().make_tuple(std::span<const Value>(
                                   call.arguments + 1, call.given(3)   ? 3
                                                       : call.given(2) ? 2
                                                                       : 1)))});
    }
  }
  Value start = Value::small_int(0);
  Value stop;
  Value step = Value::small_int(1);
  if (!call.given(2)) {
    if (!range_argument(machine, call[1], stop)) return Step::raised;
  } else {
    if (!range_argument(machine, call[1], start) || !range_argument(machine, call[2], stop))
      return Step::raised;
    if (call.given(3) && !range_argument(machine, call[3], step)) return Step::raised;
  }
  if (step == Value::small_int(0))
    return raise_value_error(machine, "range() arg 3 must not be zero");
  return call.done(make_range_of(machine, start, stop, step));
}

template <Value RangeObject::*field>
Step range_field(Machine&, Call& call) {
  return call.done(as<RangeObject>(call[0])->*field);
}

// The place of a value, -1 if it is not there, -2 where script code has to compare.
Step range_index(Machine& machine, Call& call) {
  bool found = false;
  const Work work = contains_builtin(machine, call[0], call[1], found);
  if (work == Work::script) {
    return machine.tail_call(call, machine.prelude("sequence_index"),
                             {call[0], call[1], Value::small_int(0),
                              machine.heap().make_int(range_length(as<RangeObject>(call[0])))});
  }
  if (work != Work::done) return Step::raised;
  if (!found) {
    std::string shown;
    if (!machine.repr(call[1], shown)) shown = "sequence.index(x): x";
    return raise_value_error(machine, is_number(call[1]) ? shown + " is not in range"
                                                         : "sequence.index(x): x not in sequence");
  }
  const auto* range = as<RangeObject>(call[0]);
  Value distance;
  Value place;
  number_binary(machine, BinaryOperator::subtract, call[1], range->start, distance);
  number_binary(machine, BinaryOperator::floor_divide, distance, range->step, place);
  return call.done(place);
}

Step range_count(Machine& machine, Call& call) {
  bool found = false;
  const Work work = contains_builtin(machine, call[0], call[1], found);
  if (work == Work::script)
    return machine.tail_call(call, machine.prelude("sequence_count"), {call[0], call[1]});
  return work == Work::done ? call.done(Value::small_int(found ? 1 : 0)) : Step::raised;
}

Step range_reversed(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, make_reversed(machine, call[0], out), out, "", {});
}

constexpr NativeRow kRangeMethods[] = {
    {"__new__", "(cls, start, stop=None, step=1, /)",
     "range(stop) -> range object\nrange(start, stop[, step]) -> range object", range_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__len__", "(self, /)", "Return len(self).", length_method},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__reversed__", "(self, /)", "Return a reverse iterator.", range_reversed},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method},
    LOCKSTEP_COMPARE_METHODS,
    {"index", "(self, value, /)", "The place of value.", range_index},
    {"count", "(self, value, /)", "How often value occurs.", range_count},
};

constexpr NativeAttribute kRangeAttributes[] = {
    {"start", "", range_field<&RangeObject::start>, nullptr},
    {"stop", "", range_field<&RangeObject::stop>, nullptr},
    {"step", "", range_field<&RangeObject::step>, nullptr},
};

Step slice_new(Machine& machine, Call& call) {
  const Value none = Value::none();
  if (!call.given(2)) return call.done(machine.heap().make_slice(none, call[1], none));
  return call.done(machine.heap().make_slice(call[1], call[2], call.given(3) ? call[3] : none));
}

template <Value SliceObject::*field>
Step slice_field(Machine&, Call& call) {
  return call.done(as<SliceObject>(call[0])->*field);
}

Step slice_indices(Machine& machine, Call& call) {
  int64_t length = 0;
  if (!machine.to_index(call[1], length)) return Step::raised;
  if (length < 0) return raise_value_error(machine, "length should not be negative");
  SliceRange range;
  const auto* slice = as<SliceObject>(call[0]);
  const Work work = resolve_slice_object(machine, slice, length, range);
  if (work != Work::done)
    return work == Work::raised
               ? Step::raised
               : raise_type_error(
                     machine, "slice indices must be integers or None or have an __index__ method");
  Heap& heap = machine.heap();
  return call.done(Value::object(
      heap.make_tuple({heap.make_int(range.start), heap.make_int(slice_stop(slice, length)),
                       heap.make_int(range.step)})));
}

constexpr NativeRow kSliceMethods[] = {
    {"__new__", "(cls, start, stop=None, step=None, /)", "slice(stop)\nslice(start, stop[, step])",
     slice_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__eq__", "(self, value, /)", "Return self==value.", compare_method<CompareOperator::equal>},
    {"__ne__", "(self, value, /)", "Return self!=value.",
     compare_method<CompareOperator::not_equal>},
    {"indices", "(self, length, /)", "The start, stop and step for a sequence of this length.",
     slice_indices},
};

constexpr NativeAttribute kSliceAttributes[] = {
    {"start", "", slice_field<&SliceObject::start>, nullptr},
    {"stop", "", slice_field<&SliceObject::stop>, nullptr},
    {"step", "", slice_field<&SliceObject::step>, nullptr},
};

}  // namespace

void add_range_types(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::range, kRangeMethods);
  registry.attributes(BuiltinClass::range, kRangeAttributes);
  registry.methods(BuiltinClass::slice, kSliceMethods);
  registry.attributes(BuiltinClass::slice, kSliceAttributes);
}

}  // namespace lockstep
