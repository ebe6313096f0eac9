#pragma once

#include <string>

#include "vm/machine.h"

namespace lockstep {

// The lines of a traceback's entries as CPython 3.11 prints them, without "Traceback (most recent
// call last):". Library code does not appear.
std::string format_traceback(const TracebackObject* traceback);

// One entry: the File line, the source line and what is underlined.
std::string format_location(const LoadedCode* code, uint32_t instruction, int32_t line);

}  // namespace lockstep
