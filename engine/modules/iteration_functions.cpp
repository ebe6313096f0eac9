#include "modules/arguments.h"
#include "modules/registry_builder.h"
#include "modules/sorting.h"
#include "vm/generators.h"
#include "vm/iteration.h"
#include "vm/raise.h"
#include "vm/operators.h"

// iter, next, any, all, sorted, and the lazy classes map, filter, zip, enumerate and reversed.
namespace lockstep {

namespace {

// Phases below those that the operators use for themselves.
constexpr uint8_t kNextPhase = 10;

Step builtin_iter(Machine& machine, Call& call) {
  Value out;
  if (!call.given(1)) {
    const Step step = get_iterator(machine, call.frame, call[0], out);
    return step == Step::done ? call.done(out) : step;
  }
  const bool is_callable = overrides(call[0], Special::call) || is_kind(call[0], Kind::class_) ||
                           is_kind(call[0], Kind::function) || is_kind(call[0], Kind::native) ||
                           is_kind(call[0], Kind::bound_method);
  if (!is_callable) return raise_type_error(machine, "iter(v, w): v must be callable");
  auto* iterator = machine.heap().allocate<IteratorObject>(
      builtin_class(BuiltinClass::callable_iterator), Kind::iterator);
  iterator->extra = IteratorObject::callable;
  iterator->target = call[0];
  iterator->position = iterator->limit = iterator->step = 0;
  iterator->sentinel = call[1];
  return call.done(Value::object(iterator));
}

Step raise_stop(Machine& machine) {
  return machine.raise(machine.heap().make_exception(builtin_class(BuiltinClass::stop_iteration),
                                                     std::span<const Value>()));
}

Step builtin_next(Machine& machine, Call& call) {
  const bool has_default = call.given(1);
  if (is_kind(call[0], Kind::generator) &&
      as<GeneratorObject>(call[0])->extra != GeneratorObject::generator) {
    return machine.raise_format(BuiltinClass::type_error, "'{}' object is not an iterator",
                                Machine::class_name(call[0]));
  }
  if (!has_default && is_kind(call[0], Kind::generator)) {
    // Its own method keeps the value that StopIteration carries.
    auto* generator = as<GeneratorObject>(call[0]);
    if (generator->extra == GeneratorObject::generator) {
      Value out;
      const Step step = resume_generator(machine, {call.frame, call.result_register}, generator,
                                         Value::none(), After::store, false, out);
      return step == Step::done ? call.done(out) : step;
    }
    const auto* method =
        as<NativeObject>(machine.find_in_class(class_of(call[0]), name(Special::next)));
    return method->row->function(machine, call);
  }
  if (!has_default && overrides(call[0], Special::next)) {
    return machine.tail_call(call, machine.prelude("next_of"), {call[0]});
  }
  Value item;
  const Step step = next_item(machine, call, kNextPhase, call[0], item);
  if (step != Step::done) return step;
  if (!item.is_empty()) return call.done(item);
  return has_default ? call.done(call[1]) : raise_stop(machine);
}

constexpr uint32_t kCheckpointEvery = 4096;

// any (wanted: true) and all (wanted: false): whether some item's truth is `wanted`.
Step find_truth(Machine& machine, Call& call, bool wanted) {
  Frame* frame = call.frame;
  if (call.scratch(0).is_empty()) {
    Value iterator;
    const Step step = get_iterator(machine, frame, call[0], iterator);
    if (step != Step::done) return step;
    call.scratch(0) = iterator;
  }
  for (uint32_t walked = 1;; ++walked) {
    if (walked % kCheckpointEvery == 0) machine.checkpoint();
    Value item = Value::none();
    if (frame->phase < kTruthPhase) {
      const Step step = next_item(machine, call, kNextPhase, call.scratch(0), item);
      if (step != Step::done) return step;
      if (item.is_empty()) return call.done(Value::boolean(!wanted));
    }
    bool result = false;
    const Step step = truth(machine, frame, item, result);
    if (step != Step::done) return step;
    if (result == wanted) return call.done(Value::boolean(wanted));
  }
}

Step builtin_any(Machine& machine, Call& call) { return find_truth(machine, call, true); }
Step builtin_all(Machine& machine, Call& call) { return find_truth(machine, call, false); }

Step builtin_sorted(Machine& machine, Call& call) {
  Step step = Step::done;
  Value items;
  if (!machine.as_sequence(call, 1, call[0], items, step)) return step;
  const auto values = is_kind(items, Kind::list)
                          ? std::span<const Value>(as<ListObject>(items)->all())
                          : std::span<const Value>(as<TupleObject>(items)->all());
  const bool has_key = call.given(1) && !call[1].is_none();
  const bool is_reverse = call.given(2) && Machine::plain_truth(call[2]) == 1;
  ListObject* result = machine.heap().make_list(values);
  std::vector<uint32_t> order;
  if (has_key ||
      !sort_order(machine, values, is_reverse ? SortDirection::descending : SortDirection::ascending,
                  order)) {
    return machine.tail_call(
        call, machine.prelude("sort_copy"),
        {Value::object(result), has_key ? call[1] : Value::none(), Value::boolean(is_reverse)});
  }
  for (size_t i = 0; i < order.size(); ++i) result->items()[i] = values[order[i]];
  return call.done(Value::object(result));
}

// --- the lazy classes
// ---------------------------------------------------------------------------------

// Makes the iterators of `iterables` one after the other; those made so far are kept in scratch(0).
Step make_iterators(Machine& machine, Call& call, std::span<const Value> iterables,
                    ListObject*& out) {
  if (call.scratch(0).is_empty()) call.scratch(0) = Value::object(machine.heap().make_list());
  out = as<ListObject>(call.scratch(0));
  while (out->size < iterables.size()) {
    Value iterator;
    const Step step = get_iterator(machine, call.frame, iterables[out->size], iterator);
    if (step != Step::done) return step;
    machine.heap().append(out, iterator);
  }
  return Step::done;
}

Step make_lazy(Machine& machine, Call& call, LazyObject::What what, Value first,
               std::span<const Value> iterables) {
  // Two iterators at most that need no script code are made on the spot.
  constexpr size_t kFew = 2;
  Value few[kFew];
  size_t made = 0;
  if (call.phase() == 0 && call.scratch(0).is_empty() && iterables.size() <= kFew) {
    while (made < iterables.size() && !overrides(iterables[made], Special::iter) &&
           make_iterator(machine, iterables[made], few[made]) == Work::done) {
      ++made;
    }
  }
  std::span<const Value> iterators(few, made);
  if (made < iterables.size()) {
    ListObject* list = nullptr;
    const Step step = make_iterators(machine, call, iterables, list);
    if (step != Step::done) return step;
    iterators = list->all();
  }
  const auto count = static_cast<uint32_t>(iterators.size());
  auto* lazy = allocate_for<LazyObject>(machine, call[0], Kind::lazy,
                                        count > 1 ? (count - 1) * sizeof(Value) : 0);
  lazy->extra = what;
  lazy->size = count;
  lazy->identity = 0;
  lazy->first = first;
  lazy->partial = Value::object(machine.heap().make_list());
  for (uint32_t i = 0; i < count; ++i) lazy->items[i] = iterators[i];
  call.scratch(0) = Value::empty();
  return call.done(Value::object(lazy));
}

Step map_new(Machine& machine, Call& call) {
  const auto given = as<TupleObject>(call[1])->all();
  if (given.size() < 2) return raise_type_error(machine, "map() must have at least two arguments.");
  return make_lazy(machine, call, LazyObject::map, given[0], given.subspan(1));
}

Step filter_new(Machine& machine, Call& call) {
  return make_lazy(machine, call, LazyObject::filter, call[1],
                   std::span<const Value>(&call.arguments[2], 1));
}

Step zip_new(Machine& machine, Call& call) {
  auto given = as<TupleObject>(call[1])->all();
  const Value nothing = Value::object(machine.heap().make_tuple({}));
  const bool is_strict = call.given(2) && Machine::plain_truth(call[2]) == 1;
  std::span<const Value> iterables = given;
  if (given.empty()) iterables = std::span<const Value>(&nothing, 1);  // ends at once, too
  return make_lazy(machine, call, LazyObject::zip, Value::boolean(is_strict), iterables);
}

Step enumerate_new(Machine& machine, Call& call) {
  Value start = Value::small_int(0);
  if (call.given(2)) {
    if (!is_int_value(call[2])) {
      int64_t number = 0;
      if (!machine.to_index(call[2], number)) return Step::raised;
    }
    start = call[2].is_bool() ? Value::small_int(call[2].is_true() ? 1 : 0) : call[2];
  }
  return make_lazy(machine, call, LazyObject::enumerate, start,
                   std::span<const Value>(&call.arguments[1], 1));
}

Step reversed_new(Machine& machine, Call& call) {
  Value out;
  Work work = Work::script;
  if (!overrides(call[1], Special::reversed)) {
    work =
        overrides(call[1], Special::get_item) ? Work::script : make_reversed(machine, call[1], out);
  }
  if (work == Work::script)
    return machine.tail_call(call, machine.prelude("reversed_of"), {call[1]});
  if (work == Work::unknown) {
    return raise_type_error(machine, "'" + class_name_of(call[1]) + "' object is not reversible");
  }
  return work == Work::done ? call.done(out) : Step::raised;
}

Step iterator_itself(Machine&, Call& call) { return call.done(call[0]); }

Step iterator_next(Machine& machine, Call& call) {
  Value item;
  const Step step = next_item(machine, call, kNextPhase, call[0], item);
  if (step != Step::done) return step;
  return item.is_empty() ? raise_stop(machine) : call.done(item);
}

// How many items are left, as far as it can be told.
Step iterator_length_hint(Machine& machine, Call& call) {
  const auto* iterator = as<IteratorObject>(call[0]);
  int64_t left = 0;
  switch (iterator->target.is_empty() ? -1 : static_cast<int>(iterator->extra)) {
    case IteratorObject::list:
    case IteratorObject::tuple:
      left = iterator->target.as_object()->size - iterator->position;
      break;
    case IteratorObject::list_reversed:
    case IteratorObject::tuple_reversed:
      left = iterator->position + 1;
      break;
    case IteratorObject::range:
      left = iterator->limit;
      break;
    case IteratorObject::dict_keys:
    case IteratorObject::dict_values:
    case IteratorObject::dict_items:
      left = iterator->step;
      break;
    default:
      break;
  }
  return call.done(machine.heap().make_int(left < 0 ? 0 : left));
}

constexpr NativeRow kIterationFunctions[] = {
    {"iter", "(object, sentinel=None, /)",
     "Get an iterator from an object, or one that calls until a sentinel comes.", builtin_iter},
    {"next", "(iterator, default=None, /)", "Return the next item from the iterator.", builtin_next,
     Effect::writes},
    {"any", "(iterable, /)", "Return True if bool(x) is True for any x in the iterable.",
     builtin_any, Effect::reads},
    {"all", "(iterable, /)", "Return True if bool(x) is True for all values x in the iterable.",
     builtin_all, Effect::reads},
    {"sorted", "(iterable, /, *, key=None, reverse=False)",
     "Return a new list containing all items from the iterable in ascending order.", builtin_sorted,
     Effect::reads},
};

constexpr NativeRow kIteratorMethods[] = {
    {"__iter__", "(self, /)", "Implement iter(self).", iterator_itself},
    {"__next__", "(self, /)", "Implement next(self).", iterator_next},
};
constexpr NativeRow kLengthHint[] = {
    {"__length_hint__", "(self, /)", "Private method returning an estimate of len(list(it)).",
     iterator_length_hint},
};
constexpr NativeRow kMapMethods[] = {
    {"__new__", "(cls, *args)", "Apply a function to the items of iterables.", map_new}};
constexpr NativeRow kFilterMethods[] = {{"__new__", "(cls, function, iterable, /)",
                                         "The items for which function(item) is true.",
                                         filter_new}};
constexpr NativeRow kZipMethods[] = {{"__new__", "(cls, *iterables, strict=False)",
                                      "Tuples of the items of several iterables, side by side.",
                                      zip_new}};
constexpr NativeRow kEnumerateMethods[] = {
    {"__new__", "(cls, iterable, start=0)", "Pairs of a count and an item.", enumerate_new}};
constexpr NativeRow kReversedMethods[] = {
    {"__new__", "(cls, sequence, /)",
     "Return a reverse iterator over the values of the given sequence.", reversed_new}};

}  // namespace

void add_iteration_functions(RegistryBuilder& registry) {
  registry.functions("builtins", kIterationFunctions);
  for (const auto which :
       {BuiltinClass::list_iterator, BuiltinClass::list_reverse_iterator,
        BuiltinClass::tuple_iterator, BuiltinClass::str_iterator, BuiltinClass::str_ascii_iterator,
        BuiltinClass::bytes_iterator, BuiltinClass::bytearray_iterator,
        BuiltinClass::range_iterator, BuiltinClass::long_range_iterator,
        BuiltinClass::dict_key_iterator, BuiltinClass::dict_value_iterator,
        BuiltinClass::dict_item_iterator, BuiltinClass::dict_reverse_key_iterator,
        BuiltinClass::dict_reverse_value_iterator, BuiltinClass::dict_reverse_item_iterator,
        BuiltinClass::set_iterator, BuiltinClass::iterator, BuiltinClass::callable_iterator,
        BuiltinClass::reversed}) {
    registry.methods(which, kIteratorMethods);
    registry.methods(which, kLengthHint);
  }
  for (const auto which :
       {BuiltinClass::map, BuiltinClass::filter, BuiltinClass::zip, BuiltinClass::enumerate}) {
    registry.methods(which, kIteratorMethods);
  }
  registry.methods(BuiltinClass::map, kMapMethods);
  registry.methods(BuiltinClass::filter, kFilterMethods);
  registry.methods(BuiltinClass::zip, kZipMethods);
  registry.methods(BuiltinClass::enumerate, kEnumerateMethods);
  registry.methods(BuiltinClass::reversed, kReversedMethods);
}

}  // namespace lockstep
