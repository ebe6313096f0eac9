#pragma once

#include <cstring>

#include "vm/heap.h"
#include "vm/machine.h"
#include "vm/objects/generator.h"
#include "vm/objects/thread.h"
#include "vm/state.h"

// The frames of a thread: pushing, popping, and where results go.
namespace lockstep {

// A frame's instruction and register that wait for a result.
struct Destination {
  Frame* frame;
  uint16_t result;
};

StackSegment* add_stack_segment(Heap& heap, ThreadObject& thread, size_t bytes);

[[gnu::always_inline]] inline char* stack_allocate(Heap& heap, ThreadObject& thread, size_t bytes) {
  StackSegment* segment = thread.segment;
  if (segment == nullptr || static_cast<size_t>(segment->end - segment->top) < bytes) {
    segment = add_stack_segment(heap, thread, bytes);
  }
  char* place = segment->top;
  segment->top += bytes;
  return place;
}

// Fills in all of a new frame but its registers, and makes it the innermost.
inline void begin_frame(Frame* frame, ThreadObject& thread, const LoadedCode* code,
                        CodeState* state, DictObject* globals) {
  frame->caller = thread.frame;
  frame->pc = code->instructions;
  frame->code = code;
  frame->state = state;
  frame->function = nullptr;
  frame->globals = globals;
  frame->name_space = nullptr;
  frame->generator = nullptr;
  frame->handled = Value::empty();
  frame->answer = Value::empty();
  frame->scratch[0] = Value::empty();
  frame->scratch[1] = Value::empty();
  frame->receiver = Value::empty();
  frame->phase = 0;
  frame->after = After::store;
  frame->result = 0;
  frame->reentered = false;
  frame->catches_stop = false;
  frame->is_trampoline = false;
  frame->outcome = FrameOutcome::none;
  thread.frame = frame;
  thread.depth++;
}

// A new innermost frame, all registers empty. The caller has checked the recursion limit
// (see can_push) and sets `function`, `result`, `after` and the arguments. Throws OutOfMemory.
inline Frame* push_frame(Heap& heap, ThreadObject& thread, const LoadedCode* code, CodeState* state,
                         DictObject* globals) {
  const size_t bytes = sizeof(Frame) + size_t{code->register_count} * sizeof(Value);
  auto* frame = reinterpret_cast<Frame*>(stack_allocate(heap, thread, bytes));
  Value* registers = frame->registers();
  for (size_t i = 0; i < code->register_count; i++) registers[i] = Value::empty();
  begin_frame(frame, thread, code, state, globals);
  return frame;
}

// Takes the innermost frame away. Its memory is reused; a generator's frame stays in its object.
[[gnu::always_inline]] inline void pop_frame(ThreadObject& thread) {
  Frame* frame = thread.frame;
  thread.frame = frame->caller;
  thread.depth--;
  if (frame->generator != nullptr) {
    frame->caller = nullptr;
    return;
  }
  StackSegment* segment = thread.segment;
  segment->top = reinterpret_cast<char*>(frame);
  if (segment->top == segment->begin() && segment->previous != nullptr) {
    thread.segment = segment->previous;
  }
}

// False, with RecursionError raised, when the thread is as deep as it may be.
bool can_push(Machine& machine);

// A frame that calls `callable` with the positional `arguments` and gives the result to `after`.
Frame* push_trampoline(Machine& machine, Value callable, std::span<const Value> arguments,
                       TupleObject* names, After after, uint16_t result);

// The code state of `code` in the run `program` belongs to, made when first asked for.
CodeState* code_state(Heap& heap, ProgramState* program, const LoadedCode* code);
ProgramState* make_program_state(Heap& heap, const LoadedProgram* program, ModuleObject* module);

}  // namespace lockstep
