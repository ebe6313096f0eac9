#include <algorithm>

#include "vm/indexing.h"
#include "vm/iteration.h"
#include "vm/number_operations.h"
#include "vm/numbers.h"
#include "vm/objects/module.h"

// Iterators over builtin containers.
namespace lockstep {

namespace {

// How many items a walk takes between two looks at whether the run is to end.
constexpr uint32_t kCheckpointEvery = 4096;

IteratorObject* new_iterator(Machine& machine, BuiltinClass cls, IteratorObject::Over over,
                             Value target) {
  auto* iterator = machine.heap().allocate<IteratorObject>(builtin_class(cls), Kind::iterator);
  iterator->extra = over;
  iterator->target = target;
  iterator->position = 0;
  iterator->limit = 0;
  iterator->step = 0;
  iterator->sentinel = Value::empty();
  return iterator;
}

Work exhausted(IteratorObject* iterator, Value& item) {
  iterator->target = Value::empty();
  item = Value::empty();
  return Work::done;
}

Work changed(Machine& machine, IteratorObject* iterator, std::string_view message) {
  iterator->limit = -1;  // and stays so: every further step fails alike
  machine.raise(BuiltinClass::runtime_error, message);
  return Work::raised;
}

}  // namespace

// `limit` is the size the dict had, `step` how many items are still to come.
Work next_entry(Machine& machine, IteratorObject* iterator, const TableObject::Entry*& entry) {
  auto* dict = as<DictObject>(iterator->target);
  if (iterator->limit != dict->size) {
    return changed(machine, iterator, "dictionary changed size during iteration");
  }
  const TableObject* table = dict->table;
  const bool is_reversed = iterator->extra >= IteratorObject::dict_reversed_keys;
  entry = nullptr;
  if (is_reversed) {
    while (iterator->position > 0 && entry == nullptr) {
      const auto& candidate = table->entries()[--iterator->position];
      if (!candidate.key.is_empty()) entry = &candidate;
    }
  } else {
    while (table != nullptr && iterator->position < table->entry_count && entry == nullptr) {
      const auto& candidate = table->entries()[iterator->position++];
      if (!candidate.key.is_empty()) entry = &candidate;
    }
  }
  if (entry == nullptr) {
    iterator->target = Value::empty();
    return Work::done;
  }
  if (iterator->step-- == 0) {
    return changed(machine, iterator, "dictionary keys changed during iteration");
  }
  return Work::done;
}

namespace {

Work next_of_dict(Machine& machine, IteratorObject* iterator, Value& item) {
  const TableObject::Entry* entry = nullptr;
  const Work work = next_entry(machine, iterator, entry);
  if (work != Work::done) return work;
  if (entry == nullptr) {
    item = Value::empty();
    return Work::done;
  }
  switch (iterator->extra) {
    case IteratorObject::dict_keys:
    case IteratorObject::dict_reversed_keys:
      item = entry->key;
      break;
    case IteratorObject::dict_values:
    case IteratorObject::dict_reversed_values:
      item = entry->value;
      break;
    default:
      item = Value::object(machine.heap().make_tuple({entry->key, entry->value}));
  }
  return Work::done;
}

Work next_of_string(Machine& machine, IteratorObject* iterator, Value& item) {
  const std::string_view text = as<StrObject>(iterator->target)->view();
  const auto offset = static_cast<size_t>(iterator->position);
  if (offset >= text.size()) return exhausted(iterator, item);
  const int bytes = utf8_size(text[offset]);
  item = machine.heap().make_str(text.substr(offset, bytes));
  iterator->position += bytes;
  return Work::done;
}

}  // namespace

Work make_iterator(Machine& machine, Value value, Value& out) {
  if (!value.is_object()) return Work::unknown;
  Object* object = value.as_object();
  using Over = IteratorObject::Over;
  const auto plain = [&](BuiltinClass cls, Over over) {
    out = Value::object(new_iterator(machine, cls, over, value));
    return Work::done;
  };
  const auto of_dict = [&](BuiltinClass cls, Over over, DictObject* dict) {
    auto* iterator = new_iterator(machine, cls, over, Value::object(dict));
    iterator->limit = dict->size;
    iterator->step = dict->size;
    out = Value::object(iterator);
    return Work::done;
  };
  switch (object->kind) {
    case Kind::list:
      return plain(BuiltinClass::list_iterator, Over::list);
    case Kind::tuple:
      return plain(BuiltinClass::tuple_iterator, Over::tuple);
    case Kind::string:
      return plain(static_cast<StrObject*>(object)->is_ascii() ? BuiltinClass::str_ascii_iterator
                                                               : BuiltinClass::str_iterator,
                   Over::string);
    case Kind::bytes:
      return plain(BuiltinClass::bytes_iterator, Over::bytes);
    case Kind::bytearray:
      return plain(BuiltinClass::bytearray_iterator, Over::bytes);
    case Kind::dict:
      return of_dict(BuiltinClass::dict_key_iterator, Over::dict_keys,
                     static_cast<DictObject*>(object));
    case Kind::dict_view: {
      DictObject* dict = static_cast<DictViewObject*>(object)->dict;
      switch (object->extra) {
        case DictViewObject::keys:
          return of_dict(BuiltinClass::dict_key_iterator, Over::dict_keys, dict);
        case DictViewObject::values:
          return of_dict(BuiltinClass::dict_value_iterator, Over::dict_values, dict);
        default:
          return of_dict(BuiltinClass::dict_item_iterator, Over::dict_items, dict);
      }
    }
    case Kind::mapping_proxy:
      return make_iterator(machine, static_cast<MappingProxyObject*>(object)->mapping, out);
    case Kind::set: {
      auto* iterator = new_iterator(machine, BuiltinClass::set_iterator, Over::set, value);
      iterator->limit = object->size;
      out = Value::object(iterator);
      return Work::done;
    }
    case Kind::range: {
      const auto* range = static_cast<RangeObject*>(object);
      int64_t length = 0;
      if (!int64_of(range->length, length) || !range->start.is_small_int() ||
          !range->step.is_small_int() || !range->stop.is_small_int()) {
        auto* iterator =
            new_iterator(machine, BuiltinClass::long_range_iterator, Over::range_big, value);
        iterator->limit = range_length(range);
        out = Value::object(iterator);
        return Work::done;
      }
      auto* iterator = new_iterator(machine, BuiltinClass::range_iterator, Over::range, value);
      iterator->position = range->start.as_small_int();
      iterator->limit = length;
      iterator->step = range->step.as_small_int();
      out = Value::object(iterator);
      return Work::done;
    }
    case Kind::iterator:
    case Kind::lazy:
      out = value;
      return Work::done;
    default:
      return Work::unknown;
  }
}

Work next_builtin(Machine& machine, IteratorObject* iterator, Value& item) {
  if (iterator->target.is_empty()) {
    item = Value::empty();
    return Work::done;
  }
  switch (iterator->extra) {
    case IteratorObject::list: {
      auto* list = as<ListObject>(iterator->target);
      if (iterator->position >= list->size) return exhausted(iterator, item);
      item = list->items()[iterator->position++];
      return Work::done;
    }
    case IteratorObject::tuple: {
      auto* tuple = as<TupleObject>(iterator->target);
      if (iterator->position >= tuple->size) return exhausted(iterator, item);
      item = tuple->items[iterator->position++];
      return Work::done;
    }
    case IteratorObject::list_reversed: {
      auto* list = as<ListObject>(iterator->target);
      if (iterator->position < 0 || iterator->position >= list->size)
        return exhausted(iterator, item);
      item = list->items()[iterator->position--];
      return Work::done;
    }
    case IteratorObject::tuple_reversed: {
      auto* tuple = as<TupleObject>(iterator->target);
      if (iterator->position < 0) return exhausted(iterator, item);
      item = tuple->items[iterator->position--];
      return Work::done;
    }
    case IteratorObject::string:
      return next_of_string(machine, iterator, item);
    case IteratorObject::bytes: {
      const std::string_view data = bytes_view(iterator->target);
      if (iterator->position >= static_cast<int64_t>(data.size())) return exhausted(iterator, item);
      item = Value::small_int(static_cast<unsigned char>(data[iterator->position++]));
      return Work::done;
    }
    case IteratorObject::range:
      if (iterator->limit == 0) return exhausted(iterator, item);
      item = machine.heap().make_int(iterator->position);
      --iterator->limit;
      iterator->position = static_cast<int64_t>(static_cast<uint64_t>(iterator->position) +
                                                static_cast<uint64_t>(iterator->step));
      return Work::done;
    case IteratorObject::range_big:
      if (iterator->position >= iterator->limit) return exhausted(iterator, item);
      item = range_item(machine, as<RangeObject>(iterator->target), iterator->position++);
      return Work::done;
    case IteratorObject::dict_keys:
    case IteratorObject::dict_values:
    case IteratorObject::dict_items:
    case IteratorObject::dict_reversed_keys:
    case IteratorObject::dict_reversed_values:
    case IteratorObject::dict_reversed_items:
      return next_of_dict(machine, iterator, item);
    case IteratorObject::set: {
      const auto* set = as<SetObject>(iterator->target);
      if (iterator->limit != set->size) {
        return changed(machine, iterator, "Set changed size during iteration");
      }
      if (!Set::next(set, iterator->position, item)) return exhausted(iterator, item);
      return Work::done;
    }
    default:
      return Work::unknown;
  }
}

Work make_reversed(Machine& machine, Value value, Value& out) {
  if (!value.is_object()) return Work::unknown;
  Object* object = value.as_object();
  using Over = IteratorObject::Over;
  const auto of_dict = [&](Over over, DictObject* dict) {
    const BuiltinClass cls =
        over == Over::dict_reversed_keys     ? BuiltinClass::dict_reverse_key_iterator
        : over == Over::dict_reversed_values ? BuiltinClass::dict_reverse_value_iterator
                                             : BuiltinClass::dict_reverse_item_iterator;
    auto* iterator = new_iterator(machine, cls, over, Value::object(dict));
    iterator->position = dict->table == nullptr ? 0 : dict->table->entry_count;
    iterator->limit = dict->size;
    iterator->step = dict->size;
    out = Value::object(iterator);
    return Work::done;
  };
  const auto backwards = [&](BuiltinClass cls, Over over, Value target, int64_t size) {
    auto* iterator = new_iterator(machine, cls, over, target);
    iterator->position = size - 1;
    out = Value::object(iterator);
    return Work::done;
  };
  switch (object->kind) {
    case Kind::list:
      return backwards(BuiltinClass::list_reverse_iterator, Over::list_reversed, value,
                       object->size);
    case Kind::tuple:
      return backwards(BuiltinClass::reversed, Over::tuple_reversed, value, object->size);
    case Kind::string:
    case Kind::bytes:
    case Kind::bytearray: {
      ListObject* items = machine.heap().make_list();
      walk_builtin(machine, value, items);
      const Value tuple = Value::object(machine.heap().make_tuple(items->all()));
      return backwards(BuiltinClass::reversed, Over::tuple_reversed, tuple, items->size);
    }
    case Kind::range: {
      const auto* range = static_cast<RangeObject*>(object);
      const int64_t length = range_length(range);
      Value step;
      Value stop;
      number_unary(machine, UnaryOperator::negative, range->step, step);
      number_binary(machine, BinaryOperator::subtract, range->start, range->step, stop);
      return make_iterator(
          machine, make_range_of(machine, range_item(machine, range, length - 1), stop, step), out);
    }
    case Kind::dict:
      return of_dict(Over::dict_reversed_keys, static_cast<DictObject*>(object));
    case Kind::dict_view: {
      DictObject* dict = static_cast<DictViewObject*>(object)->dict;
      return of_dict(object->extra == DictViewObject::keys     ? Over::dict_reversed_keys
                     : object->extra == DictViewObject::values ? Over::dict_reversed_values
                                                               : Over::dict_reversed_items,
                     dict);
    }
    case Kind::mapping_proxy:
      return make_reversed(machine, static_cast<MappingProxyObject*>(object)->mapping, out);
    default:
      return Work::unknown;
  }
}

Work walk_builtin(Machine& machine, Value iterable, ListObject* into) {
  if (overrides(iterable, Special::iter) || overrides(iterable, Special::next))
    return Work::unknown;
  Heap& heap = machine.heap();
  if (const auto* tuple = try_as<TupleObject>(iterable)) {
    heap.reserve(into, into->size + tuple->size);
    for (const Value item : tuple->all()) heap.append(into, item);
    return Work::done;
  }
  if (auto* list = try_as<ListObject>(iterable)) {
    // By number: the list may be the one that grows.
    const uint32_t size = list->size;
    heap.reserve(into, into->size + size);
    for (uint32_t i = 0; i < size; ++i) heap.append(into, list->items()[i]);
    return Work::done;
  }
  if (is_kind(iterable, Kind::lazy)) return Work::unknown;
  Value iterator;
  const Work made = make_iterator(machine, iterable, iterator);
  if (made != Work::done) return made;
  auto* object = as<IteratorObject>(iterator);
  if (const auto* range = try_as<RangeObject>(iterable)) {
    const int64_t length = range_length(range);
    heap.reserve(into, into->size + static_cast<size_t>(std::max<int64_t>(length, 0)));
  }
  for (uint32_t walked = 1;; ++walked) {
    if (walked % kCheckpointEvery == 0) machine.checkpoint();
    Value item;
    const Work work = next_builtin(machine, object, item);
    if (work != Work::done) return work;
    if (item.is_empty()) return Work::done;
    heap.append(into, item);
  }
}

}  // namespace lockstep
