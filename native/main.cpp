#include <cstdio>
#include <string>
#include <vector>

#include "native/command_line.h"
#include "native/commands/commands.h"
#include "notices.h"

namespace {

int dispatch(const lockstep::CommandLine& line) {
  using lockstep::Command;
  switch (line.command) {
    case Command::open: return lockstep::open_command(line);
    case Command::run: return lockstep::run_command(line);
    case Command::replay: return lockstep::replay_command(line);
    case Command::explore: return lockstep::explore_command(line);
    case Command::check: return lockstep::check_command(line);
    case Command::help: std::fputs(line.text.c_str(), stdout); return 0;
    case Command::version: std::puts("lockstep " LOCKSTEP_VERSION); return 0;
    case Command::notices:
      for (const lockstep::EmbeddedFile& file : lockstep::notices()) {
        std::fwrite(file.text.data(), 1, file.text.size(), stdout);
      }
      return 0;
  }
  return lockstep::kWrongCall;
}

}  // namespace

int main(int argc, char** argv) {
  const auto line = lockstep::parse_command_line(std::vector<std::string>(argv + 1, argv + argc));
  if (!line) {
    std::fprintf(stderr, "lockstep: %s (lockstep help says more)\n", line.error().c_str());
    return lockstep::kWrongCall;
  }
  return dispatch(*line);
}
