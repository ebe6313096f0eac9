#include "vm/iteration.h"

#include "base/check.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/fast_calls.h"
#include "vm/generators.h"
#include "vm/objects/iterator.h"
#include "vm/operations.h"
#include "vm/operators.h"
#include "vm/raise.h"
#include "vm/unwind.h"

namespace lockstep {

namespace {

bool is_iterator(Value value) {
  if (!value.is_object()) return false;
  const Object* object = value.as_object();
  return object->kind == Kind::generator || object->kind == Kind::iterator ||
         object->kind == Kind::lazy || object->cls->overridden.has(Special::next);
}

bool is_builtin_iterator(Value value) {
  return is_kind(value, Kind::iterator) && value.as_object()->extra < IteratorObject::sequence;
}

// A round of map over one iterator that needs no script code, for a loop: a script function gives its result to the
// loop itself. False: it is something else, and nothing but collecting the item was done.
bool next_of_simple_map(Machine& machine, Destination to, LazyObject* lazy, Value& out, Step& step) {
  if (lazy->extra != LazyObject::map || lazy->size != 1 || to.frame->phase != 0) return false;
  auto* partial = as<ListObject>(lazy->partial);
  if (partial->size != 0 || !is_builtin_iterator(lazy->items[0]) || !lazy->first.is_object()) {
    return false;
  }
  Object* callable = lazy->first.as_object();
  if (callable->kind != Kind::function && callable->kind != Kind::class_) return false;
  Value item;
  step = Step::raised;
  if (next_builtin(machine, as<IteratorObject>(lazy->items[0]), item) != Work::done) return true;
  step = Step::done;
  if (item.is_empty()) return true;
  if (callable->kind == Kind::function) {
    step = push_function(machine, static_cast<FunctionObject*>(callable),
                         Arguments{std::span<const Value>(&item, 1)}, After::store, to.result);
    return true;
  }
  if (callable->is_immortal() &&
      convert_simply(machine.heap(), static_cast<ClassObject*>(callable), item, out)) {
    return true;
  }
  out = Value::empty();
  machine.heap().append(partial, item);
  return false;
}

IteratorObject* make_plain_iterator(Machine& machine, BuiltinClass cls, IteratorObject::Over over,
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

// next_builtin with the commonest ways in front. Requires is_builtin_iterator.
[[gnu::always_inline]] inline Work next_plain(Machine& machine, IteratorObject* iterator, Value& item) {
  if (iterator->extra <= IteratorObject::tuple && !iterator->target.is_empty()) {
    const auto place = static_cast<uint64_t>(iterator->position);
    Object* target = iterator->target.as_object();
    if (place < target->size) {
      item = iterator->extra == IteratorObject::list
                 ? static_cast<ListObject*>(target)->array->items[place]
                 : static_cast<TupleObject*>(target)->items[place];
      iterator->position++;
      return Work::done;
    }
  } else if (iterator->extra == IteratorObject::range && iterator->limit != 0 &&
             !iterator->target.is_empty() && Value::fits_small_int(iterator->position)) {
    item = Value::small_int(iterator->position);
    iterator->position = static_cast<int64_t>(static_cast<uint64_t>(iterator->position) +
                                              static_cast<uint64_t>(iterator->step));
    iterator->limit--;
    return Work::done;
  }
  return next_builtin(machine, iterator, item);
}

// What can be walked without script code, with nothing of a round collected yet.
bool is_plain_enumerate(const LazyObject* lazy) {
  return lazy->extra == LazyObject::enumerate && lazy->first.is_small_int() &&
         lazy->first != Value::small_int(Value::kSmallIntMax) &&
         as<ListObject>(lazy->partial)->size == 0 && is_builtin_iterator(lazy->items[0]);
}
bool is_plain_zip(const LazyObject* lazy) {
  if (lazy->extra != LazyObject::zip || !lazy->first.is_false() || lazy->size == 0 ||
      as<ListObject>(lazy->partial)->size != 0) {
    return false;
  }
  for (uint32_t i = 0; i < lazy->size; i++) {
    if (!is_builtin_iterator(lazy->items[i])) return false;
  }
  return true;
}

// A round of enumerate or zip over iterators that need no script code. False: it is something else, and
// nothing was done. When a round raises, `out` is empty and the thread has the exception.
bool next_of_builtins(Machine& machine, LazyObject* lazy, Value& out);

// The next item of a map, filter, zip or enumerate, each of which walks other iterators. `start` is
// where their own script code delivers.
Step next_lazy(Machine& machine, Call& call, uint8_t phase, LazyObject* lazy, Value& out);

}  // namespace

Step get_iterator(Machine& machine, Frame* frame, Value value, Value& out) {
  if (frame->phase == kOperatorPhase) {
    out = frame->answer;
    frame->phase = 0;
    if (!is_iterator(out)) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "iter() returned non-iterator of type '{}'",
                                  Machine::class_name(out));
    }
    return Step::done;
  }
  if (overrides(value, Special::iter)) {
    Value self;
    const Value method = special_method(machine, value, name(Special::iter), self);
    if (method.is_none()) return raise_not_iterable(machine, value);
    Call call{nullptr, 0, 0, frame, Value::empty()};
    if (self.is_empty()) return machine.call(call, kOperatorPhase, method, std::span<const Value>());
    return machine.call(call, kOperatorPhase, method, {self});
  }
  if (is_kind(value, Kind::generator) || is_kind(value, Kind::iterator) ||
      is_kind(value, Kind::lazy)) {
    if (auto* generator = try_as<GeneratorObject>(value)) {
      if (generator->extra != GeneratorObject::generator) return raise_not_iterable(machine, value);
    }
    out = value;
    return Step::done;
  }
  switch (make_iterator(machine, value, out)) {
    case Work::done: return Step::done;
    case Work::raised: return Step::raised;
    default: break;
  }
  if (overrides(value, Special::get_item)) {
    out = Value::object(make_plain_iterator(machine, BuiltinClass::iterator,
                                            IteratorObject::sequence, value));
    return Step::done;
  }
  return raise_not_iterable(machine, value);
}

Step next_for_loop(Machine& machine, Destination to, Value iterator, Value& out) {
  out = Value::empty();
  if (iterator.is_object()) {
    Object* object = iterator.as_object();
    if (object->kind == Kind::generator) {
      return resume_generator(machine, to, static_cast<GeneratorObject*>(object), Value::none(),
                              After::loop, false, out);
    }
    if (object->cls->overridden.has(Special::next)) {
      Value self;
      const Value method = special_method(machine, iterator, name(Special::next), self);
      if (auto* function = try_as<FunctionObject>(method)) {
        if (push_simple(machine, machine.thread(), function, &self, 1, After::loop, to.result) !=
            nullptr) {
          return Step::called;
        }
        return push_function(machine, function, Arguments{std::span<const Value>(&self, 1)},
                             After::loop, to.result);
      }
      Frame* frame = push_trampoline(machine, method,
                                     std::span<const Value>(&self, self.is_empty() ? 0 : 1),
                                     nullptr, After::loop, to.result);
      (void)frame;
      return Step::called;
    }
  }
  if (is_kind(iterator, Kind::lazy)) {
    auto* lazy = as<LazyObject>(iterator);
    if (to.frame->phase == 0 && next_of_builtins(machine, lazy, out)) {
      return out.is_empty() && !machine.thread().exception.is_empty() ? Step::raised : Step::done;
    }
    Step step = Step::done;
    if (next_of_simple_map(machine, to, lazy, out, step)) return step;
  }
  Call call{nullptr, 0, to.result, to.frame, Value::empty()};
  return next_item(machine, call, kOperatorPhase, iterator, out);
}

Work next_pair(Machine& machine, Value iterator, Value* pair) {
  if (auto* plain = try_as<IteratorObject>(iterator)) {
    if (plain->extra != IteratorObject::dict_items || plain->target.is_empty()) return Work::unknown;
    const TableObject::Entry* entry = nullptr;
    const Work work = next_entry(machine, plain, entry);
    if (work != Work::done) return work;
    pair[0] = entry == nullptr ? Value::empty() : entry->key;
    if (entry != nullptr) pair[1] = entry->value;
    return Work::done;
  }
  auto* lazy = try_as<LazyObject>(iterator);
  if (lazy == nullptr) return Work::unknown;
  Value first;
  Value second;
  Work work = Work::unknown;
  if (is_plain_enumerate(lazy)) {
    work = next_plain(machine, as<IteratorObject>(lazy->items[0]), second);
    if (work != Work::done) return work;
    if (!second.is_empty()) {
      first = lazy->first;
      lazy->first = Value::small_int(first.as_small_int() + 1);
    }
  } else if (lazy->size == 2 && is_plain_zip(lazy)) {
    work = next_plain(machine, as<IteratorObject>(lazy->items[0]), first);
    if (work == Work::done && !first.is_empty()) {
      work = next_plain(machine, as<IteratorObject>(lazy->items[1]), second);
    }
    if (work != Work::done) return work;
  } else {
    return Work::unknown;
  }
  pair[0] = second.is_empty() ? Value::empty() : first;
  pair[1] = second;
  return Work::done;
}

Step next_item(Machine& machine, Call& call, uint8_t phase, Value iterator, Value& out) {
  Frame* frame = call.frame;
  if (is_kind(iterator, Kind::lazy)) {
    return next_lazy(machine, call, phase, as<LazyObject>(iterator), out);
  }
  if (frame->phase == phase) {
    out = frame->answer;
    frame->phase = 0;
    auto* object = try_as<IteratorObject>(iterator);
    if (object != nullptr && object->extra == IteratorObject::callable && !out.is_empty()) {
      const int same = Machine::plain_equal(out, object->sentinel);
      if (same == 1) {
        object->target = Value::empty();
        out = Value::empty();
      }
    }
    return Step::done;
  }
  if (auto* generator = try_as<GeneratorObject>(iterator)) {
    if (generator->stage == GeneratorObject::Stage::finished) {
      out = Value::empty();
      return Step::done;
    }
    frame->phase = phase;
    const Step step = resume_generator(machine, {frame, 0}, generator, Value::none(), After::answer,
                                       true, out);
    return step;
  }
  if (auto* object = try_as<IteratorObject>(iterator)) {
    if (object->extra == IteratorObject::sequence) {
      if (object->target.is_empty()) {
        out = Value::empty();
        return Step::done;
      }
      // __getitem__ until it raises IndexError: takes a try statement, so the prelude does it.
      return machine.call(call, phase, machine.prelude("next_of_sequence"),
                          std::span<const Value>(&iterator, 1), true);
    }
    if (object->extra == IteratorObject::callable) {
      if (object->target.is_empty()) {
        out = Value::empty();
        return Step::done;
      }
      return machine.call(call, phase, object->target, std::span<const Value>(), true);
    }
    switch (next_builtin(machine, object, out)) {
      case Work::done: return Step::done;
      default: return Step::raised;
    }
  }
  if (overrides(iterator, Special::next)) {
    Value self;
    const Value method = special_method(machine, iterator, name(Special::next), self);
    return machine.call(call, phase, method, std::span<const Value>(&self, self.is_empty() ? 0 : 1),
                        true);
  }
  return machine.raise_format(BuiltinClass::type_error, "'{}' object is not an iterator",
                              Machine::class_name(iterator));
}

namespace {

bool next_of_builtins(Machine& machine, LazyObject* lazy, Value& out) {
  Heap& heap = machine.heap();
  const bool is_enumerate = is_plain_enumerate(lazy);
  if (!is_enumerate && !is_plain_zip(lazy)) return false;
  out = Value::empty();
  if (is_enumerate) {
    Value item;
    const Work work = next_plain(machine, as<IteratorObject>(lazy->items[0]), item);
    if (work != Work::done || item.is_empty()) return true;
    out = Value::object(heap.make_tuple({lazy->first, item}));
    lazy->first = Value::small_int(lazy->first.as_small_int() + 1);
    return true;
  }
  TupleObject* round = heap.make_tuple_of(lazy->size);
  for (uint32_t i = 0; i < lazy->size; i++) {
    const Work work = next_plain(machine, as<IteratorObject>(lazy->items[i]), round->items[i]);
    if (work != Work::done || round->items[i].is_empty()) return true;
  }
  out = Value::object(round);
  return true;
}

// How far a lazy iterator is within one round is kept in the object itself (`size` of `partial`), so that a
// round can be interrupted by script code and go on.
Step next_lazy(Machine& machine, Call& call, uint8_t phase, LazyObject* lazy, Value& out) {
  Heap& heap = machine.heap();
  Frame* frame = call.frame;
  const auto own = static_cast<uint8_t>(phase + 2);   // the function of map or filter
  if (frame->phase == own) {
    const Value answer = frame->answer;
    frame->phase = 0;
    if (lazy->extra == LazyObject::map) {
      out = answer;
      return Step::done;
    }
    const int plain = Machine::plain_truth(answer);
    if (plain != 0) {
      out = as<ListObject>(lazy->partial)->items()[0];
      as<ListObject>(lazy->partial)->size = 0;
      return Step::done;
    }
    as<ListObject>(lazy->partial)->size = 0;
  }
  if (frame->phase == 0 && next_of_builtins(machine, lazy, out)) {
    return out.is_empty() && !machine.thread().exception.is_empty() ? Step::raised : Step::done;
  }
  for (;;) {
    auto* partial = as<ListObject>(lazy->partial);
    while (partial->size < lazy->size) {
      Value item;
      const Step step = next_item(machine, call, phase, lazy->items[partial->size], item);
      if (step != Step::done) return step;
      if (item.is_empty()) {
        const uint32_t collected = partial->size;
        partial->size = 0;
        out = Value::empty();
        if (lazy->extra == LazyObject::zip && lazy->first.is_true()) {
          if (collected != 0) {
            return machine.raise_format(
                BuiltinClass::value_error, "zip() argument {} is shorter than argument{}{}",
                collected + 1, collected == 1 ? " " : "s 1-", collected);
          }
          for (uint32_t i = 1; i < lazy->size; i++) {
            Value longer;
            const Step next = next_item(machine, call, phase, lazy->items[i], longer);
            if (next != Step::done) return next;
            if (!longer.is_empty()) {
              return machine.raise_format(
                  BuiltinClass::value_error, "zip() argument {} is longer than argument{}{}", i + 1,
                  i == 1 ? " " : "s 1-", i);
            }
          }
        }
        return Step::done;
      }
      heap.append(partial, item);
    }
    switch (lazy->extra) {
      case LazyObject::zip:
        out = Value::object(heap.make_tuple(partial->all()));
        partial->size = 0;
        return Step::done;
      case LazyObject::enumerate: {
        out = Value::object(heap.make_tuple({lazy->first, partial->items()[0]}));
        partial->size = 0;
        const Work work = binary_builtin(machine, BinaryOperator::add, false, lazy->first,
                                         Value::small_int(1), lazy->first);
        ENSURE(work == Work::done);
        return Step::done;
      }
      case LazyObject::map: {
        // The callee's frame has them before the list is used again.
        const auto arguments = partial->all();
        partial->size = 0;
        return machine.call(call, own, lazy->first, arguments);
      }
      default: {
        const Value item = partial->items()[0];
        if (lazy->first.is_none()) {
          const int plain = Machine::plain_truth(item);
          if (plain == 0) {
            partial->size = 0;
            continue;
          }
          if (plain == 1) {
            partial->size = 0;
            out = item;
            return Step::done;
          }
          return machine.call(call, own, Value::object(builtin_class(BuiltinClass::bool_)), {item});
        }
        return machine.call(call, own, lazy->first, {item});
      }
    }
  }
}

}  // namespace

}  // namespace lockstep
