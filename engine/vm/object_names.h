#pragma once

#include <string>

#include "vm/machine.h"

namespace lockstep {

// What the script calls an object, by the serial number that operations and traces use: the name of the
// global of the main module that holds it, or the attribute of an object such a global holds; "" when there is
// none. A thread is called by its own name.
std::string name_of_object(const Machine& machine, uint32_t serial);

}  // namespace lockstep
