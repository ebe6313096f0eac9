#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "trace/log.h"
#include "trace/names.h"

namespace lockstep {

// A trace as JSON lines: a header {"format": "lockstep-trace", "version": 1, "objects": {...}},
// then an object for each event, in the log's order. Fields that say nothing (0, "") are left out;
// `kind` is the name in event.def, `time` is in nanoseconds. The same events give the same bytes.
std::string to_json_lines(const Log& log, const ObjectNames& objects);

struct TraceError {
  int64_t line = 0;     // from 1
  std::string message;  // for people, without a full stop
};

// Reads such a text into an empty log. On an error the log holds what came before it.
Result<ObjectNames, TraceError> from_json_lines(std::string_view text, Log& log);

}  // namespace lockstep
