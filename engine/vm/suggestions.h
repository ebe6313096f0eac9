#pragma once

#include <string>

#include "vm/machine.h"

namespace lockstep {

// The name that a NameError's or AttributeError's missing one was perhaps meant to be: what CPython puts
// behind "Did you mean". Empty if nothing is near enough. `exception` may be of any class.
std::string suggest_name(Machine& machine, const ExceptionObject* exception);

}  // namespace lockstep
