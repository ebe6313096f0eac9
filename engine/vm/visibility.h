#pragma once

#include "vm/frames.h"
#include "vm/objects/callable.h"
#include "world/operation.h"

// What counts as a visible operation: what another thread could notice, or could change under us.
// Only controlled runs ask. Being too careful costs schedules, never truth; so whatever is not known to
// be private or constant is visible.
//
// Private or constant are: everything while no other thread lives; what library code does to data (its
// own calls of primitives are visible, and so is a script's call of it); globals that one
// instruction assigns once; attributes no instruction of the program ever assigns; the contents of
// immutable objects.
namespace lockstep {

// The safe points between looks at the step limit.
constexpr uint64_t kStepCheck = 1024;

inline bool others_live(const Machine& machine) { return machine.state().live_threads > 1; }
// Whether this thread's operations are to be announced: others could notice them, or somebody wants to see each
// step of its event loop (MachineOptions::steps_loops).
inline bool is_watched(const Machine& machine, const ThreadObject& thread) {
  return others_live(machine) || (machine.options().steps_loops && !thread.running_loop.is_empty());
}

inline uint32_t detail_of(const StrObject* text) { return static_cast<uint32_t>(text->hash) | 1; }
uint32_t detail_of(Value key);

// Asks the world, once per execution of the instruction. False: the machine has to pause.
bool may_go_on(Machine& machine, Frame* frame, const Instruction* pc, OperationKind kind,
               Object* object, uint32_t detail);

bool is_shared_global(const Frame* frame, uint16_t site);
inline bool is_stored_name(const Frame* frame, uint16_t site) {
  return (frame->code->site_flags[site] & LoadedCode::kStoredAttribute) != 0;
}
// What a primitive tells of itself (a barrier's n_waiting) is no stored attribute, but changes.
inline bool is_shared_attribute(const Frame* frame, Value object, uint16_t site) {
  return object.is_object() &&
         (is_stored_name(frame, site) || object.as_object()->kind == Kind::primitive);
}
// list, dict, set, bytearray and their iterators.
bool is_shared_container(Value value);
// The name of a function or class, which a cell holds for good once it holds it.
inline bool is_function_name(Value value) {
  return is_kind(value, Kind::function) || is_kind(value, Kind::class_);
}

// A call that others can notice: a native with an effect, a function of library code, or a builtin class that
// looks into a container, as bool(items) does. `from_library`: the caller is library code itself, of which
// only operations count.
bool is_visible_call(Value callable, std::span<const Value> arguments, bool from_library);
OperationKind call_operation(Value callable);
// What the call acts upon, or null.
Object* call_object(Value callable, std::span<const Value> arguments);

}  // namespace lockstep
