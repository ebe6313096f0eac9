#include <algorithm>

#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "modules/sorting.h"
#include "vm/equality.h"

// list and its methods.
namespace lockstep {

namespace {


ListObject* list_of(const Call& call) { return as<ListObject>(call[0]); }

void set_items(Heap& heap, ListObject* list, std::span<const Value> items) {
  list->array = items.empty() ? nullptr : heap.make_array(items.size());
  if (!items.empty()) std::copy(items.begin(), items.end(), list->array->items);
  list->size = static_cast<uint32_t>(items.size());
}

Step list_new(Machine& machine, Call& call) {
  auto* list = allocate_for<ListObject>(machine, call[0], Kind::list);
  list->array = nullptr;
  return call.done(Value::object(list));
}

Step list_init(Machine& machine, Call& call) {
  if (!call.given(1)) {
    set_items(machine.heap(), list_of(call), {});
    return call.none();
  }
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, 1, call[1], items, step)) return step;
  set_items(machine.heap(), list_of(call), items_of(items));
  return call.none();
}

Step list_append(Machine& machine, Call& call) {
  machine.heap().append(list_of(call), call[1]);
  return call.none();
}

Step list_extend(Machine& machine, Call& call) {
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, 1, call[1], items, step)) return step;
  ListObject* list = list_of(call);
  const auto values = items_of(items);
  const size_t count = values.size();
  machine.heap().reserve(list, list->size + count);
  // By number: a list may be extended by itself.
  for (size_t i = 0; i < count; ++i) machine.heap().append(list, items_of(items)[i]);
  return call.none();
}

Step list_in_place_add(Machine& machine, Call& call) {
  const Step step = list_extend(machine, call);
  return step == Step::done ? call.done(call[0]) : step;
}

Step list_insert(Machine& machine, Call& call) {
  int64_t index = 0;
  if (!machine.to_index(call[1], index)) return Step::raised;
  ListObject* list = list_of(call);
  const int64_t size = list->size;
  if (index < 0) index = std::max<int64_t>(index + size, 0);
  index = std::min(index, size);
  machine.heap().append(list, Value::none());
  Value* items = list->items();
  std::copy_backward(items + index, items + size, items + size + 1);
  items[index] = call[2];
  return call.none();
}

void remove_index(ListObject* list, int64_t index) {
  Value* items = list->items();
  std::copy(items + index + 1, items + list->size, items + index);
  --list->size;
  items[list->size] = Value::empty();
}

Step list_pop(Machine& machine, Call& call) {
  ListObject* list = list_of(call);
  int64_t index = -1;
  if (!int_argument(machine, call[1], index)) return Step::raised;
  if (list->size == 0) return machine.raise(BuiltinClass::index_error, "pop from empty list");
  if (index < 0) index += list->size;
  if (index < 0 || index >= list->size) {
    return machine.raise(BuiltinClass::index_error, "pop index out of range");
  }
  const Value item = list->items()[index];
  remove_index(list, index);
  return call.done(item);
}

// The first place in [start, end) whose item equals `value`: -1 none, -2 script code has to say.
int64_t find_item(std::span<const Value> items, Value value, int64_t start, int64_t end) {
  for (int64_t i = start; i < end && i < static_cast<int64_t>(items.size()); ++i) {
    switch (same_or_equal(items[i], value)) {
      case Verdict::yes:
        return i;
      case Verdict::script:
        return -2;
      case Verdict::no:
        break;
    }
  }
  return -1;
}

Step list_remove(Machine& machine, Call& call) {
  ListObject* list = list_of(call);
  const int64_t place = find_item(list->all(), call[1], 0, list->size);
  if (place == -2)
    return machine.tail_call(call, machine.prelude("list_remove"), {call[0], call[1]});
  if (place < 0) return raise_value_error(machine, "list.remove(x): x not in list");
  remove_index(list, place);
  return call.none();
}

Step list_clear(Machine& machine, Call& call) {
  set_items(machine.heap(), list_of(call), {});
  return call.none();
}

Step list_copy(Machine& machine, Call& call) {
  return call.done(Value::object(machine.heap().make_list(list_of(call)->all())));
}

Step list_reverse(Machine&, Call& call) {
  const auto items = list_of(call)->all();
  std::reverse(items.begin(), items.end());
  return call.none();
}

Step list_reversed(Machine& machine, Call& call) {
  Value out;
  return finish_work(machine, call, make_reversed(machine, call[0], out), out, "", {});
}

Step list_sort(Machine& machine, Call& call) {
  ListObject* list = list_of(call);
  const bool has_key = call.given(1) && !call[1].is_none();
  const bool is_reverse = call.given(2) && Machine::plain_truth(call[2]) == 1;
  std::vector<uint32_t> order;
  if (has_key ||
      !sort_order(machine, list->all(), is_reverse ? SortDirection::descending : SortDirection::ascending,
                  order)) {
    return machine.tail_call(
        call, machine.prelude("sort_list"),
        {call[0], has_key ? call[1] : Value::none(), Value::boolean(is_reverse)});
  }
  const std::vector<Value> items(list->all().begin(), list->all().end());
  for (size_t i = 0; i < items.size(); ++i) list->items()[i] = items[order[i]];
  return call.none();
}

// index() and count() of lists and tuples.
template <class Sequence>
Step sequence_index(Machine& machine, Call& call, const char* name) {
  int64_t start = 0;
  int64_t end = INT64_MAX;
  if (!position_argument(machine, call[2], start) || !position_argument(machine, call[3], end))
    return Step::raised;
  const auto items = as<Sequence>(call[0])->all();
  const auto size = static_cast<int64_t>(items.size());
  if (start < 0) start = std::max<int64_t>(start + size, 0);
  if (end < 0) end = std::max<int64_t>(end + size, 0);
  const int64_t place = find_item(items, call[1], start, end);
  if (place == -2) {
    return machine.tail_call(call, machine.prelude("sequence_index"),
                             {call[0], call[1], machine.heap().make_int(start),
                              machine.heap().make_int(std::min(end, size))});
  }
  if (place >= 0) return call.done(machine.heap().make_int(place));
  if constexpr (std::is_same_v<Sequence, TupleObject>) {
    return raise_value_error(machine, std::string(name) + ".index(x): x not in " + name);
  }
  std::string shown;
  if (!machine.repr(call[1], shown)) {
    return machine.tail_call(call, machine.prelude("raise_not_in_list"), {call[1]});
  }
  return raise_value_error(machine, shown + " is not in list");
}

Step list_index(Machine& machine, Call& call) {
  return sequence_index<ListObject>(machine, call, "list");
}
Step tuple_index(Machine& machine, Call& call) {
  return sequence_index<TupleObject>(machine, call, "tuple");
}

template <class Sequence>
Step sequence_count(Machine& machine, Call& call) {
  int64_t count = 0;
  for (const Value item : as<Sequence>(call[0])->all()) {
    const Verdict same = same_or_equal(item, call[1]);
    if (same == Verdict::script) {
      return machine.tail_call(call, machine.prelude("sequence_count"), {call[0], call[1]});
    }
    if (same == Verdict::yes) ++count;
  }
  return call.done(machine.heap().make_int(count));
}

constexpr NativeRow kListMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a list.", list_new},
    {"__init__", "(self, iterable=(), /)", "Built-in mutable sequence.", list_init},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method, kReads},
    {"__len__", "(self, /)", "Return len(self).", length_method, kReads},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__reversed__", "(self, /)", "Return a reverse iterator over the list.", list_reversed},
    {"__getitem__", "(self, index, /)", "Return self[index].", get_item_method, kReads},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", set_item_method, kWrites},
    {"__delitem__", "(self, key, /)", "Delete self[key].", delete_item_method, kWrites},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method, kReads},
    {"__add__", "(self, value, /)", "Return self+value.", binary_method<BinaryOperator::add>,
     kReads},
    {"__iadd__", "(self, value, /)", "Implement self+=value.", list_in_place_add, kWrites},
    {"__mul__", "(self, value, /)", "Return self*value.", binary_method<BinaryOperator::multiply>,
     kReads},
    {"__rmul__", "(self, value, /)", "Return value*self.", binary_method<BinaryOperator::multiply>,
     kReads},
    {"__imul__", "(self, value, /)", "Implement self*=value.",
     binary_method<BinaryOperator::multiply, true>, kWrites},
    LOCKSTEP_COMPARE_METHODS,
    {"append", "(self, object, /)", "Append object to the end of the list.", list_append, kWrites},
    {"extend", "(self, iterable, /)", "Extend list by appending elements from the iterable.",
     list_extend, kWrites},
    {"insert", "(self, index, object, /)", "Insert object before index.", list_insert, kWrites},
    {"pop", "(self, index=-1, /)", "Remove and return item at index (default last).", list_pop,
     kWrites},
    {"remove", "(self, value, /)", "Remove first occurrence of value.", list_remove, kWrites},
    {"clear", "(self, /)", "Remove all items from list.", list_clear, kWrites},
    {"copy", "(self, /)", "Return a shallow copy of the list.", list_copy, kReads},
    {"index", "(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.",
     list_index, kReads},
    {"count", "(self, value, /)", "Return number of occurrences of value.",
     sequence_count<ListObject>, kReads},
    {"reverse", "(self, /)", "Reverse *IN PLACE*.", list_reverse, kWrites},
    {"sort", "(self, /, *, key=None, reverse=False)",
     "Sort the list in ascending order and return None.", list_sort, kWrites},
    {"__class_getitem__", "(cls, item, /)", "See PEP 585", alias_of_class, Effect::none,
     OperationKind::none, NativeRow::Form::class_method},
};

// --- tuple
// --------------------------------------------------------------------------------------------

Step tuple_new(Machine& machine, Call& call) {
  if (!call.given(1)) {
    // The one empty tuple that every run shares.
    return call.done(as_instance_of(machine, call[0],
                                    Value::object(builtin_class(BuiltinClass::object)->bases)));
  }
  if (is_kind(call[1], Kind::tuple) &&
      call[1].as_object()->cls == builtin_class(BuiltinClass::tuple)) {
    return call.done(as_instance_of(machine, call[0], call[1]));
  }
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, 1, call[1], items, step)) return step;
  return call.done(
      as_instance_of(machine, call[0], Value::object(machine.heap().make_tuple(items_of(items)))));
}

constexpr NativeRow kTupleMethods[] = {
    {"__new__", "(cls, iterable=(), /)", "Built-in immutable sequence.", tuple_new},
    {"__repr__", "(self, /)", "Return repr(self).", repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
    {"__len__", "(self, /)", "Return len(self).", length_method},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__getitem__", "(self, key, /)", "Return self[key].", get_item_method},
    {"__contains__", "(self, key, /)", "Return key in self.", contains_method},
    {"__add__", "(self, value, /)", "Return self+value.", binary_method<BinaryOperator::add>},
    {"__mul__", "(self, value, /)", "Return self*value.", binary_method<BinaryOperator::multiply>},
    {"__rmul__", "(self, value, /)", "Return value*self.", binary_method<BinaryOperator::multiply>},
    LOCKSTEP_COMPARE_METHODS,
    {"index", "(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.",
     tuple_index},
    {"count", "(self, value, /)", "Return number of occurrences of value.",
     sequence_count<TupleObject>},
    {"__class_getitem__", "(cls, item, /)", "See PEP 585", alias_of_class, Effect::none,
     OperationKind::none, NativeRow::Form::class_method},
};

}  // namespace

void add_list_type(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::list, kListMethods);
  registry.describe(BuiltinClass::list, "Built-in mutable sequence.");
}

void add_tuple_type(RegistryBuilder& registry) {
  registry.methods(BuiltinClass::tuple, kTupleMethods);
  registry.describe(BuiltinClass::tuple, "Built-in immutable sequence.");
}

}  // namespace lockstep
