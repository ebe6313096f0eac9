#pragma once

#include <string>

#include "session/object_walk.h"
#include "vm/machine.h"

namespace lockstep {

// A value as a learner should see it beside the code: its repr, cut where it is long; but a thread by its
// name, a lock by what it is, and an object without a __repr__ of its own by its class and attributes:
// "Account(balance=5)". Runs no script code.
enum class ShownValues : uint8_t {
  all,       // may number objects (see Machine::identity): who wants the run to stay as it is copies it before
             // and puts it back after
  plain,     // leaves the run alone: of what is no number, text or container of these, the class
};
std::string shown_value(Machine& machine, const ObjectWalk& walk, Value value,
                        ShownValues values = ShownValues::all);

// "Lock", "BoundedSemaphore", "Queue": the class's name.
std::string class_of_primitive(const PrimitiveObject* object);

}  // namespace lockstep
