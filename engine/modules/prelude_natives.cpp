#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "modules/sorting.h"
#include "text/percent_format.h"
#include "vm/objects/module.h"
#include "vm/percent_operation.h"

// The small natives that the prelude's Python rests on: tables by place for keys with a script's
// __hash__ and
// __eq__, sorting by places, and the templates of %. Only library code can name them, so arguments
// are of the right kind; what a script's method may have changed meanwhile is looked at again.
namespace lockstep {

namespace {

uint64_t hash_argument(Value value) {
  int64_t number = 0;
  int64_of(value, number);
  return static_cast<uint64_t>(number);
}

Step place_and_probe(Machine& machine, Call& call, int64_t place, uint64_t probe) {
  Heap& heap = machine.heap();
  return call.done(Value::object(heap.make_tuple({heap.make_int(place), heap.make_int(probe)})));
}

// --- dicts by place
// -----------------------------------------------------------------------------------

const TableObject::Entry* entry_at(Machine& machine, Value dict, Value place) {
  const TableObject* table = as<DictObject>(dict)->table;
  const int64_t index = place.as_small_int();
  if (table != nullptr && index >= 0 && index < table->entry_count &&
      !table->entries()[index].key.is_empty()) {
    return &table->entries()[index];
  }
  machine.raise(BuiltinClass::runtime_error, "dictionary changed during a look-up");
  return nullptr;
}

Step dict_next(Machine& machine, Call& call) {
  auto probe = static_cast<uint64_t>(call[2].as_small_int());
  const int64_t place =
      Dict::next_with_hash(as<DictObject>(call[0]), hash_argument(call[1]), probe);
  return place_and_probe(machine, call, place, probe);
}

Step dict_key(Machine& machine, Call& call) {
  const auto* entry = entry_at(machine, call[0], call[1]);
  return entry == nullptr ? Step::raised : call.done(entry->key);
}

Step dict_value(Machine& machine, Call& call) {
  const auto* entry = entry_at(machine, call[0], call[1]);
  return entry == nullptr ? Step::raised : call.done(entry->value);
}

Step dict_set_value(Machine& machine, Call& call) {
  const auto* entry = entry_at(machine, call[0], call[1]);
  if (entry == nullptr) return Step::raised;
  const_cast<TableObject::Entry*>(entry)->value = call[2];
  return call.none();
}

Step dict_append(Machine& machine, Call& call) {
  number_for_hashing(machine.heap(), call[1]);
  Dict::append_new(machine.heap(), as<DictObject>(call[0]), call[1], hash_argument(call[2]),
                   call[3]);
  return call.none();
}

Step dict_remove(Machine& machine, Call& call) {
  if (entry_at(machine, call[0], call[1]) == nullptr) return Step::raised;
  Dict::remove_at(as<DictObject>(call[0]), call[1].as_small_int());
  return call.none();
}

// --- sets by place
// ------------------------------------------------------------------------------------

bool is_place(Machine& machine, Value set, Value place) {
  const SetTableObject* table = as<SetObject>(set)->table;
  const int64_t index = place.as_small_int();
  if (table != nullptr && index >= 0 && index < table->size &&
      !table->places[index].element.is_empty())
    return true;
  machine.raise(BuiltinClass::runtime_error, "set changed during a look-up");
  return false;
}

Step set_next(Machine& machine, Call& call) {
  auto probe = static_cast<uint64_t>(call[2].as_small_int());
  const int64_t place = Set::next_with_hash(as<SetObject>(call[0]), hash_argument(call[1]), probe);
  return place_and_probe(machine, call, place, probe);
}

Step set_element(Machine& machine, Call& call) {
  if (!is_place(machine, call[0], call[1])) return Step::raised;
  return call.done(Set::element_at(as<SetObject>(call[0]), call[1].as_small_int()));
}

Step set_append(Machine& machine, Call& call) {
  number_for_hashing(machine.heap(), call[1]);
  Set::add_new(machine.heap(), as<SetObject>(call[0]), call[1], hash_argument(call[2]));
  return call.none();
}

Step prelude_set_remove(Machine& machine, Call& call) {
  if (!is_place(machine, call[0], call[1])) return Step::raised;
  Set::remove_at(as<SetObject>(call[0]), call[1].as_small_int());
  return call.none();
}

Step set_is_frozen(Machine&, Call& call) {
  return call.done(
      Value::boolean(is_subclass(class_of(call[0]), builtin_class(BuiltinClass::frozenset))));
}

// A new set with the elements of another, frozen or not as `cls` says.
Step prelude_set_copy(Machine& machine, Call& call) {
  const bool is_frozen = is_subclass(class_of(call[0]), builtin_class(BuiltinClass::frozenset));
  return call.done(Value::object(Set::copy(machine.heap(), as<SetObject>(call[0]), is_frozen)));
}

Step set_new_like(Machine& machine, Call& call) {
  const bool is_frozen = is_subclass(class_of(call[0]), builtin_class(BuiltinClass::frozenset));
  return call.done(Value::object(machine.heap().make_set(is_frozen)));
}

// --- hashes, order, sequences
// -------------------------------------------------------------------------

// The hash of a tuple whose items have these hashes.
Step tuple_hash(Machine& machine, Call& call) {
  const auto items = as<ListObject>(call[0])->all();
  return call.done(machine.heap().make_int(static_cast<int64_t>(hash_of_hashes(items))));
}

// A new list of `items` in the order of their `keys`, or None where script code has to compare.
Step sorted_by_keys(Machine& machine, Call& call) {
  std::vector<uint32_t> order;
  const auto direction = call[2].is_true() ? SortDirection::descending : SortDirection::ascending;
  if (!sort_order(machine, as<ListObject>(call[1])->all(), direction, order)) return call.none();
  ListObject* sorted = machine.heap().make_list(order.size());
  const Value* items = as<ListObject>(call[0])->items();
  for (const uint32_t place : order) machine.heap().append(sorted, items[place]);
  return call.done(Value::object(sorted));
}

// What an iterator over an object with __getitem__ is at: (object, index).
Step sequence_at(Machine& machine, Call& call) {
  const auto* iterator = as<IteratorObject>(call[0]);
  return call.done(Value::object(
      machine.heap().make_tuple({iterator->target, machine.heap().make_int(iterator->position)})));
}
Step sequence_advance(Machine&, Call& call) {
  ++as<IteratorObject>(call[0])->position;
  return call.none();
}
Step sequence_end(Machine&, Call& call) {
  as<IteratorObject>(call[0])->target = Value::empty();
  return call.none();
}

// --- %
// ------------------------------------------------------------------------------------------------

// The conversions of a template: (type, key or None, how many stars).
Step percent_conversions(Machine& machine, Call& call) {
  Heap& heap = machine.heap();
  ListObject* list = heap.make_list();
  PercentScanner scanner(as<StrObject>(call[0])->view());
  while (true) {
    auto piece = scanner.next();
    if (!piece) return machine.raise(piece.error());
    if (piece->is_last) break;
    if (!piece->conversion) continue;   // a doubled %
    const PercentConversion& conversion = *piece->conversion;
    if (conversion.type == U'%') continue;
    const int stars = (conversion.width_is_star ? 1 : 0) + (conversion.precision_is_star ? 1 : 0);
    const char type = conversion.type < 0x80 ? static_cast<char>(conversion.type) : '?';
    heap.append(list, Value::object(heap.make_tuple(
                          {heap.make_str(std::string_view(&type, 1)),
                           conversion.has_key ? heap.make_str(conversion.key) : Value::none(),
                           Value::small_int(stars)})));
  }
  return call.done(Value::object(list));
}

Step percent_with(Machine& machine, Call& call) {
  std::string text;
  const Work work = format_percent(machine, as<StrObject>(call[0])->view(), call[1],
                                   as<ListObject>(call[2]), text);
  if (work == Work::raised) return Step::raised;
  if (work != Work::done)
    return raise_type_error(machine, "not enough arguments for format string");
  return call.done(machine.heap().make_str(text));
}

// A list's items from elsewhere: what `items[:] = other` does without asking anything of the
// script's.
Step list_take_over(Machine&, Call& call) {
  auto* list = as<ListObject>(call[0]);
  auto* other = as<ListObject>(call[1]);
  list->array = other->array;
  list->size = other->size;
  other->array = nullptr;
  other->size = 0;
  return call.none();
}

// What a module has besides what its __dict__ shows.
Step builtin_names(Machine& machine, Call& call) {
  ListObject* names = machine.heap().make_list();
  const DictObject* builtin = as<ModuleObject>(call[0])->builtin;
  DictIterator iterator;
  while (const auto* entry = builtin == nullptr ? nullptr : Dict::next(builtin, iterator)) {
    machine.heap().append(names, entry->key);
  }
  return call.done(Value::object(names));
}

constexpr NativeRow kPreludeFunctions[] = {
    {"_dict_next", "(dict, hash, probe, /)", "", dict_next},
    {"_dict_key", "(dict, place, /)", "", dict_key},
    {"_dict_value", "(dict, place, /)", "", dict_value},
    {"_dict_set_value", "(dict, place, value, /)", "", dict_set_value},
    {"_dict_append", "(dict, key, hash, value, /)", "", dict_append},
    {"_dict_remove", "(dict, place, /)", "", dict_remove},
    {"_set_next", "(set, hash, probe, /)", "", set_next},
    {"_set_element", "(set, place, /)", "", set_element},
    {"_set_append", "(set, element, hash, /)", "", set_append},
    {"_set_remove", "(set, place, /)", "", prelude_set_remove},
    {"_set_is_frozen", "(set, /)", "", set_is_frozen},
    {"_set_copy", "(set, /)", "", prelude_set_copy},
    {"_set_new_like", "(set, /)", "", set_new_like},
    {"_tuple_hash", "(hashes, /)", "", tuple_hash},
    {"_sorted_by_keys", "(items, keys, reverse, /)", "", sorted_by_keys},
    {"_sequence_at", "(iterator, /)", "", sequence_at},
    {"_sequence_advance", "(iterator, /)", "", sequence_advance},
    {"_sequence_end", "(iterator, /)", "", sequence_end},
    {"_percent_conversions", "(template, /)", "", percent_conversions},
    {"_percent_with", "(template, arguments, shown, /)", "", percent_with},
    {"_builtin_names", "(module, /)", "", builtin_names},
    {"_list_take_over", "(list, other, /)", "", list_take_over},
};

}  // namespace

void add_prelude_natives(RegistryBuilder& registry) { registry.functions("prelude", kPreludeFunctions); }

}  // namespace lockstep
