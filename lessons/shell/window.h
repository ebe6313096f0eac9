#pragma once

#include <string>

#include "workbench/platform.h"
#include "workbench/workbench.h"

struct SDL_Window;
union SDL_Event;

namespace lockstep {

// The window of the playground: an SDL window with an OpenGL context, ImGui drawing into it, and a
// workbench that says what. Both programs share it; what differs between them comes in as settings. One
// to a process, used by the main thread only.
class Window {
 public:
  struct Settings {
    int width = 1280;  // logical pixels, where the platform lets a program choose
    int height = 720;
    int gl_major = 3;
    int gl_minor = 3;
    bool gl_es = false;
    const char* glsl_version = "#version 330 core";
    // what the window system itself does not scale by; see Platform::pixel_ratio
    double own_scale = 1;
  };

  // Opens the window. When that fails, is_open() is false and error() says why.
  Window(Platform& platform, Workbench& workbench, const Settings& settings);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool is_open() const { return open_; }
  const std::string& error() const { return error_; }

  // Takes in what the user did since the last call, and draws a frame if anything can have changed.
  // True when it drew.
  bool step();

  // Draws a frame now, whether or not anything changed.
  void draw();

  // The user asked for the window to close.
  bool wants_to_close() const { return wants_to_close_; }

  // Writes what the window shows into a BMP file. False when the file cannot be written.
  bool save_picture(const std::string& path);

  // Presses and releases a key together with Ctrl (or its like), as if the user had done it.
  void press_shortcut(int imgui_key);

  // Text that was not typed key by key: what an input method composed, or a dead key and its letter.
  void enter_text(const std::string& utf8);

 private:
  void start_imgui(const Settings& settings);
  void take(SDL_Event& event);
  void follow_scale();
  void render();
  static const char* read_clipboard(void* window);
  static void write_clipboard(void* window, const char* text);

  Platform& platform_;
  Workbench& workbench_;
  SDL_Window* window_ = nullptr;
  void* gl_ = nullptr;
  double own_scale_ = 1;
  double loaded_scale_ = 0;
  int frames_owed_ = 0;
  bool open_ = false;
  bool wants_to_close_ = false;
  std::string error_;
  std::string clipboard_;  // what ImGui was given last; it wants the text to stay
};

}  // namespace lockstep
