#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "workbench/fonts.h"
#include "workbench/lesson_library.h"
#include "workbench/platform.h"

namespace lockstep {

class Session;

// The playground's interface: everything that is drawn, and what it does when it is used. The same in
// the desktop program and in the page, each of which owns the window, calls from one thread, and
// between ImGui::NewFrame and ImGui::Render only where a function says so.
//
// It knows the engine only as a Session, asks it for snapshots once a frame, and never waits for it.
class Workbench {
 public:
  struct Options {
    // What the playground shows. Empty: the lessons that the build put inside the program.
    std::vector<LessonSource> lessons;
    // Makes the engine. Null: Session::create.
    std::function<std::unique_ptr<Session>()> make_session;
  };

  explicit Workbench(Platform& platform, Options options = {});
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  // Draws one frame. Inside NewFrame and Render; after the first load_fonts.
  void frame();

  // Builds the typefaces into ImGui's atlas for this scale. Between frames, before the first one and
  // whenever the scale changes.
  void load_fonts(double pixel_ratio);

  // Answers a question about what is on the screen, JSON to JSON: for tests and for assistive tools.
  // Between frames. query.h lists the questions. Nothing can be done this way, only seen.
  std::string query(std::string_view json);

  // True when nothing moves: the next frame would equal the last one unless there is input.
  bool idle() const;

 private:
  class Desk;
  std::unique_ptr<Desk> desk_;
};

}  // namespace lockstep
