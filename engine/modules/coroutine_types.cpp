#include "modules/arguments.h"
#include "modules/async_support.h"
#include "modules/registry_builder.h"
#include "vm/attributes.h"
#include "vm/calls.h"
#include "vm/generators.h"
#include "vm/raise.h"
#include "vm/unwind.h"

// Coroutines and async generators as scripts see them, and what their methods return.

namespace lockstep {

Step exception_to_throw(Machine& machine, Call& call, uint8_t phase, Value& exception) {
  exception = call[1];
  const ClassObject* base = builtin_class(BuiltinClass::base_exception);
  if (call.phase() == phase) {
    exception = call.answer();
    end_phases(call.frame);
  } else if (auto* cls = try_as<ClassObject>(exception); cls != nullptr && is_subclass(cls, base)) {
    if (call.given(2) && is_kind(call[2], Kind::exception)) {
      exception = call[2];
    } else {
      Value argument = call.given(2) && !call[2].is_none() ? call[2] : Value::empty();
      const std::span<const Value> arguments(&argument, argument.is_empty() ? 0 : 1);
      return machine.call(call, phase, exception, arguments);
    }
  }
  if (!is_kind(exception, Kind::exception)) {
    return machine.raise_format(BuiltinClass::type_error,
                                "exceptions must be classes or instances deriving from "
                                "BaseException, not {}",
                                Machine::class_name(exception));
  }
  return Step::done;
}

namespace {

GeneratorObject* generator_of(Call& call) { return as<GeneratorObject>(call[0]); }
AsyncStepObject* step_of(Call& call) { return as<AsyncStepObject>(call[0]); }

Step itself(Machine&, Call& call) { return call.done(call[0]); }

// --- async generators -----------------------------------------------------------------------------------------

Step generator_next_step(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_async_step(machine, generator_of(call), AsyncStepObject::next, Value::none())));
}

Step generator_send_step(Machine& machine, Call& call) {
  return call.done(
      Value::object(make_async_step(machine, generator_of(call), AsyncStepObject::send, call[1])));
}

Step generator_throw_step(Machine& machine, Call& call) {
  constexpr uint8_t kMade = 1;
  Value exception;
  const Step step = exception_to_throw(machine, call, kMade, exception);
  if (step != Step::done) return step;
  return call.done(
      Value::object(make_async_step(machine, generator_of(call), AsyncStepObject::throw_, exception)));
}

Step generator_close_step(Machine& machine, Call& call) {
  return call.done(Value::object(
      make_async_step(machine, generator_of(call), AsyncStepObject::close, Value::none())));
}

Step generator_is_running(Machine&, Call& call) {
  return call.done(Value::boolean(generator_of(call)->is_driven));
}

Step generator_awaits(Machine&, Call& call) {
  GeneratorObject* generator = generator_of(call);
  if (generator->stage != GeneratorObject::Stage::suspended) return call.none();
  const Value delegate = delegate_of(generator->frame);
  return delegate.is_empty() ? call.none() : call.done(delegate);
}

constexpr NativeRow kAsyncGeneratorMethods[] = {
    {"__aiter__", "(self, /)", "Return an awaitable, that resolves in asynchronous iterator.", itself},
    {"__anext__", "(self, /)", "Return a value or raise StopAsyncIteration.", generator_next_step},
    {"asend", "(self, value, /)", "Send 'value' into the generator.", generator_send_step},
    {"athrow", "(self, typ, val=None, tb=None, /)", "Raise an exception in the generator.",
     generator_throw_step},
    {"aclose", "(self, /)", "Raise GeneratorExit inside the generator.", generator_close_step},
};

constexpr NativeAttribute kAsyncGeneratorStates[] = {
    {"ag_running", "", generator_is_running, nullptr},
    {"ag_await", "", generator_awaits, nullptr},
};

// --- what their methods return --------------------------------------------------------------------------------

Step step_send(Machine& machine, Call& call) {
  Value out;
  const Step step = resume_step(machine, {call.frame, call.result_register}, step_of(call), call[1],
                                After::store, out);
  return step == Step::done ? call.done(out) : step;
}

Step step_next(Machine& machine, Call& call) {
  Value out;
  const Step step = resume_step(machine, {call.frame, call.result_register}, step_of(call),
                                Value::none(), After::store, out);
  return step == Step::done ? call.done(out) : step;
}

Step step_throw(Machine& machine, Call& call) {
  constexpr uint8_t kMade = 1;
  Value exception;
  const Step step = exception_to_throw(machine, call, kMade, exception);
  if (step != Step::done) return step;
  return throw_into_step(machine, {call.frame, call.result_register}, step_of(call),
                         as<ExceptionObject>(exception), After::store);
}

Step step_close(Machine& machine, Call& call) {
  AsyncStepObject* step = step_of(call);
  if (step->extra == AsyncStepObject::coroutine) {
    Value self;
    const Value method =
        special_method(machine, Value::object(step->generator), name(Name::close), self);
    return machine.tail_call(call, method, {self});
  }
  step->stage = AsyncStepObject::Stage::finished;
  return call.none();
}

constexpr NativeRow kStepMethods[] = {
    {"__await__", "(self, /)", "Return an iterator to be used in await.", itself},
    {"__iter__", "(self, /)", "Implement iter(self).", itself},
    {"__next__", "(self, /)", "Implement next(self).", step_next},
    {"send", "(self, value, /)", "Send 'value' into the generator.", step_send},
    {"throw", "(self, typ, val=None, tb=None, /)", "Raise an exception in the generator.", step_throw},
    {"close", "(self, /)", "Forget what was asked for.", step_close},
};

constexpr NativeRow kCoroutineWrapperMethods[] = {
    {"__iter__", "(self, /)", "Implement iter(self).", itself},
    {"__next__", "(self, /)", "Implement next(self).", step_next},
    {"send", "(self, value, /)", "Send 'value' into the coroutine.", step_send},
    {"throw", "(self, typ, val=None, tb=None, /)", "Raise an exception in the coroutine.", step_throw},
    {"close", "(self, /)", "Raise GeneratorExit inside the coroutine.", step_close},
};

// --- builtins -------------------------------------------------------------------------------------------------

Step builtin_aiter(Machine& machine, Call& call) {
  Value self;
  const Value method = special_method(machine, call[0], name(Special::aiter), self);
  if (method.is_empty()) {
    return machine.raise_format(BuiltinClass::type_error, "'{}' object is not an async iterable",
                                Machine::class_name(call[0]));
  }
  return machine.tail_call(call, method, std::span<const Value>(&self, self.is_empty() ? 0 : 1));
}

// (aiterator, default=...)
Step builtin_anext(Machine& machine, Call& call) {
  Value self;
  const Value method = special_method(machine, call[0], name(Special::anext), self);
  if (method.is_empty()) {
    return machine.raise_format(BuiltinClass::type_error, "'{}' object is not an async iterator",
                                Machine::class_name(call[0]));
  }
  if (call.given(1)) {
    return machine.tail_call(call, machine.prelude("anext_or"), {call[0], call[1]});
  }
  return machine.tail_call(call, method, std::span<const Value>(&self, self.is_empty() ? 0 : 1));
}

constexpr NativeRow kCoroutineBuiltins[] = {
    {"aiter", "(async_iterable, /)", "Return an AsyncIterator for an AsyncIterable object.", builtin_aiter},
    {"anext", "(aiterator, default=None, /)", "Return the next item from the async iterator.",
     builtin_anext},
};

}  // namespace

void add_coroutine_types(RegistryBuilder& builder) {
  builder.methods(BuiltinClass::async_generator, kAsyncGeneratorMethods);
  builder.attributes(BuiltinClass::async_generator, kAsyncGeneratorStates);
  builder.methods(BuiltinClass::async_generator_step, kStepMethods);
  builder.methods(BuiltinClass::async_generator_throw, kStepMethods);
  builder.methods(BuiltinClass::coroutine_wrapper, kCoroutineWrapperMethods);
  builder.functions("builtins", kCoroutineBuiltins);
}

}  // namespace lockstep
