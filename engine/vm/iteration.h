#pragma once

#include "vm/frames.h"

// The iterator protocol.
namespace lockstep {

// iter(value). `done`, `raised`, or `called` with phases from kOperatorPhase (see operators.h).
Step get_iterator(Machine& machine, Frame* frame, Value value, Value& out);

// One step of an iterator, for the instructions for_iter and send: `done` with the item, or empty when it is
// exhausted; `called` when a frame was pushed that delivers by After::loop; or with phases.
Step next_for_loop(Machine& machine, Destination to, Value iterator, Value& out);

// next(iterator) for natives, in their phases from `phase` on (two of them): `done` with an empty item
// when it is exhausted.
Step next_item(Machine& machine, Call& call, uint8_t phase, Value iterator, Value& out);

}  // namespace lockstep
