#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "vm/set_operations.h"

// set and frozenset. What needs a script's __hash__ or __eq__ goes through the prelude, whose
// functions do the same one element at a time.
namespace lockstep {

namespace {


SetObject* set_of(const Call& call) { return as<SetObject>(call[0]); }

bool is_frozen(const SetObject* set) {
  return is_subclass(set->cls, builtin_class(BuiltinClass::frozenset));
}

SetObject* allocate_set(Machine& machine, Value cls) {
  auto* set = allocate_for<SetObject>(machine, cls, Kind::set);
  set->table = nullptr;
  set->fill = 0;
  set->finger = 0;
  return set;
}

Step set_new(Machine& machine, Call& call) {
  return call.done(Value::object(allocate_set(machine, call[0])));
}

// Both sets are there and hold nothing of the script's. script: the prelude has to do it.
Work both_sets(Machine& machine, Call& call, Value other, SetObject*& out) {
  const Work work = set_of(machine, other, out);
  if (work == Work::unknown) return Work::script;
  if (work == Work::done && (has_script(set_of(call)) || has_script(out))) return Work::script;
  return work;
}

Work add_items(Machine& machine, SetObject* set, std::span<const Value> items) {
  for (const Value item : items) {
    if (!is_plain_key(item)) return Work::script;  // nothing is added twice by beginning again
  }
  for (const Value item : items) {
    if (item.is_object() || has_script(set)) {
      const Work checked = check_element(machine, set, item);
      if (checked != Work::done) return checked;
    }
    Set::add(machine.heap(), set, item);
  }
  return Work::done;
}

// Adds what an iterable holds, straight into the set: the order is then that of adding one by one.
Work add_all(Machine& machine, SetObject* set, Value iterable) {
  if (!overrides(iterable, Special::iter)) {
    if (const auto* other = try_as<SetObject>(iterable)) {
      if (has_script(other) || has_script(set)) return Work::script;
      Set::update(machine.heap(), set, other);
      return Work::done;
    }
    const auto* dict = try_as<DictObject>(iterable);
    if (dict != nullptr && (dict->extra & DictObject::kHasScriptKeys) == 0 && !has_script(set)) {
      Set::update(machine.heap(), set, dict);
      return Work::done;
    }
  }
  if (is_kind(iterable, Kind::list) || is_kind(iterable, Kind::tuple)) {
    if (overrides(iterable, Special::iter)) return Work::script;
    return add_items(machine, set, is_kind(iterable, Kind::list) ? as<ListObject>(iterable)->all()
                                                                 : as<TupleObject>(iterable)->all());
  }
  ListObject* items = machine.heap().make_list();
  const Work walked = walk_builtin(machine, iterable, items);
  if (walked != Work::done) return walked == Work::unknown ? Work::script : walked;
  return add_items(machine, set, items->all());
}

Step set_init(Machine& machine, Call& call) {
  if (call.phase() == 0) Set::clear(set_of(call));
  if (!call.given(1)) return call.none();
  return finish_work(machine, call, add_all(machine, set_of(call), call[1]), Value::none(),
                     "set_update", {call[0], call[1]});
}

Step frozenset_new(Machine& machine, Call& call) {
  auto* cls = as<ClassObject>(call[0]);
  if (call.given(1) && is_kind(call[1], Kind::set) &&
      cls == builtin_class(BuiltinClass::frozenset) && call[1].as_object()->cls == cls) {
    return call.done(call[1]);
  }
  SetObject* set = allocate_set(machine, call[0]);
  if (!call.given(1)) return call.done(Value::object(set));
  const Work work = add_all(machine, set, call[1]);
  if (work == Work::script) {
    return machine.tail_call(call, machine.prelude("set_filled"), {Value::object(set), call[1]});
  }
  return work == Work::done ? call.done(Value::object(set)) : Step::raised;
}

// An element that needs no look, in a set that has nothing of the script's.
bool is_simple(const Call& call) {
  return (call[1].is_small_int() ||
          (call[1].is_object() && call[1].as_object()->cls == builtin_class(BuiltinClass::str))) &&
         !has_script(set_of(call));
}

Step set_add(Machine& machine, Call& call) {
  if (is_simple(call)) {
    Set::add(machine.heap(), set_of(call), call[1]);
    return call.none();
  }
  const Work work = check_element(machine, set_of(call), call[1]);
  if (work == Work::done) Set::add(machine.heap(), set_of(call), call[1]);
  return finish_work(machine, call, work, Value::none(), "set_add", {call[0], call[1]});
}

// discard() and remove() take a set as the frozenset it equals.
Work check_removed(Machine& machine, Call& call) {
  if (const auto* inner = try_as<SetObject>(call[1])) {
    return has_script(inner) || has_script(set_of(call)) ? Work::script : Work::done;
  }
  return check_element(machine, set_of(call), call[1]);
}

Step set_discard(Machine& machine, Call& call) {
  if (is_simple(call)) {
    Set::remove(set_of(call), call[1]);
    return call.none();
  }
  const Work work = check_removed(machine, call);
  if (work == Work::done) Set::remove(set_of(call), call[1]);
  return finish_work(machine, call, work, Value::none(), "set_discard", {call[0], call[1]});
}

Step set_remove(Machine& machine, Call& call) {
  const Work work = check_removed(machine, call);
  if (work == Work::done && !Set::remove(set_of(call), call[1]))
    return raise_key_error(machine, call[1]);
  return finish_work(machine, call, work, Value::none(), "set_remove", {call[0], call[1]});
}

Step set_pop(Machine& machine, Call& call) {
  const Value element = Set::pop(set_of(call));
  if (element.is_empty())
    return raise_key_error(machine, string_value(machine, "pop from an empty set"));
  return call.done(element);
}

Step set_clear(Machine&, Call& call) {
  Set::clear(set_of(call));
  return call.none();
}

Step set_copy(Machine& machine, Call& call) {
  SetObject* set = set_of(call);
  if (set->cls == builtin_class(BuiltinClass::frozenset)) return call.done(call[0]);
  return call.done(Value::object(Set::copy(machine.heap(), set, is_frozen(set))));
}

// union, intersection and difference with any number of iterables.
template <SetObject* (*combine)(Heap&, const SetObject*, const SetObject*, bool)>
Step combined(Machine& machine, Call& call, std::string_view prelude) {
  SetObject* result = set_of(call);
  const auto others = as<TupleObject>(call[1])->all();
  if (others.empty()) result = Set::copy(machine.heap(), result, is_frozen(result));
  for (const Value other : others) {
    SetObject* right = nullptr;
    const Work work = both_sets(machine, call, other, right);
    if (work == Work::raised) return Step::raised;
    if (work != Work::done)
      return machine.tail_call(call, machine.prelude(prelude), {call[0], call[1]});
    result = combine(machine.heap(), result, right, is_frozen(set_of(call)));
  }
  return call.done(Value::object(result));
}
Step set_union_method(Machine& machine, Call& call) {
  // Added one iterable after the other, not as sets of their own: that decides the order.
  SetObject* result = Set::copy(machine.heap(), set_of(call), is_frozen(set_of(call)));
  for (const Value other : as<TupleObject>(call[1])->all()) {
    const Work work = has_script(result) ? Work::script : add_all(machine, result, other);
    if (work == Work::raised) return Step::raised;
    if (work != Work::done)
      return machine.tail_call(call, machine.prelude("set_union"), {call[0], call[1]});
  }
  return call.done(Value::object(result));
}
Step set_intersection_method(Machine& machine, Call& call) {
  return combined<set_intersection>(machine, call, "set_intersection");
}
Step set_difference_method(Machine& machine, Call& call) {
  return combined<set_difference>(machine, call, "set_difference");
}

Step set_symmetric_difference_method(Machine& machine, Call& call) {
  SetObject* right = nullptr;
  const Work work = both_sets(machine, call, call[1], right);
  if (work == Work::raised) return Step::raised;
  if (work != Work::done)
    return machine.tail_call(call, machine.prelude("set_symmetric_difference"), {call[0], call[1]});
  return call.done(Value::object(
      set_symmetric_difference(machine.heap(), set_of(call), right, is_frozen(set_of(call)))));
}

Step set_update_method(Machine& machine, Call& call) {
  const auto others = as<TupleObject>(call[1])->all();
  for (size_t i = 0; i < others.size(); ++i) {
    const Work work = add_all(machine, set_of(call), others[i]);
    if (work == Work::raised) return Step::raised;
    if (work != Work::done) {
      return machine.tail_call(
          call, machine.prelude("set_update_all"),
          {call[0], Value::object(machine.heap().make_tuple(others.subspan(i)))});
    }
  }
  return call.none();
}

template <class Change>
Step changed_by(Machine& machine, Call& call, std::string_view prelude, Change change) {
  for (const Value other : as<TupleObject>(call[1])->all()) {
    SetObject* right = nullptr;
    const Work work = both_sets(machine, call, other, right);
    if (work == Work::raised) return Step::raised;
    if (work != Work::done)
      return machine.tail_call(call, machine.prelude(prelude), {call[0], call[1]});
    change(right);
  }
  return call.none();
}

Step set_intersection_update(Machine& machine, Call& call) {
  return changed_by(machine, call, "set_intersection_update",
                    [&](SetObject* other) { set_intersect(machine.heap(), set_of(call), other); });
}
Step set_difference_update(Machine& machine, Call& call) {
  return changed_by(machine, call, "set_difference_update",
                    [&](SetObject* other) { set_subtract(set_of(call), other); });
}
Step set_symmetric_difference_update(Machine& machine, Call& call) {
  SetObject* right = nullptr;
  const Work work = both_sets(machine, call, call[1], right);
  if (work == Work::raised) return Step::raised;
  if (work != Work::done) {
    return machine.tail_call(call, machine.prelude("set_symmetric_difference_update"),
                             {call[0], call[1]});
  }
  set_symmetric_update(machine.heap(), set_of(call), right);
  return call.none();
}

template <class Question>
Step compared(Machine& machine, Call& call, std::string_view prelude, Question question) {
  SetObject* right = nullptr;
  const Work work = both_sets(machine, call, call[1], right);
  if (work == Work::raised) return Step::raised;
  if (work != Work::done)
    return machine.tail_call(call, machine.prelude(prelude), {call[0], call[1]});
  return call.done(Value::boolean(question(set_of(call), right)));
}

Step set_issubset(Machine& machine, Call& call) {
  return compared(machine, call, "set_issubset", set_is_subset);
}
Step set_issuperset(Machine& machine, Call& call) {
  return compared(machine, call, "set_issuperset",
                  [](const SetObject* a, const SetObject* b) { return set_is_subset(b, a); });
}
Step set_isdisjoint(Machine& machine, Call& call) {
  return compared(machine, call, "set_isdisjoint", set_is_disjoint);
}

constexpr NativeRow kCommonMethods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", repr_method, kReads},
    {"__len__", "(self, /)", "Return len(self).", length_method, kReads},
    {"__iter__", "(self, /)", "Implement iter(self).", iterate_method},
    {"__contains__", "(self, key, /)", "x in self", contains_method, kReads},
    LOCKSTEP_BINARY_METHOD("and", bit_and),
    LOCKSTEP_BINARY_METHOD("or", bit_or),
    LOCKSTEP_BINARY_METHOD("xor", bit_xor),
    LOCKSTEP_BINARY_METHOD("sub", subtract),
    LOCKSTEP_COMPARE_METHODS,
    {"copy", "(self, /)", "Return a shallow copy of a set.", set_copy, kReads},
    {"union", "(self, /, *others)", "Return the union of sets as a new set.", set_union_method,
     kReads},
    {"intersection", "(self, /, *others)", "Return the intersection of sets as a new set.",
     set_intersection_method, kReads},
    {"difference", "(self, /, *others)", "Return the difference of sets as a new set.",
     set_difference_method, kReads},
    {"symmetric_difference", "(self, other, /)",
     "Return the symmetric difference of two sets as a new set.", set_symmetric_difference_method,
     kReads},
    {"issubset", "(self, other, /)", "Report whether another set contains this set.", set_issubset,
     kReads},
    {"issuperset", "(self, other, /)", "Report whether this set contains another set.",
     set_issuperset, kReads},
    {"isdisjoint", "(self, other, /)", "Return True if two sets have a null intersection.",
     set_isdisjoint, kReads},
    {"__class_getitem__", "(cls, item, /)", "See PEP 585", alias_of_class, Effect::none,
     OperationKind::none, NativeRow::Form::class_method},
};

constexpr NativeRow kSetMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a set.", set_new},
    {"__init__", "(self, iterable=(), /)", "Build an unordered collection of unique elements.",
     set_init},
    {"__iand__", "(self, value, /)", "Return self&=value.",
     binary_method<BinaryOperator::bit_and, true>, kWrites},
    {"__ior__", "(self, value, /)", "Return self|=value.",
     binary_method<BinaryOperator::bit_or, true>, kWrites},
    {"__ixor__", "(self, value, /)", "Return self^=value.",
     binary_method<BinaryOperator::bit_xor, true>, kWrites},
    {"__isub__", "(self, value, /)", "Return self-=value.",
     binary_method<BinaryOperator::subtract, true>, kWrites},
    {"add", "(self, object, /)", "Add an element to a set.", set_add, kWrites},
    {"discard", "(self, object, /)", "Remove an element from a set if it is a member.", set_discard,
     kWrites},
    {"remove", "(self, object, /)", "Remove an element from a set; it must be a member.",
     set_remove, kWrites},
    {"pop", "(self, /)", "Remove and return an arbitrary set element.", set_pop, kWrites},
    {"clear", "(self, /)", "Remove all elements from this set.", set_clear, kWrites},
    {"update", "(self, /, *others)", "Update a set with the union of itself and others.",
     set_update_method, kWrites},
    {"intersection_update", "(self, /, *others)",
     "Update a set with the intersection of itself and others.", set_intersection_update, kWrites},
    {"difference_update", "(self, /, *others)", "Remove all elements of another set from this set.",
     set_difference_update, kWrites},
    {"symmetric_difference_update", "(self, other, /)",
     "Update a set with the symmetric difference.", set_symmetric_difference_update, kWrites},
};

constexpr NativeRow kFrozensetMethods[] = {
    {"__new__", "(cls, iterable=(), /)",
     "Build an immutable unordered collection of unique elements.", frozenset_new},
    {"__hash__", "(self, /)", "Return hash(self).", hash_method},
};

}  // namespace

void add_set_types(RegistryBuilder& registry) {
  for (const auto which : {BuiltinClass::set, BuiltinClass::frozenset})
    registry.methods(which, kCommonMethods);
  registry.methods(BuiltinClass::set, kSetMethods);
  registry.methods(BuiltinClass::frozenset, kFrozensetMethods);
}

}  // namespace lockstep
