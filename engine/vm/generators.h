#pragma once

#include "vm/frames.h"

// Generators, coroutines and async generators: frames that outlive their call.
namespace lockstep {

// Turns the innermost frame, at its make_generator instruction, into an object and pops it.
GeneratorObject* make_generator(Machine& machine);

// Makes the generator's frame the innermost, with `sent` as the value of its yield. What it yields or
// returns goes where `after` says: store and answer give the yielded value, and a return raises
// StopIteration in the caller (or is an empty answer when `catch_stop`); loop is described in frame.h.
// `called`, or `raised` when it cannot be resumed ("generator already executing" ...).
// A finished generator: `done` with an empty `out` for loop, else StopIteration.
Step resume_generator(Machine& machine, Destination to, GeneratorObject* generator, Value sent,
                      After after, bool catch_stop, Value& out);

// The same, but raises `exception` at the generator's yield.
Step throw_into_generator(Machine& machine, Destination to, GeneratorObject* generator,
                          ExceptionObject* exception, After after, bool catch_stop);

// The generator's frame ends by return: leaves the frame and delivers. `called` when execution goes on in the
// caller, `raised` when StopIteration is being raised there.
Step finish_generator(Machine& machine, Frame* frame, Value result);

// What the innermost frame, of an async generator, yields by itself: for whoever drives it, that ends the step.
Step yield_from_async_generator(Machine& machine, Value value);

// Whether an exception that leaves an async generator is what its aclose() waits for; and the end of that wait.
bool ends_closing(const GeneratorObject* generator, const ExceptionObject* exception);
Step end_closing(Machine& machine, const Frame& frame);

// The awaitables of an async generator's methods, of a coroutine's __await__(), and of sleep(0) (`generator` is null).
AsyncStepObject* make_async_step(Machine& machine, GeneratorObject* generator,
                                 AsyncStepObject::What what, Value argument);
Step resume_step(Machine& machine, Destination to, AsyncStepObject* step, Value sent, After after,
                 Value& out);
Step throw_into_step(Machine& machine, Destination to, AsyncStepObject* step,
                     ExceptionObject* exception, After after);

// What this suspended frame waits for by `yield from` or `await`, or empty.
Value delegate_of(const Frame& frame);

// What "generator", "coroutine" is called in messages.
const char* generator_word(const GeneratorObject* generator);

}  // namespace lockstep
