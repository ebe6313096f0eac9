#include "vm/generators.h"

#include <string>

#include "base/check.h"
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

// The iterator a `yield from` or `await` of this suspended frame is waiting on, or empty.
Value delegate_of(Frame& frame) {
  if (frame.pc->opcode != Opcode::yield_ || frame.pc->x != 1) return Value::empty();
  const Instruction* send = frame.pc - 1;
  ENSURE(send->opcode == Opcode::send);
  return frame.registers()[send->b];
}

}  // namespace

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
  generator->closing = false;
  generator->name = frame->function == nullptr ? frame->code->name : frame->function->name;
  generator->qualified_name =
      frame->function == nullptr ? frame->code->qualified_name : frame->function->qualified_name;
  std::memcpy(static_cast<void*>(&generator->frame), frame, sizeof(Frame) + registers);
  pop_frame(thread);
  generator->frame.caller = nullptr;
  generator->frame.generator = generator;
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
  Frame* caller = frame->caller;
  pop_frame(thread);
  generator->stage = GeneratorObject::Stage::finished;
  // Nothing it held is needed any more.
  std::memset(static_cast<void*>(frame->registers()), 0,
              size_t{frame->code->register_count} * sizeof(Value));
  frame->handled = Value::empty();
  if (frame->after == After::loop) {
    const Instruction* at = caller->pc;
    if (at->opcode == Opcode::send) caller->registers()[at->a] = result;
    caller->pc += 1 + static_cast<int16_t>(at->c);
    return Step::called;
  }
  if (frame->catches_stop) {
    caller->answer = Value::empty();
    return Step::called;
  }
  ExceptionObject* stop =
      result.is_none()
          ? machine.heap().make_exception(builtin_class(BuiltinClass::stop_iteration),
                                          std::span<const Value>())
          : machine.heap().make_exception(builtin_class(BuiltinClass::stop_iteration),
                                          std::span<const Value>(&result, 1));
  stop->payload = result;
  return machine.raise(stop);
}

}  // namespace lockstep
