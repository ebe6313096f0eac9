#pragma once

#include "native/command_line.h"

namespace lockstep {

// Runs the script of `line` as `options` say, its output going to standard output and standard error as
// it comes, and reports how it ended. Returns the exit status that cli's contract names.
int run_and_report(const CommandLine& line, const RunOptions& options);

// "finished", "exception", "deadlock", "limit", ...: what --json calls an outcome.
const char* kind_name(OutcomeKind kind);

}  // namespace lockstep
