#pragma once

#include <string>

#include "session/object_walk.h"
#include "vm/objects/async.h"

// What stands in an event loop of asyncio, for people.
namespace lockstep {

// An entry of the ready queue (three Values, see EventLoopObject): "begin Task-2", "go on with Task-1",
// "throw CancelledError into Task-3", "call tick", "tell report that Task-2 is done". The task it runs or wakes
// goes to `task`, null if there is none.
std::string words_for_entry(const Value* entry, const ObjectWalk& walk, const AsyncTaskObject*& task);

// What a timer does when its time has come: "wake Task-2", "call tick".
std::string words_for_timer(Value what, const ObjectWalk& walk, const AsyncTaskObject*& task);

// What a task that does not run waits for: "started.wait", "the end of Task-2". "" when it sleeps, or is ready.
std::string words_for_task_wait(const AsyncTaskObject* task, const ObjectWalk& walk);

// What the loop does next, entry or waiting.
std::string words_for_loop(const EventLoopObject* loop, const ObjectWalk& walk);

}  // namespace lockstep
