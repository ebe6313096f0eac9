#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "session/explore.h"
#include "session/session.h"

namespace lockstep {

// The exit status of a command that was called in a way that it does not know.
inline constexpr int kWrongCall = 2;

enum class Command { open, run, replay, explore, check, help, version, notices };

// Which clock a run shows its script.
enum class ClockChoice { as_mode, real, virtual_time };

// A call of the program, understood but not yet acted upon: plain data, no file has been opened.
struct CommandLine {
  Command command = Command::open;
  std::string file;                // run, replay, explore: the script. open: a lesson or a folder, or empty
  std::vector<std::string> paths;  // check: lessons and folders of them, at least one
  std::string text;                // help: what to print

  RunOptions run;           // run, replay: mode, seed, limits, the script's arguments, ...
  ExploreOptions explore;   // explore
  ClockChoice clock = ClockChoice::as_mode;
  std::string trace_file;   // run, replay: where the Chrome trace goes, or empty
  std::string junit_file;   // check: where the JUnit report goes, or empty
  bool findings = false;    // of a run: say what is wrong, on standard error
  bool json = false;        // one object on standard output instead of plain text

  double scale = 0;         // open: screen pixels to the logical pixel; 0: as the desktop says
  int width = 1280;         // open: of the window, in logical pixels
  int height = 720;
  bool remote = false;      // open: driven by standard input; see native/remote.h
};

// `arguments` is without the program's own name. The error is one line without a line end, for the
// user; the exit status that goes with it is 2.
//
// Options of `run` and `replay` may stand before and after FILE. What follows FILE and is not one of
// them is the script's, with everything after it; `--` says so for arguments that look like ours.
// A schedule given as @file stays as it is in RunOptions::schedule, `@` included.
Result<CommandLine, std::string> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace lockstep
