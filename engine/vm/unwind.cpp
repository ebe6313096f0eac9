#include "vm/unwind.h"

#include <string>

#include "base/check.h"
#include "vm/calls.h"
#include "vm/generators.h"
#include "vm/raise.h"
#include "vm/value_text.h"

namespace lockstep {

namespace {

const Handler* find_handler(const Frame* frame) {
  const Code& code = *frame->code->code;
  const auto at = static_cast<uint32_t>(frame->pc - frame->code->instructions);
  for (const Handler& handler : code.handlers) {
    if (at >= handler.begin && at < handler.end) return &handler;
  }
  return nullptr;
}

void add_traceback(Heap& heap, ExceptionObject* exception, const Frame* frame) {
  auto* entry = heap.allocate<TracebackObject>(builtin_class(BuiltinClass::traceback),
                                               Kind::traceback);
  entry->next = exception->traceback;
  entry->code = frame->code;
  entry->instruction = static_cast<uint32_t>(frame->pc - frame->code->instructions);
  entry->line = frame->code->code->spans[entry->instruction].line;
  exception->traceback = entry;
}

bool is_stop_async(const ExceptionObject* exception) {
  return is_subclass(exception->cls, builtin_class(BuiltinClass::stop_async_iteration));
}

bool is_stop_iteration(const ExceptionObject* exception) {
  return is_subclass(exception->cls, builtin_class(BuiltinClass::stop_iteration));
}

// A StopIteration must not leave a generator: it would end somebody's loop by mistake (PEP 479).
ExceptionObject* convert_stop(Heap& heap, const GeneratorObject* generator,
                              ExceptionObject* exception) {
  static constexpr const char* kWords[] = {"generator", "coroutine", "async generator"};
  ExceptionObject* error = heap.make_exception(
      builtin_class(BuiltinClass::runtime_error),
      std::string(kWords[generator->extra]) +
          (is_stop_iteration(exception) ? " raised StopIteration" : " raised StopAsyncIteration"));
  error->cause = Value::object(exception);
  error->context = Value::object(exception);
  error->extra |= ExceptionObject::kSuppressContext;
  error->traceback = nullptr;
  return error;
}

// A caller that waits for an answer keeps its phase.
void end_phases_but_answer(Frame* caller, After after) {
  if (after != After::outcome && after != After::answer) end_phases(caller);
}

Value stop_value(const ExceptionObject* exception) {
  if (!exception->payload.is_empty()) return exception->payload;
  return exception->arguments->size == 0 ? Value::none() : exception->arguments->items[0];
}

}  // namespace

Value handled_exception(const ThreadObject& thread) {
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    if (!frame->handled.is_empty()) return frame->handled;
  }
  return Value::empty();
}

bool unwind(Machine& machine, bool keep_traceback) {
  ThreadObject& thread = machine.thread();
  Heap& heap = machine.heap();
  while (Frame* frame = thread.frame) {
    auto* exception = as<ExceptionObject>(thread.exception);
    end_phases(frame);
    if (!keep_traceback && !frame->is_trampoline) add_traceback(heap, exception, frame);
    keep_traceback = false;
    if (!frame->is_trampoline) {
      if (const Handler* handler = find_handler(frame)) {
        frame->registers()[handler->exception_register] = thread.exception;
        frame->pc = frame->code->instructions + handler->target;
        thread.exception = Value::empty();
        thread.recursion_headroom = 0;
        return true;
      }
    }
    Frame* caller = frame->caller;
    const After after = frame->after;
    const bool catches_stop = frame->catches_stop;
    GeneratorObject* generator = frame->generator;
    pop_frame(thread);
    if (generator != nullptr) {
      generator->stage = GeneratorObject::Stage::finished;
      std::memset(static_cast<void*>(frame->registers()), 0,
                  size_t{frame->code->register_count} * sizeof(Value));
      frame->handled = Value::empty();
      if (generator->extra == GeneratorObject::async_generator) {
        generator->is_driven = false;
        generator->is_closed = true;
        if (ends_closing(generator, exception)) {
          thread.exception = Value::empty();
          if (caller != nullptr) end_phases_but_answer(caller, after);
          if (end_closing(machine, *frame) == Step::raised) continue;
          return true;
        }
      }
      if (is_stop_iteration(exception) ||
          (generator->extra == GeneratorObject::async_generator && is_stop_async(exception))) {
        exception = convert_stop(heap, generator, exception);
        thread.exception = Value::object(exception);
      }
      if (after != After::outcome) continue;
    }
    if (after == After::outcome && caller != nullptr) {
      caller->answer = thread.exception;
      caller->outcome = FrameOutcome::raised;
      thread.exception = Value::empty();
      return true;
    }
    if (caller == nullptr || !is_stop_iteration(exception)) continue;
    if (after == After::loop) {
      const Instruction* at = caller->pc;
      if (at->opcode == Opcode::send) caller->registers()[at->a] = stop_value(exception);
      end_phases(caller);
      caller->pc += 1 + static_cast<int16_t>(at->c);
      thread.exception = Value::empty();
      return true;
    }
    if (catches_stop) {
      caller->answer = Value::empty();
      thread.exception = Value::empty();
      return true;
    }
  }
  return false;
}

Step Machine::raise(ExceptionObject* exception) {
  const Value raised = Value::object(exception);
  const Value handled = handled_exception(*thread_);
  if (!handled.is_empty() && handled != raised) {
    // The handled exception becomes the context, unless that would close a ring.
    auto* walker = as<ExceptionObject>(handled);
    // A ring that the script made itself stays: the second walker, half as fast, meets the first in it.
    const auto* slow = walker;
    bool is_slow_turn = false;
    while (walker->context != Value::none() && walker->context.is_object()) {
      if (walker->context == raised) {
        walker->context = Value::none();
        break;
      }
      walker = as<ExceptionObject>(walker->context);
      if (walker == slow) break;
      if (is_slow_turn) slow = as<ExceptionObject>(slow->context);
      is_slow_turn = !is_slow_turn;
    }
    exception->context = handled;
  }
  thread_->exception = raised;
  return Step::raised;
}

Step Machine::raise(BuiltinClass type, std::string_view message) {
  if (type == BuiltinClass::recursion_error) thread_->recursion_headroom = 50;
  return raise(heap_.make_exception(builtin_class(type), message));
}

Step Machine::raise(const TextError& error) {
  BuiltinClass type = BuiltinClass::value_error;
  switch (error.kind) {
    case TextErrorKind::value_error: type = BuiltinClass::value_error; break;
    case TextErrorKind::type_error: type = BuiltinClass::type_error; break;
    case TextErrorKind::overflow_error: type = BuiltinClass::overflow_error; break;
    case TextErrorKind::zero_division_error: type = BuiltinClass::zero_division_error; break;
    case TextErrorKind::memory_error: type = BuiltinClass::memory_error; break;
    case TextErrorKind::index_error: type = BuiltinClass::index_error; break;
    case TextErrorKind::key_error: type = BuiltinClass::key_error; break;
  }
  return raise(type, error.message);
}

Step raise_again(Machine& machine) {
  const Value handled = handled_exception(machine.thread());
  if (handled.is_empty()) {
    return machine.raise(BuiltinClass::runtime_error, "No active exception to reraise");
  }
  machine.thread().exception = handled;
  return Step::raised;
}

Step raise_value(Machine& machine, Frame* frame, Value value, Value cause, bool has_cause) {
  constexpr uint8_t kMakeException = 1;
  constexpr uint8_t kMakeCause = 2;
  const Destination to{frame, 0};
  const ClassObject* base = builtin_class(BuiltinClass::base_exception);
  auto make = [&](Value cls, uint8_t phase, Value& made) {
    if (frame->phase == phase) {
      made = frame->answer;
      frame->phase = 0;
      return Step::done;
    }
    // Builtin classes without script methods are made at once.
    auto* type = as<ClassObject>(cls);
    if (type->has(ClassObject::kBuiltin)) {
      return construct(machine, to, type, Arguments{}, made);
    }
    Call call{nullptr, 0, 0, frame, Value::empty()};
    return machine.call(call, phase, cls, std::span<const Value>());
  };
  Value exception = frame->phase == kMakeCause ? frame->scratch[0] : value;
  if (auto* cls = try_as<ClassObject>(exception); cls != nullptr && is_subclass(cls, base)) {
    const Step step = make(exception, kMakeException, exception);
    if (step != Step::done) return step;
  }
  if (!is_kind(exception, Kind::exception)) {
    if (is_kind(value, Kind::class_) && is_subclass(as<ClassObject>(value), base)) {
      return machine.raise_format(
          BuiltinClass::type_error,
          "calling <class '{}'> should have returned an instance of BaseException, not <class '{}'>",
          full_name(as<ClassObject>(value)), full_name(class_of(exception)));
    }
    return machine.raise(BuiltinClass::type_error, "exceptions must derive from BaseException");
  }
  if (has_cause) {
    frame->scratch[0] = exception;
    if (auto* cls = try_as<ClassObject>(cause); cls != nullptr && is_subclass(cls, base)) {
      const Step step = make(cause, kMakeCause, cause);
      if (step != Step::done) return step;
    }
    if (!cause.is_none() && !is_kind(cause, Kind::exception)) {
      return machine.raise(BuiltinClass::type_error,
                           "exception causes must derive from BaseException");
    }
    auto* object = as<ExceptionObject>(exception);
    object->cause = cause;
    object->extra |= ExceptionObject::kSuppressContext;
  }
  return machine.raise(as<ExceptionObject>(exception));
}

int matches(Machine& machine, Value exception, Value pattern) {
  const ClassObject* base = builtin_class(BuiltinClass::base_exception);
  auto check = [&](Value one) -> int {
    auto* cls = try_as<ClassObject>(one);
    if (cls == nullptr || !is_subclass(cls, base)) {
      machine.raise(BuiltinClass::type_error,
                    "catching classes that do not inherit from BaseException is not allowed");
      return -1;
    }
    return is_subclass(class_of(exception), cls) ? 1 : 0;
  };
  auto* tuple = try_as<TupleObject>(pattern);
  if (tuple == nullptr) return check(pattern);
  int found = 0;
  for (Value item : tuple->all()) {
    const int one = check(item);
    if (one < 0) return one;
    found |= one;
  }
  return found;
}

}  // namespace lockstep
