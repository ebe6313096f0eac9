#pragma once

#include <new>

#include "control/controlled_world.h"
#include "vm/machine.h"
#include "vm/objects/module.h"

namespace lockstep {

// Room for a controlled world's state in the machine's arena, all zero, so that it is copied and put
// back with the run.
inline ControlledState& make_world_state(Machine& machine) {
  constexpr size_t kExtra = sizeof(ControlledState) - sizeof(OpaqueObject::bytes);
  auto* object = machine.heap().allocate<OpaqueObject>(builtin_class(BuiltinClass::opaque),
                                                       Kind::opaque, kExtra);
  object->size = sizeof(ControlledState);
  object->identity = 0;
  for (Value& value : object->values) value = Value::empty();
  machine.state().world_state = object;
  void* place = object->bytes;
  return *new (place) ControlledState();
}

}  // namespace lockstep
