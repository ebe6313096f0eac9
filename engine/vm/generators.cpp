#include "vm/generators.h"

#include <string>

#include "base/check.h"
#include "language/compile_operands.h"
#include "vm/async_primitives.h"
#include "vm/attributes.h"
#include "vm/raise.h"
#include "vm/unwind.h"

namespace lockstep {

namespace {

// The generator's frame becomes the innermost.
void enter(ThreadObject& thread, Destination to, GeneratorObject* generator, After after,
           bool catch_stop) {
  Frame& frame = generator->frame;
  frame.caller = thread.frame;
  frame.after = after;
  frame.result = to.result;
  frame.catches_stop = catch_stop;
  generator->stage = GeneratorObject::Stage::running;
  generator->awaited = true;
  thread.frame = &frame;
  thread.depth++;
}

// A StopIteration that carries a value, as what next() and send() raise when there is nothing more.
ExceptionObject* make_stop(Heap& heap, Value value) {
  const size_t count = value.is_none() ? 0 : 1;
  ExceptionObject* stop = heap.make_exception(builtin_class(BuiltinClass::stop_iteration),
                                              std::span<const Value>(&value, count));
  stop->payload = value;
  return stop;
}

// Gives `result` to the frame below, which is the innermost again, as what the generator returned.
Step deliver_return(Machine& machine, After after, bool catches_stop, Value result) {
  Frame* caller = machine.thread().frame;
  if (after == After::loop) {
    const Instruction* at = caller->pc;
    if (at->opcode == Opcode::send) caller->registers()[at->a] = result;
    caller->pc += 1 + static_cast<int16_t>(at->c);
    return Step::called;
  }
  if (after == After::outcome) {
    caller->answer = result;
    caller->outcome = FrameOutcome::returned;
    return Step::called;
  }
  if (catches_stop) {
    caller->answer = Value::empty();
    return Step::called;
  }
  return machine.raise(make_stop(machine.heap(), result));
}

Step raise_stop_async(Machine& machine) {
  return machine.raise(machine.heap().make_exception(
      builtin_class(BuiltinClass::stop_async_iteration), std::span<const Value>()));
}

const char* step_word(const AsyncStepObject* step) {
  switch (step->extra) {
    case AsyncStepObject::next: return "anext";
    case AsyncStepObject::send: return "asend";
    case AsyncStepObject::throw_: return "athrow";
    default: return "aclose";
  }
}

// The first time an async generator runs inside a loop, that loop is told: it closes what is left at its end.
void tell_loop(Machine& machine, GeneratorObject* generator) {
  if (generator->is_known) return;
  generator->is_known = true;
  const Value running = machine.thread().running_loop;
  if (!is_kind(running, Kind::event_loop)) return;
  auto* loop = as<EventLoopObject>(running);
  Heap& heap = machine.heap();
  if (loop->generators == nullptr) loop->generators = heap.make_list();
  ListObject* list = loop->generators;
  if (list->array != nullptr && list->size == list->array->size) {
    // Before it grows: without those that have ended.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->size; i++) {
      const Value one = list->items()[i];
      if (as<GeneratorObject>(one)->stage != GeneratorObject::Stage::finished) {
        list->items()[kept++] = one;
      }
    }
    for (uint32_t i = kept; i < list->size; i++) list->items()[i] = Value::empty();
    list->size = kept;
  }
  heap.append(list, Value::object(generator));
}

// Whether what the frame above `caller` is about to give it ends up in a loop's iterator and nowhere else.
bool goes_to_loop(const Frame* caller, After after) {
  constexpr uint8_t kToLoop = 2;
  while (caller != nullptr && !caller->is_trampoline) {
    const Instruction* at = caller->pc;
    // iter() of a loop, by an __iter__ that is a generator function
    if (at->opcode == Opcode::get_iter || at->opcode == Opcode::get_aiter) return true;
    if (after != After::store || !is_call(at->opcode)) return false;
    if (at->x == kToLoop) return true;
    const bool hands_on = at[1].opcode == Opcode::return_ && at[1].a == at->c && caller->generator == nullptr;
    if (!hands_on) return false;
    after = caller->after;
    caller = caller->caller;
  }
  return false;
}

}  // namespace

Value delegate_of(const Frame& frame) {
  if (frame.pc->opcode != Opcode::yield_ || frame.pc->x != 1) return Value::empty();
  const Instruction* send = frame.pc - 1;
  ENSURE(send->opcode == Opcode::send);
  return frame.registers()[send->b];
}

const char* generator_word(const GeneratorObject* generator) {
  switch (generator->extra) {
    case GeneratorObject::generator: return "generator";
    case GeneratorObject::coroutine: return "coroutine";
    default: return "async generator";
  }
}

GeneratorObject* make_generator(Machine& machine) {
  ThreadObject& thread = machine.thread();
  Frame* frame = thread.frame;
  const Code& code = *frame->code->code;
  const size_t registers = size_t{frame->code->register_count} * sizeof(Value);
  BuiltinClass cls = BuiltinClass::generator;
  uint8_t what = GeneratorObject::generator;
  if (code.is_coroutine) {
    cls = code.is_generator ? BuiltinClass::async_generator : BuiltinClass::coroutine;
    what = code.is_generator ? GeneratorObject::async_generator : GeneratorObject::coroutine;
  }
  auto* generator = machine.heap().allocate<GeneratorObject>(builtin_class(cls), Kind::generator,
                                                             registers);
  generator->extra = what;
  generator->stage = GeneratorObject::Stage::created;
  generator->awaited = false;
  generator->is_awaitable =
      frame->function != nullptr && (frame->function->extra & FunctionObject::kMakesAwaitables) != 0;
  generator->is_closed = false;
  generator->is_driven = false;
  generator->drive = AsyncStepObject::next;
  generator->is_known = false;
  generator->is_for_loop = what != GeneratorObject::coroutine && goes_to_loop(frame->caller, frame->after);
  generator->name = frame->function == nullptr ? frame->code->name : frame->function->name;
  generator->qualified_name =
      frame->function == nullptr ? frame->code->qualified_name : frame->function->qualified_name;
  std::memcpy(static_cast<void*>(&generator->frame), frame, sizeof(Frame) + registers);
  pop_frame(thread);
  generator->frame.caller = nullptr;
  generator->frame.generator = generator;
  if (what == GeneratorObject::coroutine) machine.watch(generator);
  return generator;
}

Step resume_generator(Machine& machine, Destination to, GeneratorObject* generator, Value sent,
                      After after, bool catch_stop, Value& out) {
  using Stage = GeneratorObject::Stage;
  switch (generator->stage) {
    case Stage::running:
      return machine.raise(BuiltinClass::value_error,
                           std::string(generator_word(generator)) + " already executing");
    case Stage::finished:
      if (generator->extra == GeneratorObject::coroutine) {
        return machine.raise(BuiltinClass::runtime_error,
                             "cannot reuse already awaited coroutine");
      }
      out = Value::empty();
      if (generator->extra == GeneratorObject::async_generator) {
        generator->is_driven = false;
        return raise_stop_async(machine);
      }
      if (after == After::loop || catch_stop) return Step::done;
      return machine.raise(machine.heap().make_exception(
          builtin_class(BuiltinClass::stop_iteration), std::span<const Value>()));
    case Stage::created:
      if (!sent.is_none()) {
        return machine.raise_format(BuiltinClass::type_error,
                                    "can't send non-None value to a just-started {}",
                                    generator_word(generator));
      }
      break;
    case Stage::suspended:
      generator->frame.registers()[generator->frame.pc->a] = sent;
      break;
  }
  if (!can_push(machine)) return Step::raised;
  enter(machine.thread(), to, generator, after, catch_stop);
  generator->frame.pc++;
  return Step::called;
}

Step throw_into_generator(Machine& machine, Destination to, GeneratorObject* generator,
                          ExceptionObject* exception, After after, bool catch_stop) {
  using Stage = GeneratorObject::Stage;
  ThreadObject& thread = machine.thread();
  if (generator->stage == Stage::running) {
    return machine.raise(BuiltinClass::value_error,
                         std::string(generator_word(generator)) + " already executing");
  }
  if (generator->stage == Stage::finished) return machine.raise(exception);
  if (!can_push(machine)) return Step::raised;
  const bool created = generator->stage == Stage::created;
  enter(thread, to, generator, after, catch_stop);
  if (created) {
    // Nothing of it ran: the exception passes through it as if from its first line.
    return machine.raise(exception);
  }
  Frame& frame = generator->frame;
  const Value delegate = delegate_of(frame);
  if (delegate.is_empty()) return machine.raise(exception);
  const Value error = Value::object(exception);
  if (auto* future = try_as<AsyncFutureObject>(delegate);
      future != nullptr && future->extra == AsyncFutureObject::waiter) {
    abandon_wait(machine, static_cast<AsyncWaiterObject*>(future), exception);
  }
  if (is_subclass(exception->cls, builtin_class(BuiltinClass::generator_exit))) {
    // The delegate is closed, and then this generator itself gets the exception.
    const Value arguments[] = {delegate, error};
    push_trampoline(machine, machine.prelude("close_delegate"), arguments, nullptr, After::discard, 0);
    return Step::called;
  }
  if (is_kind(delegate, Kind::generator)) {
    frame.pc--;
    return throw_into_generator(machine, {&frame, frame.pc->a}, as<GeneratorObject>(delegate),
                                exception, After::loop, false);
  }
  if (is_kind(delegate, Kind::async_future)) return machine.raise(exception);
  if (auto* step = try_as<AsyncStepObject>(delegate)) {
    frame.pc--;
    return throw_into_step(machine, {&frame, frame.pc->a}, step, exception, After::loop);
  }
  Value self;
  const Value function = special_method(machine, delegate, name(Name::throw_), self);
  if (function.is_empty()) return machine.raise(exception);
  // As if the delegate had been asked for its next value: what it returns is yielded.
  frame.pc--;
  const Value arguments[] = {self, error};
  const size_t skip = self.is_empty() ? 1 : 0;
  push_trampoline(machine, function, std::span<const Value>(arguments + skip, 2 - skip), nullptr,
                  After::loop, frame.pc->a);
  return Step::called;
}

Step finish_generator(Machine& machine, Frame* frame, Value result) {
  ThreadObject& thread = machine.thread();
  GeneratorObject* generator = frame->generator;
  pop_frame(thread);
  generator->stage = GeneratorObject::Stage::finished;
  // Nothing it held is needed any more.
  std::memset(static_cast<void*>(frame->registers()), 0,
              size_t{frame->code->register_count} * sizeof(Value));
  frame->handled = Value::empty();
  if (generator->extra == GeneratorObject::async_generator) {
    generator->is_driven = false;
    generator->is_closed = true;
    if (generator->drive != AsyncStepObject::close) return raise_stop_async(machine);
  }
  return deliver_return(machine, frame->after, frame->catches_stop, result);
}

Step yield_from_async_generator(Machine& machine, Value value) {
  ThreadObject& thread = machine.thread();
  Frame* frame = thread.frame;
  GeneratorObject* generator = frame->generator;
  generator->stage = GeneratorObject::Stage::suspended;
  generator->is_driven = false;
  pop_frame(thread);
  if (generator->drive == AsyncStepObject::close) {
    return machine.raise(BuiltinClass::runtime_error, "async generator ignored GeneratorExit");
  }
  return deliver_return(machine, frame->after, frame->catches_stop, value);
}

bool ends_closing(const GeneratorObject* generator, const ExceptionObject* exception) {
  return generator->extra == GeneratorObject::async_generator &&
         generator->drive == AsyncStepObject::close &&
         (is_subclass(exception->cls, builtin_class(BuiltinClass::generator_exit)) ||
          is_subclass(exception->cls, builtin_class(BuiltinClass::stop_async_iteration)));
}

Step end_closing(Machine& machine, const Frame& frame) {
  return deliver_return(machine, frame.after, frame.catches_stop, Value::none());
}

AsyncStepObject* make_async_step(Machine& machine, GeneratorObject* generator,
                                 AsyncStepObject::What what, Value argument) {
  BuiltinClass cls = BuiltinClass::async_generator_step;
  if (what == AsyncStepObject::throw_ || what == AsyncStepObject::close) {
    cls = BuiltinClass::async_generator_throw;
  } else if (what == AsyncStepObject::coroutine || what == AsyncStepObject::turn) {
    cls = BuiltinClass::coroutine_wrapper;
  } else {
    tell_loop(machine, generator);
  }
  auto* step = machine.heap().allocate<AsyncStepObject>(builtin_class(cls), Kind::async_step);
  step->extra = what;
  step->generator = generator;
  step->argument = argument;
  step->stage = AsyncStepObject::Stage::created;
  return step;
}

namespace {

// Before a step of an async generator goes on: `done`, or `raised`.
Step begin_step(Machine& machine, AsyncStepObject* step) {
  using Stage = AsyncStepObject::Stage;
  const bool is_send = step->extra == AsyncStepObject::next || step->extra == AsyncStepObject::send;
  // One that has had its value does not drive the generator any more.
  if (step->stage == Stage::begun && !step->generator->is_driven) step->stage = Stage::finished;
  if (step->stage == Stage::finished) {
    return machine.raise(BuiltinClass::runtime_error,
                         is_send ? "cannot reuse already awaited __anext__()/asend()"
                                 : "cannot reuse already awaited aclose()/athrow()");
  }
  GeneratorObject* generator = step->generator;
  if (!is_send && generator->stage == GeneratorObject::Stage::finished) {
    step->stage = Stage::finished;
    return Step::done;
  }
  if (step->stage == Stage::created) {
    if (generator->is_driven) {
      step->stage = Stage::finished;
      return machine.raise(BuiltinClass::runtime_error,
                           std::string(step_word(step)) +
                               "(): asynchronous generator is already running");
    }
    if (!is_send && generator->is_closed) {
      step->stage = Stage::finished;
      return raise_stop_async(machine);
    }
  }
  return Step::done;
}

// Hands `exception`, which some athrow() or aclose() brings, to the generator.
Step drive_throw(Machine& machine, Destination to, AsyncStepObject* step, ExceptionObject* exception,
                 After after) {
  GeneratorObject* generator = step->generator;
  generator->is_driven = true;
  generator->drive = step->extra;
  const Step result = throw_into_generator(machine, to, generator, exception, after, false);
  return result;
}

}  // namespace

Step resume_step(Machine& machine, Destination to, AsyncStepObject* step, Value sent, After after,
                 Value& out) {
  using Stage = AsyncStepObject::Stage;
  GeneratorObject* generator = step->generator;
  if (step->extra == AsyncStepObject::coroutine) {
    return resume_generator(machine, to, generator, sent, after, false, out);
  }
  if (step->extra == AsyncStepObject::turn) {
    out = step->stage == Stage::created ? Value::none() : Value::empty();
    step->stage = step->stage == Stage::created ? Stage::begun : Stage::finished;
    if (!out.is_empty() || after == After::loop) return Step::done;
    return machine.raise(make_stop(machine.heap(), Value::none()));
  }
  if (begin_step(machine, step) == Step::raised) return Step::raised;
  if (step->stage == Stage::finished) {
    // aclose() or athrow() of one that has ended.
    out = Value::empty();
    return after == After::loop ? Step::done : machine.raise(make_stop(machine.heap(), Value::none()));
  }
  const bool is_first = step->stage == Stage::created;
  step->stage = Stage::begun;
  if (is_first && step->extra >= AsyncStepObject::throw_) {
    if (!sent.is_none()) {
      step->stage = Stage::created;
      return machine.raise_format(BuiltinClass::runtime_error,
                                  "can't send non-None value to a just-started {}",
                                  generator_word(generator));
    }
    ExceptionObject* exception = nullptr;
    if (step->extra == AsyncStepObject::close) {
      generator->is_closed = true;
      exception = machine.heap().make_exception(builtin_class(BuiltinClass::generator_exit),
                                                std::span<const Value>());
    } else {
      exception = as<ExceptionObject>(step->argument);
    }
    return drive_throw(machine, to, step, exception, after);
  }
  if (is_first && step->extra == AsyncStepObject::send && sent.is_none()) sent = step->argument;
  generator->is_driven = true;
  generator->drive = step->extra;
  const Step result = resume_generator(machine, to, generator, sent, after, false, out);
  if (result == Step::raised) {
    generator->is_driven = false;
    step->stage = Stage::finished;
  }
  return result;
}

Step throw_into_step(Machine& machine, Destination to, AsyncStepObject* step,
                     ExceptionObject* exception, After after) {
  GeneratorObject* generator = step->generator;
  if (step->extra == AsyncStepObject::coroutine) {
    return throw_into_generator(machine, to, generator, exception, after, false);
  }
  if (step->extra == AsyncStepObject::turn) return machine.raise(exception);
  if (begin_step(machine, step) == Step::raised) return Step::raised;
  if (step->stage == AsyncStepObject::Stage::finished) return machine.raise(exception);
  step->stage = AsyncStepObject::Stage::begun;
  return drive_throw(machine, to, step, exception, after);
}

}  // namespace lockstep
