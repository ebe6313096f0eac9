#include <cstdio>

#include "native/commands/commands.h"

namespace lockstep {

int open_command(const CommandLine&) {
  std::fputs("lockstep: there is no window under node; web/play serves the playground as a page\n",
             stderr);
  return 1;
}

}  // namespace lockstep
