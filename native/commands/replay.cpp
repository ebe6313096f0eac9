#include <cstdio>

#include "native/commands/commands.h"

namespace lockstep {

int replay_command(const CommandLine&) {
  std::fputs("lockstep: this build cannot replay scripts yet\n", stderr);
  return 2;
}

}  // namespace lockstep
