#pragma once

#include <cstdint>

#include "vm/heap.h"
#include "vm/value.h"

namespace lockstep {

// What sys.getsizeof says: how many bytes CPython 3.11 would need for the object itself, without what it
// refers to. For kinds of which that is not known it is a guess.
int64_t size_in_cpython(Value value);

}  // namespace lockstep
