#pragma once

#include "vm/async.h"
#include "vm/machine.h"

// What the files share that show asyncio's futures, tasks and loops to scripts.
namespace lockstep {

inline AsyncFutureObject* future_of(Call& call) { return as<AsyncFutureObject>(call[0]); }
inline AsyncTaskObject* task_of(AsyncFutureObject* future) {
  return static_cast<AsyncTaskObject*>(future);
}
inline bool is_task(Value value) {
  return is_kind(value, Kind::async_future) && value.as_object()->extra == AsyncFutureObject::task;
}

// A child of a gather() is done (async_gather.cpp).
void take_child(Machine& machine, AsyncGatheringObject* outer, AsyncFutureObject* child);

// Future.cancel() and Task.cancel(). A task passes it on to what it waits for; where a class of the script
// has a cancel() of its own on the way, that is called: `called`, and this function is to be called again in
// `phase`. `is_direct`: `start` itself is meant, whatever its class overrides.
Step cancel_any(Machine& machine, Call& call, uint8_t phase, AsyncFutureObject* start, Value message,
                bool is_direct, bool& answer);

// The exception that throw(typ, val, tb) means, an instance; the arguments are call[1] and call[2]. `called`: it
// is being made, and the native goes on in `phase`.
Step exception_to_throw(Machine& machine, Call& call, uint8_t phase, Value& exception);

}  // namespace lockstep
