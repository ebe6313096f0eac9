#include "vm/indexing.h"

#include <algorithm>

#include "vm/number_operations.h"
#include "vm/numbers.h"

namespace lockstep {

namespace {

// Whether an object might have an __index__ in Python.
bool may_have_index(Value value) { return overrides(value, Special::index); }

// An int as slices take it: far outside is as good as just outside.
int64_t slice_bound(Value value) {
  return std::clamp(clamped_int(value), INT64_MIN + 1, INT64_MAX);
}

}  // namespace

int64_t clamped_int(Value value) {
  int64_t number = 0;
  if (int64_of(value, number)) return number;
  return as<IntObject>(value)->extra != 0 ? INT64_MIN : INT64_MAX;
}

Work resolve_index(Machine& machine, Value key, int64_t length, std::string_view message,
                   int64_t& index) {
  if (is_kind(key, Kind::slice)) return Work::unknown;
  if (!is_int_value(key)) return may_have_index(key) ? Work::script : Work::unknown;
  if (!int64_of(key, index)) {
    machine.raise(
        BuiltinClass::index_error,
        "cannot fit '" + std::string(Machine::class_name(key)) + "' into an index-sized integer");
    return Work::raised;
  }
  if (index < 0) index += length;
  if (index < 0 || index >= length) {
    machine.raise(BuiltinClass::index_error, message);
    return Work::raised;
  }
  return Work::done;
}

Work resolve_slice_object(Machine& machine, const SliceObject* slice, int64_t length,
                          SliceRange& range) {
  if (slice->step.is_none() && (slice->start.is_none() || slice->start.is_small_int()) &&
      (slice->stop.is_none() || slice->stop.is_small_int())) {
    int64_t start = slice->start.is_none() ? 0 : slice->start.as_small_int();
    int64_t stop = slice->stop.is_none() ? length : slice->stop.as_small_int();
    if (start < 0) start += length;
    if (stop < 0) stop += length;
    start = std::clamp<int64_t>(start, 0, length);
    stop = std::clamp<int64_t>(stop, 0, length);
    range = {start, 1, std::max<int64_t>(stop - start, 0)};
    return Work::done;
  }
  if (slice->step == Value::small_int(-1) && slice->start.is_none() && slice->stop.is_none()) {
    range = {length - 1, -1, length};
    return Work::done;
  }
  for (const Value part : {slice->start, slice->stop, slice->step}) {
    if (part.is_none() || is_int_value(part)) continue;
    if (may_have_index(part)) return Work::script;
    machine.raise(BuiltinClass::type_error,
                  "slice indices must be integers or None or have an __index__ method");
    return Work::raised;
  }
  const int64_t step = slice->step.is_none() ? 1 : slice_bound(slice->step);
  if (step == 0) {
    machine.raise(BuiltinClass::value_error, "slice step cannot be zero");
    return Work::raised;
  }
  std::optional<int64_t> start;
  std::optional<int64_t> stop;
  if (!slice->start.is_none()) start = slice_bound(slice->start);
  if (!slice->stop.is_none()) stop = slice_bound(slice->stop);
  range = resolve_slice(length, start, stop, step);
  return Work::done;
}

int64_t slice_stop(const SliceObject* slice, int64_t length) {
  const bool is_backward = !slice->step.is_none() && slice_bound(slice->step) < 0;
  const int64_t lowest = is_backward ? -1 : 0;
  const int64_t highest = is_backward ? length - 1 : length;
  if (slice->stop.is_none()) return is_backward ? lowest : highest;
  const int64_t stop = slice_bound(slice->stop);
  return std::clamp(stop < 0 ? stop + length : stop, lowest, highest);
}

Step raise_key_error(Machine& machine, Value key) {
  return machine.raise(machine.heap().make_exception(builtin_class(BuiltinClass::key_error),
                                                     std::span<const Value>(&key, 1)));
}

Step raise_unhashable(Machine& machine, Value culprit) {
  return machine.raise(BuiltinClass::type_error,
                       "unhashable type: '" + std::string(Machine::class_name(culprit)) + "'");
}

Work check_key(Machine& machine, const DictObject* dict, Value key) {
  Value culprit;
  if (!is_hashable(key, &culprit)) {
    raise_unhashable(machine, culprit);
    return Work::raised;
  }
  const bool has_script_keys = dict != nullptr && (dict->extra & DictObject::kHasScriptKeys) != 0;
  return has_script_keys || !is_plain_key(key) ? Work::script : Work::done;
}

Work check_element(Machine& machine, const SetObject* set, Value element) {
  const Work work = check_key(machine, nullptr, element);
  if (work != Work::done) return work;
  const bool has_script = set != nullptr && (set->extra & SetObject::kHasScriptElements) != 0;
  return has_script ? Work::script : Work::done;
}

Work to_byte(Machine& machine, Value value, char& byte) {
  int64_t number = 0;
  if (!is_int_value(value)) {
    if (may_have_index(value)) return Work::script;
    machine.to_index(value, number);
    return Work::raised;
  }
  if (!int64_of(value, number) || number < 0 || number > 255) {
    machine.raise(BuiltinClass::value_error, "byte must be in range(0, 256)");
    return Work::raised;
  }
  byte = static_cast<char>(number);
  return Work::done;
}

bool is_bytes_like(Value value) {
  return is_kind(value, Kind::bytes) || is_kind(value, Kind::bytearray);
}

std::string_view bytes_view(Value value) {
  if (const auto* bytes = try_as<BytesObject>(value)) return bytes->view();
  return as<ByteArrayObject>(value)->view();
}

void set_bytearray(Heap& heap, ByteArrayObject* array, std::string_view data) {
  RawObject* raw = heap.make_raw(data.size());
  std::copy(data.begin(), data.end(), raw->data);
  array->bytes = raw;
  array->size = static_cast<uint32_t>(data.size());
}

int64_t range_length(const RangeObject* range) { return clamped_int(range->length); }

Value range_item(Machine& machine, const RangeObject* range, int64_t index) {
  int64_t start = 0;
  int64_t step = 0;
  int64_t offset = 0;
  int64_t item = 0;
  if (int64_of(range->start, start) && int64_of(range->step, step) &&
      !__builtin_mul_overflow(step, index, &offset) &&
      !__builtin_add_overflow(start, offset, &item)) {
    return machine.heap().make_int(item);
  }
  Value product;
  Value sum;
  number_binary(machine, BinaryOperator::multiply, range->step, machine.heap().make_int(index),
                product);
  number_binary(machine, BinaryOperator::add, range->start, product, sum);
  return sum;
}

Value make_range_of(Machine& machine, Value start, Value stop, Value step) {
  int64_t from = 0;
  int64_t to = 0;
  int64_t by = 0;
  if (int64_of(start, from) && int64_of(stop, to) && int64_of(step, by)) {
    return machine.heap().make_range(from, to, by);
  }
  // The distance divided by the step, rounded up: -((low - high) // step).
  const Number first(start);
  const Number last(stop);
  const Number stride(step);
  const bool is_up = !stride.view().negative;
  auto* range =
      machine.heap().allocate<RangeObject>(builtin_class(BuiltinClass::range), Kind::range);
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = Value::small_int(0);
  const auto order = integer_compare(first.view(), last.view());
  if (is_up ? order < 0 : order > 0) {
    Value distance;
    Value quotient;
    number_binary(machine, BinaryOperator::subtract, start, stop, distance);
    number_binary(machine, BinaryOperator::floor_divide, distance, step, quotient);
    number_unary(machine, UnaryOperator::negative, quotient, range->length);
  }
  return Value::object(range);
}

}  // namespace lockstep
