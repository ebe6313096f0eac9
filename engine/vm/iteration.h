#pragma once

#include "vm/frames.h"
#include "vm/operations.h"

// The iterator protocol.
namespace lockstep {

// iter(value). `done`, `raised`, or `called` with phases from kOperatorPhase (see operators.h).
Step get_iterator(Machine& machine, Frame* frame, Value value, Value& out);

// One step of an iterator, for the instructions for_iter and send: `done` with the item, or empty when it is
// exhausted; `called` when a frame was pushed that delivers by After::loop; or with phases.
Step next_for_loop(Machine& machine, Destination to, Value iterator, Value& out);

// The next pair of what gives tuples of two (items of a dict, enumerate, zip), for a loop that takes them apart at
// once: so no tuple is made. An empty pair[0]: exhausted. unknown: it is something else, and nothing was done.
Work next_pair(Machine& machine, Value iterator, Value* pair);

// The next entry of an iterator over a dict or one of its views; null: exhausted. Requires that it was not before.
Work next_entry(Machine& machine, IteratorObject* iterator, const TableObject::Entry*& entry);

// next(iterator) for natives, in their phases from `phase` on (two of them): `done` with an empty item
// when it is exhausted.
Step next_item(Machine& machine, Call& call, uint8_t phase, Value iterator, Value& out);

}  // namespace lockstep
