#include <SDL.h>
#include <unistd.h>

#include <cstdio>
#include <optional>
#include <utility>

#include "native/commands/commands.h"
#include "native/lesson_files.h"
#include "native/platform_native.h"
#include "native/remote.h"
#include "shell/window.h"
#include "workbench/workbench.h"

namespace lockstep {
namespace {

// How long the program sleeps when nothing moves; input wakes it at once.
constexpr int kIdleMilliseconds = 50;

}  // namespace

int open_command(const CommandLine& line) {
  Workbench::Options options;
  if (!line.file.empty()) {
    auto lessons = read_lessons(line.file);
    if (!lessons) {
      std::fprintf(stderr, "lockstep: %s\n", lessons.error().c_str());
      return kWrongCall;
    }
    options.lessons = std::move(*lessons);
  }
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    std::fprintf(stderr, "lockstep: cannot open a window: %s\n", SDL_GetError());
    return 1;
  }
  Window::Settings settings;
  settings.width = line.width;
  settings.height = line.height;
  settings.own_scale = line.scale > 0 ? line.scale : desktop_scale();
  NativePlatform platform(settings.own_scale);
  Workbench workbench(platform, std::move(options));
  Window window(platform, workbench, settings);
  if (!window.is_open()) {
    std::fprintf(stderr, "lockstep: cannot open a window: %s\n", window.error().c_str());
    return 1;
  }
  std::optional<Remote> remote;
  if (line.remote) remote.emplace(window, workbench, settings.own_scale, STDIN_FILENO);
  while (!window.wants_to_close()) {
    const bool drew = window.step();
    if (remote && !remote->step()) break;
    if (!drew) SDL_WaitEventTimeout(nullptr, remote ? 5 : kIdleMilliseconds);
  }
  return 0;
}

}  // namespace lockstep
