#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <vector>

#include "native/command_line.h"

namespace lockstep {

// Runs the script of `line` as `options` say, its output going to standard output and standard error as
// it comes, and reports how it ended. Returns the exit status that cli's contract names.
int run_and_report(const CommandLine& line, const RunOptions& options);

// "finished", "exception", "deadlock", "limit", ...: what --json calls an outcome.
const char* kind_name(OutcomeKind kind);

// Findings as --json shows them, and those that are races once more, as pairs of places.
nlohmann::ordered_json to_json(const std::vector<Finding>& findings);
nlohmann::ordered_json races_of(const std::vector<Finding>& findings);
// A line for each.
void print_findings(std::FILE* stream, const std::vector<Finding>& findings);

}  // namespace lockstep
