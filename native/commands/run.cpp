#include "native/commands/commands.h"
#include "native/commands/report.h"

namespace lockstep {

int run_command(const CommandLine& line) { return run_and_report(line, line.run); }

}  // namespace lockstep
