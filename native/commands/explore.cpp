#include <cstdio>

#include "native/commands/commands.h"

namespace lockstep {

int explore_command(const CommandLine&) {
  std::fputs("lockstep: this build cannot explore scripts yet\n", stderr);
  return 2;
}

}  // namespace lockstep
