#include <cstdio>

#include "native/commands/commands.h"
#include "native/commands/report.h"
#include "native/source_file.h"

namespace lockstep {

int replay_command(const CommandLine& line) {
  RunOptions options = line.run;
  if (options.schedule.starts_with("@")) {
    const auto text = read_source(options.schedule.substr(1));
    if (!text) {
      std::fprintf(stderr, "lockstep: %s\n", text.error().c_str());
      return 2;
    }
    options.schedule = *text;
  }
  return run_and_report(line, options);
}

}  // namespace lockstep
