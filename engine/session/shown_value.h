#pragma once

#include <string>

#include "session/object_walk.h"
#include "vm/machine.h"

namespace lockstep {

// A value as a learner should see it beside the code: its repr, cut where it is long; but a thread by its
// name, a lock by what it is, and an object without a __repr__ of its own by its class and attributes:
// "Account(balance=5)". Runs no script code. It may number objects (see Machine::identity), so whoever
// wants the run to stay as it is copies it before and puts it back after.
std::string shown_value(Machine& machine, const ObjectWalk& walk, Value value);

// "Lock", "BoundedSemaphore", "Queue": the class's name.
std::string class_of_primitive(const PrimitiveObject* object);

}  // namespace lockstep
