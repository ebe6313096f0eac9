#pragma once

#include "native/command_line.h"

namespace lockstep {

// What each command does; the result is the program's exit status. Only main calls these, with a line
// whose command is the one named.
int open_command(const CommandLine& line);
int run_command(const CommandLine& line);
int replay_command(const CommandLine& line);
int explore_command(const CommandLine& line);
int check_command(const CommandLine& line);

}  // namespace lockstep
