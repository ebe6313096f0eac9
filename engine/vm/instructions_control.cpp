#include "vm/instructions.h"

#include <string>
#include <vector>

#include "base/check.h"
#include "vm/async.h"
#include "vm/async_primitives.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/classes.h"
#include "vm/generators.h"
#include "vm/iteration.h"
#include "vm/objects/generator.h"
#include "vm/objects/iterator.h"
#include "vm/operators.h"
#include "vm/raise.h"
#include "vm/unwind.h"

namespace lockstep {

Step call_spread(Machine& machine, Frame* frame, uint16_t window, uint16_t result, Value& out) {
  Value* registers = frame->registers();
  auto* positional = as<TupleObject>(registers[window + 2]);
  const Value keywords = registers[window + 3];
  const Destination to{frame, result};
  if (keywords.is_empty() || as<DictObject>(keywords)->size == 0) {
    return call_value(machine, to, registers[window], Arguments{positional->all()}, out);
  }
  std::vector<Value> values(positional->all().begin(), positional->all().end());
  std::vector<Value> names;
  DictIterator iterator;
  while (auto* entry = Dict::next(as<DictObject>(keywords), iterator)) {
    if (!is_kind(entry->key, Kind::string)) {
      return machine.raise(BuiltinClass::type_error, "keywords must be strings");
    }
    names.push_back(entry->key);
    values.push_back(entry->value);
  }
  TupleObject* tuple = machine.heap().make_tuple(names);
  return call_value(machine, to, registers[window], Arguments{values, tuple}, out);
}

Step get_yield_from(Machine& machine, Frame* frame, Value value, Value& out) {
  if (auto* generator = try_as<GeneratorObject>(value)) {
    if (generator->extra == GeneratorObject::generator) {
      out = value;
      return Step::done;
    }
    if (generator->extra == GeneratorObject::coroutine && frame->generator == nullptr) {
      return machine.raise(BuiltinClass::type_error,
                           "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (generator->extra == GeneratorObject::coroutine) {
      if (frame->generator->is_awaitable) {
        out = value;
        return Step::done;
      }
      return machine.raise(BuiltinClass::type_error,
                           "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
  }
  if (is_kind(value, Kind::async_future)) {
    out = value;
    return Step::done;
  }
  if (auto* step = try_as<AsyncStepObject>(value)) {
    if (step->extra == AsyncStepObject::coroutine) {
      out = value;
      return Step::done;
    }
  }
  return get_iterator(machine, frame, value, out);
}

namespace {

// One step of `await future`: the future itself is what is yielded, until it is done.
Step await_future(Machine& machine, AsyncFutureObject* future, Frame* frame, Value& out) {
  if (future->state == AsyncFutureObject::State::pending) {
    if (future->is_blocking) {
      return machine.raise(BuiltinClass::runtime_error, "await wasn't used with future");
    }
    future->is_blocking = true;
    out = Value::object(future);
    return Step::done;
  }
  if (future->extra == AsyncFutureObject::waiter && !future->failed &&
      future->state == AsyncFutureObject::State::finished) {
    finish_wait(machine, static_cast<AsyncWaiterObject*>(future), frame, out);
    return Step::done;
  }
  Value result;
  if (future_result(machine, future, result) == Step::raised) return Step::raised;
  frame->registers()[frame->pc->a] = result;
  out = Value::empty();
  return Step::done;
}

}  // namespace

Step send_value(Machine& machine, Frame* frame, Value& out) {
  const Instruction* pc = frame->pc;
  const Value iterator = frame->registers()[pc->b];
  const Value sent = frame->registers()[pc->a];
  out = Value::empty();
  if (auto* generator = try_as<GeneratorObject>(iterator)) {
    const Step step = resume_generator(machine, {frame, pc->a}, generator, sent, After::loop, false,
                                       out);
    if (step == Step::done) frame->registers()[pc->a] = Value::none();
    return step;
  }
  if (auto* future = try_as<AsyncFutureObject>(iterator)) return await_future(machine, future, frame, out);
  if (auto* async_step = try_as<AsyncStepObject>(iterator)) {
    const Step step = resume_step(machine, {frame, pc->a}, async_step, sent, After::loop, out);
    if (step == Step::done) frame->registers()[pc->a] = Value::none();
    return step;
  }
  if (iterator.is_none()) {
    // sleep(0) that took the short way (vm/async_primitives.h): it has had its turn.
    frame->registers()[pc->a] = Value::none();
    return Step::done;
  }
  if (sent.is_none()) {
    const Step step = next_for_loop(machine, {frame, pc->a}, iterator, out);
    if (step == Step::done && out.is_empty()) frame->registers()[pc->a] = Value::none();
    return step;
  }
  Value self;
  const Value function = special_method(machine, iterator, name(Name::send), self);
  if (function.is_empty()) return raise_no_attribute(machine, iterator, name(Name::send));
  std::vector<Value> arguments;
  if (!self.is_empty()) arguments.push_back(self);
  arguments.push_back(sent);
  push_trampoline(machine, function, arguments, nullptr, After::loop, pc->a);
  return Step::called;
}

Step get_awaitable(Machine& machine, Frame* frame, Value value, int context, Value& out) {
  if (auto* generator = try_as<GeneratorObject>(value)) {
    if (generator->extra == GeneratorObject::coroutine) {
      if (generator->stage == GeneratorObject::Stage::suspended ||
          generator->stage == GeneratorObject::Stage::running) {
        return machine.raise(BuiltinClass::runtime_error, "coroutine is being awaited already");
      }
      out = value;
      return Step::done;
    }
    if (generator->is_awaitable) {
      out = value;
      return Step::done;
    }
  }
  if (is_kind(value, Kind::async_future)) {
    out = value;
    return Step::done;
  }
  if (auto* step = try_as<AsyncStepObject>(value)) {
    if (step->extra != AsyncStepObject::coroutine) {
      out = value;
      return Step::done;
    }
  }
  if (frame->phase == kOperatorPhase) {
    out = frame->answer;
    if (is_kind(out, Kind::generator) &&
        as<GeneratorObject>(out)->extra == GeneratorObject::coroutine) {
      return machine.raise(BuiltinClass::type_error, "__await__() returned a coroutine");
    }
    Value next_self;
    if (!is_kind(out, Kind::generator) && !is_kind(out, Kind::iterator) &&
        special_method(machine, out, name(Special::next), next_self).is_empty()) {
      return machine.raise_format(BuiltinClass::type_error,
                                  "__await__() returned non-iterator of type '{}'",
                                  Machine::class_name(out));
    }
    return Step::done;
  }
  Value self;
  const Value method = special_method(machine, value, name(Special::await), self);
  if (method.is_empty()) {
    static constexpr const char* kMessages[] = {
        "object {} can't be used in 'await' expression",
        "'async with' received an object from __aenter__ that does not implement __await__: {}",
        "'async with' received an object from __aexit__ that does not implement __await__: {}"};
    return machine.raise_format(BuiltinClass::type_error, kMessages[context],
                                Machine::class_name(value));
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, kOperatorPhase, method,
                      std::span<const Value>(&self, self.is_empty() ? 0 : 1));
}

Step get_async_iterator(Machine& machine, Frame* frame, Value value, Value& out) {
  if (frame->phase == kOperatorPhase) {
    out = frame->answer;
    Value next_self;
    if (!special_method(machine, out, name(Special::anext), next_self).is_empty()) return Step::done;
    return machine.raise_format(BuiltinClass::type_error,
                                "'async for' received an object from __aiter__ that does not "
                                "implement __anext__: {}",
                                Machine::class_name(out));
  }
  Value self;
  const Value method = special_method(machine, value, name(Special::aiter), self);
  if (method.is_empty()) {
    return machine.raise_format(BuiltinClass::type_error,
                                "'async for' requires an object with __aiter__ method, got {}",
                                Machine::class_name(value));
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, kOperatorPhase, method,
                      std::span<const Value>(&self, self.is_empty() ? 0 : 1));
}

Step get_async_next(Machine& machine, Frame* frame, Value value, Value& out) {
  constexpr uint8_t kNextCalled = 1;
  if (frame->phase == kNextCalled) {
    frame->scratch[0] = frame->answer;
    frame->phase = 0;
    frame->answer = Value::empty();
  }
  if (!frame->scratch[0].is_empty()) {
    return get_awaitable(machine, frame, frame->scratch[0], 0, out);
  }
  Value self;
  const Value method = special_method(machine, value, name(Special::anext), self);
  if (method.is_empty()) {
    return machine.raise_format(BuiltinClass::type_error,
                                "'async for' requires an iterator with __anext__ method, got {}",
                                Machine::class_name(value));
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, kNextCalled, method,
                      std::span<const Value>(&self, self.is_empty() ? 0 : 1));
}

Step get_enter(Machine& machine, Frame* frame, Value manager, bool is_async, Value* window) {
  (void)frame;
  Value enter_self;
  Value exit_self;
  const Value enter = special_method(machine, manager,
                                     name(is_async ? Special::aenter : Special::enter), enter_self);
  const Value exit = special_method(machine, manager,
                                    name(is_async ? Special::aexit : Special::exit), exit_self);
  if (enter.is_empty() || exit.is_empty()) {
    const char* missed = enter.is_empty() ? "" : is_async ? " (missed __aexit__ method)"
                                                          : " (missed __exit__ method)";
    return machine.raise_format(BuiltinClass::type_error,
                                "'{}' object does not support the {}context manager protocol{}",
                                Machine::class_name(manager), is_async ? "asynchronous " : "", missed);
  }
  window[0] = exit;
  window[1] = exit_self;
  window[2] = enter;
  window[3] = enter_self;
  return Step::done;
}

// except*: the work on groups is the prelude's.
Step match_group(Machine& machine, Frame* frame, Value group, Value pattern, Value* out) {
  if (frame->phase == 1) {
    auto* pair = as<TupleObject>(frame->answer);
    out[0] = pair->items[0];
    out[1] = pair->items[1];
    return Step::done;
  }
  const int checked = matches(machine, group, pattern);
  if (checked < 0) return Step::raised;
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, 1, machine.prelude("split_group"), {group, pattern});
}

namespace {

// A generator that is in nobody's hands any more and has not come to its end.
bool is_given_up(Value value) {
  const auto* generator = try_as<GeneratorObject>(value);
  return generator != nullptr && generator->is_for_loop &&
         generator->stage == GeneratorObject::Stage::suspended;
}

// In the order in which CPython frees them.
void find_given_up(Value iterator, std::vector<Value>& found) {
  if (is_given_up(iterator)) found.push_back(iterator);
  const auto* lazy = try_as<LazyObject>(iterator);
  if (lazy == nullptr) return;
  for (uint32_t i = lazy->size; i-- > 0;) find_given_up(lazy->items[i], found);
}

// The running loop need not close it at its end.
void forget_generator(Machine& machine, Value generator) {
  const auto* loop = try_as<EventLoopObject>(machine.thread().running_loop);
  if (loop == nullptr || loop->generators == nullptr) return;
  ListObject* list = loop->generators;
  for (uint32_t i = 0; i < list->size; i++) {
    if (list->items()[i] != generator) continue;
    list->items()[i] = list->items()[--list->size];
    list->items()[list->size] = Value::empty();
    return;
  }
}

}  // namespace

Step leave_loop(Machine& machine, Frame* frame, Value iterator) {
  if (frame->phase == 1) return Step::done;
  std::vector<Value> found;
  find_given_up(iterator, found);
  frame->registers()[frame->pc->a] = Value::empty();
  if (found.empty()) return Step::done;
  for (const Value generator : found) forget_generator(machine, generator);
  Call call{nullptr, 0, 0, frame, Value::empty()};
  const Value all = Value::object(machine.heap().make_list(found));
  return machine.call(call, 1, machine.prelude("end_generators"), {all});
}

Step prepare_reraise_star(Machine& machine, Frame* frame, Value original, Value raised, Value& out) {
  if (frame->phase == 1) {
    out = frame->answer;
    return Step::done;
  }
  Call call{nullptr, 0, 0, frame, Value::empty()};
  return machine.call(call, 1, machine.prelude("join_unhandled"), {original, raised});
}

}  // namespace lockstep
