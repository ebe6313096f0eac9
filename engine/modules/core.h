#pragma once

#include <span>

#include "vm/registry.h"

// The rows of what is part of the machine itself: object, type, functions, generators, exceptions, and
// the builtins that reach into frames and classes.
namespace lockstep {

std::span<const ClassRows> object_rows();        // core_objects.cpp: object, type, super, property, ...
std::span<const ClassRows> callable_rows();      // core_callables.cpp: functions, methods, generators
std::span<const ClassRows> exception_rows();     // core_exceptions.cpp
std::span<const ModuleRows> core_modules();      // core_builtins.cpp: getattr, exec, __build_class__ ...

}  // namespace lockstep
