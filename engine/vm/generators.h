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

// What "generator", "coroutine" is called in messages.
const char* generator_word(const GeneratorObject* generator);

}  // namespace lockstep
