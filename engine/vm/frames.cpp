#include "vm/frames.h"

#include <algorithm>

#include "base/check.h"
#include "vm/image.h"
#include "vm/loaded_program.h"
#include "vm/objects/module.h"
#include "vm/raise.h"

namespace lockstep {

namespace {

constexpr size_t kFirstSegment = 1024;
constexpr size_t kLargestSegment = 64 * 1024;

// The code of every trampoline: calls register 0 with the tuple in 2 and the dict in 3.
const LoadedCode& trampoline_code() {
  struct Made {
    Code code;
    LoadedCode loaded{};
    Made() {
      Instruction call;
      call.opcode = Opcode::call_spread;
      Instruction leave;
      leave.opcode = Opcode::return_;
      code.instructions = {call, leave};
      code.spans.resize(2);
      code.register_count = 4;
      code.is_library = true;
      loaded.code = &code;
      loaded.instructions = code.instructions.data();
      loaded.register_count = 4;
      loaded.is_library = true;
      loaded.keeps_nothing = true;
      loaded.name = name(Name::empty);
      loaded.qualified_name = name(Name::empty);
      loaded.docstring = Value::none();
    }
  };
  static const Made made;
  return made.loaded;
}

}  // namespace

StackSegment* add_stack_segment(Heap& heap, ThreadObject& thread, size_t bytes) {
  StackSegment* current = thread.segment;
  if (current != nullptr && current->next != nullptr && current->next->size >= bytes) {
    thread.segment = current->next;
    return thread.segment;
  }
  const size_t wanted = current == nullptr
                            ? kFirstSegment
                            : std::min<size_t>(size_t{current->size} * 2, kLargestSegment);
  const size_t size = std::max(wanted, bytes);
  auto* segment = heap.allocate<StackSegment>(nullptr, Kind::stack_segment, size);
  segment->size = static_cast<uint32_t>(size);
  segment->previous = current;
  segment->next = nullptr;
  segment->top = segment->begin();
  segment->end = segment->begin() + size;
  if (current != nullptr) current->next = segment;
  thread.segment = segment;
  return segment;
}

namespace {

// What a Python frame weighs against one of the prelude or a trampoline, which stand for C code in CPython: it
// counts a call from there as one level or as none.
constexpr size_t kPythonWeight = 8;

// How deep the thread is in levels of Python.
size_t weighed_depth(const Machine& machine, const ThreadObject& thread) {
  const ModuleObject* prelude = machine.state().library;
  size_t weight = 0;
  for (const Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    const bool is_light =
        frame->is_trampoline || (prelude != nullptr && frame->globals == prelude->attributes);
    weight += is_light ? 1 : kPythonWeight;
  }
  return weight / kPythonWeight;
}

// What was being done, as CPython ends the message.
std::string_view recursion_in(const Frame* frame) {
  if (frame == nullptr || !frame->code->is_library) return "";
  static constexpr struct {
    std::string_view function;
    std::string_view text;
  } kWords[] = {
      {"repr_container", " while getting the repr of an object"},
      {"repr_of", " while getting the repr of an object"},
      {"str_of", " while getting the str of an object"},
      {"compare_lists", " in comparison"},
      {"_equal_dicts", " in comparison"},
      {"_compare_sequences", " in comparison"},
      {"is_instance", " in __instancecheck__"},
      {"is_subclass", " in __subclasscheck__"},
  };
  for (const auto& words : kWords) {
    if (frame->code->code->name == words.function) return words.text;
  }
  return "";
}

}  // namespace

bool can_push(Machine& machine) {
  ThreadObject& thread = machine.thread();
  const size_t limit = size_t{machine.state().recursion_limit} + thread.recursion_headroom;
  if (thread.depth < limit || weighed_depth(machine, thread) < limit) return true;
  // A handler has to have a little room of its own to deal with the error.
  const Frame* frame = thread.frame;
  while (frame != nullptr && frame->is_trampoline) frame = frame->caller;
  machine.raise_format(BuiltinClass::recursion_error, "maximum recursion depth exceeded{}", recursion_in(frame));
  return false;
}

Frame* push_trampoline(Machine& machine, Value callable, std::span<const Value> arguments,
                       TupleObject* names, After after, uint16_t result) {
  Heap& heap = machine.heap();
  const size_t named = names == nullptr ? 0 : names->size;
  TupleObject* positional = heap.make_tuple(arguments.first(arguments.size() - named));
  DictObject* keywords = nullptr;
  if (named != 0) {
    keywords = heap.make_dict();
    for (size_t i = 0; i < named; i++) {
      Dict::set(heap, keywords, names->items[i], arguments[positional->size + i]);
    }
  }
  Frame* frame = push_frame(heap, machine.thread(), &trampoline_code(), nullptr, nullptr);
  frame->is_trampoline = true;
  frame->after = after;
  frame->result = result;
  frame->registers()[0] = callable;
  frame->registers()[2] = Value::object(positional);
  if (keywords != nullptr) frame->registers()[3] = Value::object(keywords);
  return frame;
}

ProgramState* make_program_state(Heap& heap, const LoadedProgram* program, ModuleObject* module) {
  const size_t count = program->codes.size();
  auto* state = heap.allocate<ProgramState>(nullptr, Kind::program_state,
                                            (count - 1) * sizeof(CodeState*));
  state->size = static_cast<uint32_t>(count);
  state->program = program;
  state->module = module;
  std::fill_n(state->states, count, nullptr);
  return state;
}

CodeState* code_state(Heap& heap, ProgramState* program, const LoadedCode* code) {
  ENSURE(code->program == program->program);
  CodeState*& place = program->states[code->index];
  if (place != nullptr) return place;
  const size_t sites = code->code->sites.size();
  auto* state = heap.allocate<CodeState>(nullptr, Kind::code_state, sites * sizeof(InlineCache));
  state->size = static_cast<uint32_t>(sites);
  state->code = code;
  state->program = program;
  for (size_t i = 0; i < sites; i++) state->caches[i] = InlineCache();
  place = state;
  return state;
}

}  // namespace lockstep
