#include <algorithm>
#include <cmath>

#include "vm/equality.h"
#include "vm/indexing.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/objects/module.h"

// container[key] in all its forms, len() and `in`, for builtin containers.
namespace lockstep {

namespace {

Work wrong_index(Machine& machine, std::string_view what, Value key) {
  return raised(machine, BuiltinClass::type_error, std::string(what) +
                " indices must be integers or slices, not " + std::string(Machine::class_name(key)));
}

void copy_range(std::span<const Value> items, const SliceRange& range, Value* out) {
  for (int64_t i = 0; i < range.count; ++i) out[i] = items[range.start + i * range.step];
}

// Every `step`th byte from `from` on; backwards one by one is what most want.
[[gnu::noinline]] void copy_stepwise(const char* from, int64_t count, int64_t step, char* to) {
  int64_t written = 0;
  for (; step == -1 && written + 8 <= count; written += 8) {
    uint64_t word = 0;
    std::memcpy(&word, from - written - 7, sizeof word);
    word = __builtin_bswap64(word);
    std::memcpy(to + written, &word, sizeof word);
  }
  for (; written < count; ++written) to[written] = from[written * step];
}

std::string bytes_range(std::string_view data, const SliceRange& range) {
  if (range.step == 1) return std::string(data.substr(range.start, range.count));
  std::string out(range.count, '\0');
  for (int64_t i = 0; i < range.count; ++i) out[i] = data[range.start + i * range.step];
  return out;
}

Work get_from_list(Machine& machine, ListObject* list, Value key, Value& out) {
  int64_t index = 0;
  const Work work = resolve_index(machine, key, list->size, "list index out of range", index);
  if (work == Work::done) out = list->items()[index];
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, "list", key);
  SliceRange range;
  const Work resolved = resolve_slice_object(machine, slice, list->size, range);
  if (resolved != Work::done) return resolved;
  ListObject* result = machine.heap().make_list(range.count);
  copy_range(list->all(), range, result->items());
  result->size = static_cast<uint32_t>(range.count);
  out = Value::object(result);
  return Work::done;
}

Work get_from_tuple(Machine& machine, TupleObject* tuple, Value key, Value& out) {
  int64_t index = 0;
  const Work work = resolve_index(machine, key, tuple->size, "tuple index out of range", index);
  if (work == Work::done) out = tuple->items[index];
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, "tuple", key);
  SliceRange range;
  const Work resolved = resolve_slice_object(machine, slice, tuple->size, range);
  if (resolved != Work::done) return resolved;
  if (range.count == tuple->size && range.step == 1 &&
      tuple->cls == builtin_class(BuiltinClass::tuple)) {
    out = Value::object(tuple);
    return Work::done;
  }
  TupleObject* result = machine.heap().make_tuple_of(range.count);
  copy_range(tuple->all(), range, result->items);
  out = Value::object(result);
  return Work::done;
}

Work get_from_string(Machine& machine, StrObject* string, Value key, Value& out) {
  int64_t index = 0;
  const Work work = resolve_index(machine, key, string->length, "string index out of range", index);
  if (work == Work::done) {
    out = machine.heap().make_str(string->is_ascii() ? string->view().substr(index, 1)
                                                     : code_point_at(string->view(), index));
  }
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) {
    return raised(machine, BuiltinClass::type_error, "string indices must be integers, not '" +
                  std::string(Machine::class_name(key)) + "'");
  }
  SliceRange range;
  const Work resolved = resolve_slice_object(machine, slice, string->length, range);
  if (resolved != Work::done) return resolved;
  if (string->is_ascii() && range.step == 1) {
    out = range.count == string->size && string->cls == builtin_class(BuiltinClass::str)
              ? Value::object(string)
              : machine.heap().make_ascii(string->view().substr(range.start, range.count));
    return Work::done;
  }
  if (!string->is_ascii() || range.count < 2) {
    out = machine.heap().make_str(string->is_ascii() ? bytes_range(string->view(), range)
                                                     : string_slice(string->view(), range));
    return Work::done;
  }
  StrObject* part = machine.heap().begin_string(static_cast<size_t>(range.count));
  copy_stepwise(string->text + range.start, range.count, range.step, part->text);
  part->extra = 1;
  part->length = part->size;
  out = Value::object(part);
  return Work::done;
}

Work get_from_bytes(Machine& machine, Value container, Value key, Value& out) {
  const std::string_view data = bytes_view(container);
  const bool is_array = is_kind(container, Kind::bytearray);
  int64_t index = 0;
  const Work work = resolve_index(machine, key, static_cast<int64_t>(data.size()),
                                  is_array ? "bytearray index out of range" : "index out of range", index);
  if (work == Work::done) out = Value::small_int(static_cast<unsigned char>(data[index]));
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, is_array ? "bytearray" : "byte", key);
  SliceRange range;
  const Work resolved =
      resolve_slice_object(machine, slice, static_cast<int64_t>(data.size()), range);
  if (resolved != Work::done) return resolved;
  const std::string part = bytes_range(data, range);
  if (!is_array) {
    out = machine.heap().make_bytes(part);
    return Work::done;
  }
  auto* array = machine.heap().allocate<ByteArrayObject>(builtin_class(BuiltinClass::bytearray),
                                                         Kind::bytearray);
  set_bytearray(machine.heap(), array, part);
  out = Value::object(array);
  return Work::done;
}

// The same with numbers beyond 64 bits.
Work get_from_large_range(Machine& machine, const RangeObject* range, Value key, Value& out) {
  const Value zero = Value::small_int(0);
  Value index = key;
  if (Number(key).compare(Number(zero)) < 0) {
    number_binary(machine, BinaryOperator::add, key, range->length, index);
  }
  if (Number(index).compare(Number(zero)) < 0 || Number(index).compare(Number(range->length)) >= 0) {
    return raised(machine, BuiltinClass::index_error, "range object index out of range");
  }
  Value distance;
  number_binary(machine, BinaryOperator::multiply, index, range->step, distance);
  return number_binary(machine, BinaryOperator::add, range->start, distance, out);
}

Work get_from_range(Machine& machine, RangeObject* range, Value key, Value& out) {
  int64_t index = 0;
  if (is_int_value(key) && (!int64_of(key, index) || !int64_of(range->length, index))) {
    return get_from_large_range(machine, range, key, out);
  }
  const int64_t length = range_length(range);
  const Work work = resolve_index(machine, key, length, "range object index out of range", index);
  if (work == Work::done) out = range_item(machine, range, index);
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, "range", key);
  SliceRange part;
  const Work resolved = resolve_slice_object(machine, slice, length, part);
  if (resolved != Work::done) return resolved;
  Value step;
  number_binary(machine, BinaryOperator::multiply, range->step, machine.heap().make_int(part.step), step);
  const Value start = range_item(machine, range, part.start);
  const Value stop = range_item(machine, range, slice_stop(slice, length));
  out = make_range_of(machine, start, stop, step);
  return Work::done;
}

Work get_from_dict(Machine& machine, DictObject* dict, Value key, Value& out) {
  const Work work = check_key(machine, dict, key);
  if (work != Work::done) return work;
  out = Dict::get(dict, key);
  if (!out.is_empty()) return Work::done;
  raise_key_error(machine, key);
  return Work::raised;
}

// list[slice] = items.
Work set_list_slice(Machine& machine, ListObject* list, const SliceObject* slice, Value value) {
  Heap& heap = machine.heap();
  SliceRange range;
  const Work resolved = resolve_slice_object(machine, slice, list->size, range);
  if (resolved != Work::done) return resolved;
  ListObject* items = heap.make_list();
  const Work walked = walk_builtin(machine, value, items);
  if (walked == Work::unknown) {
    const bool may_iterate = overrides(value, Special::iter) || overrides(value, Special::get_item) ||
                             is_kind(value, Kind::generator) || is_kind(value, Kind::lazy) ||
                             is_kind(value, Kind::iterator);
    if (may_iterate) return Work::script;
    return raised(machine, BuiltinClass::type_error,
                  range.step == 1 ? "can only assign an iterable"
                                  : "must assign iterable to extended slice");
  }
  if (walked != Work::done) return walked;
  // Walking may have changed the list itself (a[:] = iter(a)); so look again.
  resolve_slice_object(machine, slice, list->size, range);
  if (range.step == 1) {
    const size_t tail = list->size - range.start - range.count;
    const size_t size = range.start + items->size + tail;
    Value* old = list->items();
    if (size <= (list->array == nullptr ? 0 : list->array->size)) {
      if (old != nullptr) std::memmove(old + range.start + items->size, old + range.start + range.count,
                                       tail * sizeof(Value));
    } else {
      ArrayObject* array = heap.make_array(size + size / 8);
      if (old != nullptr) {
        std::copy_n(old, range.start, array->items);
        std::copy_n(old + range.start + range.count, tail, array->items + range.start + items->size);
      }
      list->array = array;
    }
    std::copy_n(items->items(), items->size, list->items() + range.start);
    for (size_t i = size; i < list->size; ++i) list->items()[i] = Value::empty();
    list->size = static_cast<uint32_t>(size);
    return Work::done;
  }
  if (items->size != range.count) {
    return raised(machine, BuiltinClass::value_error, "attempt to assign sequence of size " +
                  std::to_string(items->size) + " to extended slice of size " +
                  std::to_string(range.count));
  }
  for (int64_t i = 0; i < range.count; ++i) {
    list->items()[range.start + i * range.step] = items->items()[i];
  }
  return Work::done;
}

Work set_in_list(Machine& machine, ListObject* list, Value key, Value value) {
  int64_t index = 0;
  const Work work =
      resolve_index(machine, key, list->size, "list assignment index out of range", index);
  if (work == Work::done) list->items()[index] = value;
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, "list", key);
  return set_list_slice(machine, list, slice, value);
}

// The bytes an iterable of ints stands for.
Work bytes_from(Machine& machine, Value value, std::string& out) {
  if (is_bytes_like(value)) {
    out = bytes_view(value);
    return Work::done;
  }
  const bool is_refused = is_kind(value, Kind::string) || is_number(value);
  ListObject* items = machine.heap().make_list();
  const Work walked = is_refused ? Work::unknown : walk_builtin(machine, value, items);
  if (walked == Work::unknown) {
    return raised(machine, BuiltinClass::type_error,
                  "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  if (walked != Work::done) return walked;
  for (const Value item : items->all()) {
    char byte = 0;
    const Work work = to_byte(machine, item, byte);
    if (work != Work::done) return work;
    out += byte;
  }
  return Work::done;
}

Work set_in_bytearray(Machine& machine, ByteArrayObject* array, Value key, Value value) {
  int64_t index = 0;
  const Work work = resolve_index(machine, key, array->size, "bytearray index out of range", index);
  if (work == Work::done) {
    char byte = 0;
    const Work read = to_byte(machine, value, byte);
    if (read == Work::done) array->bytes->data[index] = byte;
    return read;
  }
  if (work != Work::unknown) return work;
  const auto* slice = try_as<SliceObject>(key);
  if (slice == nullptr) return wrong_index(machine, "bytearray", key);
  std::string data;
  const Work read = bytes_from(machine, value, data);
  if (read != Work::done) return read;
  SliceRange range;
  const Work resolved = resolve_slice_object(machine, slice, array->size, range);
  if (resolved != Work::done) return resolved;
  std::string whole(array->view());
  if (range.step == 1) {
    whole.replace(range.start, range.count, data);
  } else if (data.empty()) {
    return delete_item_builtin(machine, Value::object(array), key);
  } else if (static_cast<int64_t>(data.size()) != range.count) {
    return raised(machine, BuiltinClass::value_error, "attempt to assign bytes of size " +
                  std::to_string(data.size()) + " to extended slice of size " +
                  std::to_string(range.count));
  } else {
    for (int64_t i = 0; i < range.count; ++i) whole[range.start + i * range.step] = data[i];
  }
  set_bytearray(machine.heap(), array, whole);
  return Work::done;
}

// Which of `length` places stay when the range is taken out.
std::vector<bool> kept_places(size_t length, const SliceRange& range) {
  std::vector<bool> kept(length, true);
  for (int64_t i = 0; i < range.count; ++i) kept[range.start + i * range.step] = false;
  return kept;
}

Work delete_from_list(Machine& machine, ListObject* list, Value key) {
  int64_t index = 0;
  const Work work =
      resolve_index(machine, key, list->size, "list assignment index out of range", index);
  SliceRange range{index, 1, 1};
  if (work == Work::unknown) {
    const auto* slice = try_as<SliceObject>(key);
    if (slice == nullptr) return wrong_index(machine, "list", key);
    const Work resolved = resolve_slice_object(machine, slice, list->size, range);
    if (resolved != Work::done) return resolved;
  } else if (work != Work::done) {
    return work;
  }
  Value* items = list->items();
  size_t kept = list->size;
  if (range.step == 1) {
    std::copy(items + range.start + range.count, items + list->size, items + range.start);
    kept -= static_cast<size_t>(range.count);
  } else {
    const auto stays = kept_places(list->size, range);
    kept = 0;
    for (size_t i = 0; i < list->size; ++i) {
      if (stays[i]) items[kept++] = items[i];
    }
  }
  for (size_t i = kept; i < list->size; ++i) items[i] = Value::empty();
  list->size = static_cast<uint32_t>(kept);
  return Work::done;
}

Work delete_from_bytearray(Machine& machine, ByteArrayObject* array, Value key) {
  int64_t index = 0;
  const Work work = resolve_index(machine, key, array->size, "bytearray index out of range", index);
  SliceRange range{index, 1, 1};
  if (work == Work::unknown) {
    const auto* slice = try_as<SliceObject>(key);
    if (slice == nullptr) return wrong_index(machine, "bytearray", key);
    const Work resolved = resolve_slice_object(machine, slice, array->size, range);
    if (resolved != Work::done) return resolved;
  } else if (work != Work::done) {
    return work;
  }
  const auto stays = kept_places(array->size, range);
  std::string rest;
  for (size_t i = 0; i < array->size; ++i) {
    if (stays[i]) rest += array->bytes->data[i];
  }
  set_bytearray(machine.heap(), array, rest);
  return Work::done;
}

Work contains_in_items(std::span<const Value> items, Value item, bool& out) {
  for (const Value candidate : items) {
    const Verdict same = same_or_equal(candidate, item);
    if (same == Verdict::script) return Work::script;
    if (same == Verdict::yes) {
      out = true;
      return Work::done;
    }
  }
  out = false;
  return Work::done;
}

Work contains_in_bytes(Machine& machine, Value container, Value item, bool& out) {
  if (is_bytes_like(item)) {
    out = bytes_view(container).find(bytes_view(item)) != std::string_view::npos;
    return Work::done;
  }
  if (!is_int_value(item)) {
    return raised(machine, BuiltinClass::type_error, "a bytes-like object is required, not '" +
                  std::string(Machine::class_name(item)) + "'");
  }
  char byte = 0;
  const Work work = to_byte(machine, item, byte);
  if (work == Work::done) out = bytes_view(container).find(byte) != std::string_view::npos;
  return work;
}

Work contains_in_range(Machine& machine, RangeObject* range, Value item, bool& out) {
  out = false;
  if (overrides(item, Special::equal)) return Work::script;
  Number number(item);
  if (number.is_none() || range->length == Value::small_int(0)) return Work::done;
  Value whole = item;
  if (!number.is_integer()) {
    if (number.imaginary() != 0 || number.real() != std::floor(number.real())) return Work::done;
    const auto exact = integer_from_double(number.real());
    if (!exact) return Work::done;
    whole = machine.heap().make_int(IntegerView(*exact));
    number = Number(whole);
  }
  Value distance;
  Value remainder;
  Value quotient;
  number_binary(machine, BinaryOperator::subtract, whole, range->start, distance);
  number_binary(machine, BinaryOperator::modulo, distance, range->step, remainder);
  number_binary(machine, BinaryOperator::floor_divide, distance, range->step, quotient);
  const Number place(quotient);
  const Number length(range->length);
  out = equal_numbers(remainder, Value::small_int(0)) && !place.view().negative &&
        integer_compare(place.view(), length.view()) < 0;
  return Work::done;
}

Work contains_in_view(Machine& machine, DictViewObject* view, Value item, bool& out) {
  DictObject* dict = view->dict;
  if (view->extra == DictViewObject::keys) return contains_builtin(machine, Value::object(dict), item, out);
  out = false;
  if (view->extra == DictViewObject::items) {
    const auto* pair = try_as<TupleObject>(item);
    if (pair == nullptr || pair->size != 2) return Work::done;
    const Work work = check_key(machine, dict, pair->items[0]);
    if (work != Work::done) return work;
    const Value value = Dict::get(dict, pair->items[0]);
    if (value.is_empty()) return Work::done;
    return contains_in_items(std::span<const Value>(&value, 1), pair->items[1], out);
  }
  DictIterator position;
  while (const TableObject::Entry* entry = Dict::next(dict, position)) {
    const Work work = contains_in_items(std::span<const Value>(&entry->value, 1), item, out);
    if (work != Work::done || out) return work;
  }
  return Work::done;
}

}  // namespace

Work get_item_builtin(Machine& machine, Value container, Value key, Value& out) {
  if (!container.is_object()) return Work::unknown;
  Object* object = container.as_object();
  switch (object->kind) {
    case Kind::list: return get_from_list(machine, static_cast<ListObject*>(object), key, out);
    case Kind::tuple: return get_from_tuple(machine, static_cast<TupleObject*>(object), key, out);
    case Kind::dict: return get_from_dict(machine, static_cast<DictObject*>(object), key, out);
    case Kind::string: return get_from_string(machine, static_cast<StrObject*>(object), key, out);
    case Kind::bytes:
    case Kind::bytearray: return get_from_bytes(machine, container, key, out);
    case Kind::range: return get_from_range(machine, static_cast<RangeObject*>(object), key, out);
    case Kind::mapping_proxy:
      return get_item_builtin(machine, static_cast<MappingProxyObject*>(object)->mapping, key, out);
    default: return Work::unknown;
  }
}

Work set_item_builtin(Machine& machine, Value container, Value key, Value value) {
  if (!container.is_object()) return Work::unknown;
  Object* object = container.as_object();
  switch (object->kind) {
    case Kind::list: return set_in_list(machine, static_cast<ListObject*>(object), key, value);
    case Kind::dict: {
      auto* dict = static_cast<DictObject*>(object);
      const Work work = check_key(machine, dict, key);
      if (work == Work::done) Dict::set(machine.heap(), dict, key, value);
      return work;
    }
    case Kind::bytearray:
      return set_in_bytearray(machine, static_cast<ByteArrayObject*>(object), key, value);
    default: return Work::unknown;
  }
}

Work delete_item_builtin(Machine& machine, Value container, Value key) {
  if (!container.is_object()) return Work::unknown;
  Object* object = container.as_object();
  switch (object->kind) {
    case Kind::list: return delete_from_list(machine, static_cast<ListObject*>(object), key);
    case Kind::dict: {
      auto* dict = static_cast<DictObject*>(object);
      const Work work = check_key(machine, dict, key);
      if (work != Work::done || !Dict::remove(dict, key).is_empty()) return work;
      raise_key_error(machine, key);
      return Work::raised;
    }
    case Kind::bytearray: return delete_from_bytearray(machine, static_cast<ByteArrayObject*>(object), key);
    default: return Work::unknown;
  }
}

Work contains_builtin(Machine& machine, Value container, Value item, bool& out) {
  if (!container.is_object()) return Work::unknown;
  Object* object = container.as_object();
  switch (object->kind) {
    case Kind::list: return contains_in_items(static_cast<ListObject*>(object)->all(), item, out);
    case Kind::tuple: return contains_in_items(static_cast<TupleObject*>(object)->all(), item, out);
    case Kind::dict: {
      const auto* dict = static_cast<DictObject*>(object);
      const Work work = check_key(machine, dict, item);
      if (work == Work::done) out = !Dict::get(dict, item).is_empty();
      return work;
    }
    case Kind::set: {
      const auto* set = static_cast<SetObject*>(object);
      if (const auto* inner = try_as<SetObject>(item)) {
        // A set is looked for as the frozenset it equals.
        if ((inner->extra | set->extra) & SetObject::kHasScriptElements) return Work::script;
        out = Set::has(set, item);
        return Work::done;
      }
      const Work work = check_element(machine, set, item);
      if (work == Work::done) out = Set::has(set, item);
      return work;
    }
    case Kind::string:
      if (const auto* part = try_as<StrObject>(item)) {
        out = string_contains(static_cast<StrObject*>(object)->view(), part->view());
        return Work::done;
      }
      return raised(machine, BuiltinClass::type_error,
                    "'in <string>' requires string as left operand, not " +
                        std::string(Machine::class_name(item)));
    case Kind::bytes:
    case Kind::bytearray: return contains_in_bytes(machine, container, item, out);
    case Kind::range: return contains_in_range(machine, static_cast<RangeObject*>(object), item, out);
    case Kind::dict_view: return contains_in_view(machine, static_cast<DictViewObject*>(object), item, out);
    case Kind::mapping_proxy:
      return contains_builtin(machine, static_cast<MappingProxyObject*>(object)->mapping, item, out);
    default: return Work::unknown;
  }
}

Work length_builtin(Machine& machine, Value value, int64_t& out) {
  if (!value.is_object()) return Work::unknown;
  const Object* object = value.as_object();
  switch (object->kind) {
    case Kind::list:
    case Kind::tuple:
    case Kind::dict:
    case Kind::set:
    case Kind::bytes:
    case Kind::bytearray: out = object->size; return Work::done;
    case Kind::string: out = static_cast<const StrObject*>(object)->length; return Work::done;
    case Kind::range: {
      const auto* range = static_cast<const RangeObject*>(object);
      if (int64_of(range->length, out)) return Work::done;
      return raised(machine, BuiltinClass::overflow_error,
                    "Python int too large to convert to C ssize_t");
    }
    case Kind::dict_view: out = static_cast<const DictViewObject*>(object)->dict->size; return Work::done;
    case Kind::mapping_proxy:
      return length_builtin(machine, static_cast<const MappingProxyObject*>(object)->mapping, out);
    default: return Work::unknown;
  }
}

}  // namespace lockstep
