#pragma once

#include <span>

#include "vm/objects/thread.h"

// Blocking operations that either succeed or change nothing: taking a lock or a permit, putting into
// and taking out of a queue, joining. In controlled runs a thread that stands before one is not
// worth a step while it could only wait. Waiting for an event or a condition is not one of these:
// that a thread has begun to wait makes a difference.
namespace lockstep {

// The thread stands before this call. Notes its gate, if it has one and no deadline.
void note_gate(ThreadObject& thread, Value callable, std::span<const Value> arguments);

// Whether what the thread stands before could succeed now. If not, notes in its task what it waits
// for.
bool gate_is_open(ThreadObject& thread);

}  // namespace lockstep
