#pragma once

#include "vm/frames.h"

// Exceptions on their way out.
namespace lockstep {

// Finds who handles thread.exception: pops frames until a handler takes it, or a callee's caller is told of
// a StopIteration it asked for. True: execution goes on in thread.frame. False: no frame is left; the exception is
// still in thread.exception. With `keep_traceback` the first frame adds no entry (it raises again).
bool unwind(Machine& machine, bool keep_traceback);

// The exception that is being handled where the thread is, or empty.
Value handled_exception(const ThreadObject& thread);

// Whether the instruction a frame executes has left anything of its phases.
inline bool has_phases(const Frame* frame) {
  return frame->phase != 0 || frame->reentered ||
         (frame->scratch[0].bits() | frame->scratch[1].bits()) != 0;
}

// Ends the phases of the instruction a frame executes.
inline void end_phases(Frame* frame) {
  frame->phase = 0;
  frame->reentered = false;
  frame->answer = Value::empty();
  frame->scratch[0] = Value::empty();
  frame->scratch[1] = Value::empty();
}

// raise without arguments; raise `value` [from `cause`]: makes an exception of what was given (a class is
// called first: `called`).
Step raise_again(Machine& machine);
Step raise_value(Machine& machine, Frame* frame, Value value, Value cause, bool has_cause);

// Whether `exception` matches `pattern` (a class or a tuple of classes) in an except clause. -1: TypeError raised.
int matches(Machine& machine, Value exception, Value pattern);

}  // namespace lockstep
