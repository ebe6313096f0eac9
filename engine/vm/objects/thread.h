#pragma once

#include "sync/latch.h"
#include "vm/frame.h"
#include "vm/object.h"
#include "world/task.h"

namespace lockstep {

struct StrObject;

// Memory for frames, one behind the other. `size` is the number of bytes for frames.
struct StackSegment : Object {
  static constexpr Kind kKind = Kind::stack_segment;

  StackSegment* previous;
  StackSegment* next;                // kept for reuse, or null
  char* top;
  char* end;

  char* begin() { return reinterpret_cast<char*>(this + 1); }
};

// A script thread: its frames and its Task. The script knows it by a Thread object of the library
// module `threading`, which is in `handle`.
struct ThreadObject : Object {
  static constexpr Kind kKind = Kind::thread;

  Task task;
  Latch ended;                       // what join() waits for
  Frame* frame;                      // the innermost; null when it has ended
  StackSegment* segment;
  Value exception;                   // being raised, or empty
  StrObject* name;                   // when it was made
  Value handle;                      // threading.Thread, or None
  Value result;                      // what its function returned
  Value running_loop;                // the event loop that runs in it, or empty
  Value context;                     // its contextvars.Context, or empty while it has none
  ThreadObject* next;                // all threads of the run, in order of creation
  uint32_t depth;                    // frames, for RecursionError
  uint32_t recursion_headroom;
  uint64_t ident;
  Object* gate;                      // what has to be free before it can go on, see vm/gate.h; null: nothing
  Object* touched;                   // what the announced operation is about, while the thread stands before it
  const Instruction* announced;      // was announced and may go on; null: none
  bool ended_by_exception;
  uint32_t draws;                    // of random numbers, with MachineOptions::draws
};

}  // namespace lockstep
