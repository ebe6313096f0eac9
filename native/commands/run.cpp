#include <cstdio>

#include "native/commands/commands.h"

namespace lockstep {

int run_command(const CommandLine&) {
  std::fputs("lockstep: this build cannot run scripts yet\n", stderr);
  return 2;
}

}  // namespace lockstep
