#pragma once

#include <cstdint>

namespace lockstep {

// What a visible step does. `touches_data` operations can race; the others synchronise or have an effect.
enum class OperationKind : uint8_t {
#define OPERATION(name, is_write, label) name,
#include "world/operation.def"
#undef OPERATION
};

// One visible step of a task, announced before it happens: the unit of scheduling.
// `object` and `detail` name what it touches in a way that does not depend on addresses: object is
// the run's serial number of the heap object (0: none), detail tells its parts apart (which global,
// attribute or item; 0: the object as a whole). Two operations can only affect each other when both match
// or one of them covers the whole object.
struct Operation {
  OperationKind kind = OperationKind::none;
  int32_t line = 0;              // in the script, counted from 1; 0 outside it
  uint32_t object = 0;
  uint32_t detail = 0;
};

}  // namespace lockstep
