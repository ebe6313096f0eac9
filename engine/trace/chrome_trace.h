#pragma once

#include <string>
#include <string_view>

#include "trace/log.h"
#include "trace/names.h"

namespace lockstep {

// What the horizontal axis of a trace is. The clock of a controlled run mostly stands still, so
// there each event is a microsecond after the one before.
enum class TraceAxis { clock, events };

// A trace in the Trace Event Format of Chrome, which Perfetto opens: a named row for each thread,
// with slices for running, ready and what it waits for, and instants for output, steps and the
// rest.
std::string to_chrome_trace(const Log& log, const ObjectNames& objects, std::string_view program,
                            TraceAxis axis);

}  // namespace lockstep
