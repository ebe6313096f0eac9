#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "shell/window.h"
#include "workbench/workbench.h"

namespace lockstep {

// Lets another program use the playground as a user would: a request per line of standard input, each
// a JSON object, and an answer per line of standard output, in the same order. For tests.
//
//   {"query": {...}}                        the workbench's own answer
//   {"mouse": "move", "x": X, "y": Y}       also "down" and "up" (left button), "wheel" with "dy"
//   {"key": "Return"}                       SDL's name of a key, pressed and released; "ctrl": true with Ctrl
//   {"text": "..."}                         text as typed
//   {"size": [W, H]}                        resizes the window, in logical pixels
//   {"picture": "FILE.bmp"}                 saves what the window shows
//   {"close": true}                         ends the program, as closing standard input does
//
// What is not a query is answered with {"ok": true}, or {"error": "..."}, and two frames are drawn before
// the next request is looked at. Coordinates are logical pixels.
class Remote {
 public:
  // Input is read from `input`, a file descriptor, without ever waiting.
  Remote(Window& window, Workbench& workbench, double own_scale, int input);

  // Serves what has arrived. False when the program should end.
  bool step();

 private:
  std::string answer(const std::string& line);
  bool read_available();

  Window& window_;
  Workbench& workbench_;
  double own_scale_;
  int input_;
  std::string pending_;
  bool closed_ = false;
};

}  // namespace lockstep
