#include "shell/window.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <cmath>
#include <vector>

#include LOCKSTEP_GL_HEADER


namespace lockstep {
namespace {

// ImGui settles a layout over several frames: a window that appears, a popup that finds its size.
constexpr int kFramesAfterInput = 4;

}  // namespace

Window::Window(Platform& platform, Workbench& workbench, const Settings& settings)
    : platform_(platform), workbench_(workbench), own_scale_(settings.own_scale) {
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) {
    error_ = SDL_GetError();
    return;
  }
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, settings.gl_es ? SDL_GL_CONTEXT_PROFILE_ES
                                                                  : SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, settings.gl_major);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, settings.gl_minor);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  window_ = SDL_CreateWindow("Lockstep", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                             int(std::lround(settings.width * own_scale_)),
                             int(std::lround(settings.height * own_scale_)),
                             SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_) gl_ = SDL_GL_CreateContext(window_);
  if (!gl_) {
    error_ = SDL_GetError();
    return;
  }
  SDL_GL_SetSwapInterval(1);
  start_imgui(settings);
  open_ = true;
}

Window::~Window() {
  if (open_) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplSDL2_Shutdown();
    ImGui::DestroyContext();
  }
  if (gl_) SDL_GL_DeleteContext(gl_);
  if (window_) SDL_DestroyWindow(window_);
  SDL_Quit();
}

void Window::start_imgui(const Settings& settings) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // what is worth keeping goes through Platform::store_setting
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  ImGui_ImplSDL2_InitForOpenGL(window_, gl_);
  ImGui_ImplOpenGL3_Init(settings.glsl_version);
  io.ClipboardUserData = this;
  io.GetClipboardTextFn = read_clipboard;
  io.SetClipboardTextFn = write_clipboard;
  frames_owed_ = kFramesAfterInput;
}

const char* Window::read_clipboard(void* window) {
  auto& self = *static_cast<Window*>(window);
  self.clipboard_ = self.platform_.clipboard_text();
  return self.clipboard_.c_str();
}

void Window::write_clipboard(void* window, const char* text) {
  static_cast<Window*>(window)->platform_.set_clipboard_text(text);
}

void Window::take(SDL_Event& event) {
  // The window system speaks in its own pixels; the workbench in logical ones.
  if (event.type == SDL_MOUSEMOTION && own_scale_ != 1) {
    event.motion.x = int(std::lround(event.motion.x / own_scale_));
    event.motion.y = int(std::lround(event.motion.y / own_scale_));
  }
  ImGui_ImplSDL2_ProcessEvent(&event);
  if (event.type == SDL_QUIT) wants_to_close_ = true;
  frames_owed_ = kFramesAfterInput;
}

bool Window::step() {
  SDL_Event event;
  while (SDL_PollEvent(&event)) take(event);
  if (platform_.pixel_ratio() != loaded_scale_ || !workbench_.idle()) frames_owed_ = kFramesAfterInput;
  if (ImGui::GetIO().WantTextInput) frames_owed_ = kFramesAfterInput;  // the caret blinks
  if (frames_owed_ == 0) return false;
  --frames_owed_;
  draw();
  return true;
}

void Window::follow_scale() {
  const double scale = platform_.pixel_ratio();
  if (scale == loaded_scale_) return;
  loaded_scale_ = scale;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  workbench_.load_fonts(scale);
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Window::draw() {
  render();
  SDL_GL_SwapWindow(window_);
}

void Window::render() {
  follow_scale();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  if (own_scale_ != 1) {
    const float scale = float(own_scale_);
    io.DisplaySize.x /= scale;
    io.DisplaySize.y /= scale;
    io.DisplayFramebufferScale.x *= scale;
    io.DisplayFramebufferScale.y *= scale;
    // ImGui's SDL part asks for the global position itself, in the window system's pixels
    if (SDL_GetMouseFocus() == window_) {
      int x = 0, y = 0;
      SDL_GetMouseState(&x, &y);
      io.AddMousePosEvent(float(x) / scale, float(y) / scale);
    }
  }
  ImGui::NewFrame();
  workbench_.frame();
  ImGui::Render();
  int width = 0, height = 0;
  SDL_GL_GetDrawableSize(window_, &width, &height);
  glViewport(0, 0, width, height);
  const ImVec4 background = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  glClearColor(background.x, background.y, background.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool Window::save_picture(const std::string& path) {
  int width = 0, height = 0;
  SDL_GL_GetDrawableSize(window_, &width, &height);
  std::vector<unsigned char> pixels(size_t(width) * size_t(height) * 4);
  render();
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  SDL_GL_SwapWindow(window_);
  const size_t row = size_t(width) * 4;
  for (size_t top = 0, bottom = size_t(height) - 1; top < bottom; ++top, --bottom) {
    for (size_t i = 0; i < row; ++i) std::swap(pixels[top * row + i], pixels[bottom * row + i]);
  }
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormatFrom(pixels.data(), width, height, 32,
                                                            int(row), SDL_PIXELFORMAT_RGBA32);
  const bool saved = surface && SDL_SaveBMP(surface, path.c_str()) == 0;
  SDL_FreeSurface(surface);
  return saved;
}

void Window::press_shortcut(int imgui_key) {
  ImGuiIO& io = ImGui::GetIO();
  const ImGuiKey modifier = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
  io.AddKeyEvent(modifier, true);
  io.AddKeyEvent(static_cast<ImGuiKey>(imgui_key), true);
  draw();
  io.AddKeyEvent(static_cast<ImGuiKey>(imgui_key), false);
  io.AddKeyEvent(modifier, false);
  draw();
  frames_owed_ = kFramesAfterInput;
}

void Window::enter_text(const std::string& utf8) {
  ImGui::GetIO().AddInputCharactersUTF8(utf8.c_str());
  frames_owed_ = kFramesAfterInput;
}

}  // namespace lockstep
