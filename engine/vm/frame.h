#pragma once

#include "language/code.h"
#include "vm/object.h"

namespace lockstep {

struct CodeState;
struct DictObject;
struct FunctionObject;
struct GeneratorObject;
struct LoadedCode;

// What happens with a frame's result when it returns, in its caller.
enum class After : uint8_t {
  store,          // goes to the caller's register `result`; the caller goes on behind its instruction
  answer,         // goes to the caller's `answer`; the caller executes its instruction again
  construct,      // must be None (__init__); the caller's register `result` gets `receiver`
  discard,        // dropped; the caller goes on behind its instruction
  loop,           // a generator resumed by for_iter or send: yield stores and goes on, return takes the jump
  outcome,        // as answer, and `outcome` tells whether it returned, yielded or raised: an exception stops here
  end_thread,     // the bottom frame of a thread
};

// How what was run with After::outcome ended, for now; what it gave is the answer.
enum class FrameOutcome : uint8_t { none, returned, yielded, raised };

// One activation of a Code: lives in a StackSegment of its thread or inside a GeneratorObject, never on
// the C++ stack. Followed by its registers.
//
// `pc` is the instruction being executed. An instruction that needs script code run first (an
// operator's method, say) is a small state machine: it sets `phase`, pushes a frame with After::answer,
// and is executed again with `answer` there. `phase` is 0 whenever an instruction begins.
struct Frame {
  Frame* caller;                     // null at the bottom of a thread, and while a generator is suspended
  const Instruction* pc;
  const LoadedCode* code;
  CodeState* state;
  FunctionObject* function;          // whose closure and globals it uses; null for module code
  DictObject* globals;
  Object* name_space;                // class bodies and exec: the namespace; else null
  GeneratorObject* generator;        // the object this frame is part of, or null
  Value handled;                     // the exception being handled in this frame, or empty
  Value answer;
  Value scratch[2];                  // for the instruction being executed, between its phases
  Value receiver;                    // After::construct: the new object
  uint8_t phase;
  After after;
  uint16_t result;                   // register of the caller
  bool reentered;                    // the instruction parked its thread and is executed again
  bool catches_stop;                 // (a callee's) StopIteration becomes an empty answer in the caller
  bool is_trampoline;                // calls its register 0 with the rest: how C++ starts a call
  FrameOutcome outcome;                   // of a callee with After::outcome

  Value* registers() { return reinterpret_cast<Value*>(this + 1); }
  const Value* registers() const { return reinterpret_cast<const Value*>(this + 1); }
};
static_assert(sizeof(Frame) % 8 == 0);

}  // namespace lockstep
