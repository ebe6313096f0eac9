#pragma once

#include <string>

#include "session/object_walk.h"
#include "vm/objects/thread.h"

namespace lockstep {

// What the operation that a thread stands before does, for people: "read counter", "acquire pen",
// "print("done")". From its announced operation, what the script calls the object, and the source text
// at the place.
std::string words_for_next(const ThreadObject& thread, const ObjectWalk& walk);

// The data that it touches, if it does: "counter", "account.balance"; of a list's item the list. "" where it
// has no name.
std::string name_of_touched(const ThreadObject& thread, const ObjectWalk& walk);
// The name of the attribute or global among it; null: it touches something else.
const StrObject* touched_name(const ThreadObject& thread);

// What a blocked task waits for: "lock pen, held by Thread-1 (count)". "" when it does not wait, or sleeps.
std::string words_for_wait(const Task& task, const ObjectWalk& walk, const Machine& machine);

// The innermost frame of the script's own code, or null: a thread is in library code or has ended.
const Frame* script_frame(const ThreadObject& thread);
// The line it stands on, 0 without such a frame.
int32_t script_line(const ThreadObject& thread);

}  // namespace lockstep
