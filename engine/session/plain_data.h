#pragma once

#include "vm/objects/thread.h"

namespace lockstep {

// Whether what the thread is about to read or write is something that scripts have to guard themselves, as far as its
// kind tells: no thread-local data, nor a library object that looks after itself. Cheap. Requires that its
// operation is one on data.
bool touches_shared_sort(const ThreadObject& thread);

// Whether it is data and nothing else, besides: no property, no operator of the script's own.
bool touches_plain_data(const ThreadObject& thread);

}  // namespace lockstep
