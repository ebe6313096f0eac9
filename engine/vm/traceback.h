#pragma once

#include <string>

#include "vm/machine.h"

namespace lockstep {

// The lines of a traceback's entries as CPython 3.11 prints them, without "Traceback (most recent
// call last):". Library code does not appear.
std::string format_traceback(const TracebackObject* traceback);

// Whether a report says which name was perhaps meant instead of a missing one: CPython does where
// nobody caught the exception, and does not in the module traceback.
enum class Suggestions : uint8_t { none, offered };

// The report of an exception that nobody caught: Machine::format_exception with suggestions.
std::string format_uncaught(Machine& machine, const ExceptionObject* exception);

// A program's SyntaxWarnings as CPython writes them, each with its source line.
std::string format_warnings(const Program& program);

// One entry: the File line, the source line and what is underlined.
std::string format_location(const LoadedCode* code, uint32_t instruction, int32_t line);

}  // namespace lockstep
