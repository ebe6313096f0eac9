#include <cstdio>

#include "native/commands/commands.h"

namespace lockstep {

int check_command(const CommandLine&) {
  std::fputs("lockstep: this build cannot check scripts yet\n", stderr);
  return 2;
}

}  // namespace lockstep
