#include "native/platform_native.h"

#include <SDL.h>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include <nlohmann/json.hpp>

namespace lockstep {

NativePlatform::NativePlatform(double own_scale) : own_scale_(own_scale) {
  char* folder = SDL_GetPrefPath(nullptr, "lockstep");
  if (!folder) return;
  settings_file_ = std::string(folder) + "settings.json";
  SDL_free(folder);
  std::ifstream in(settings_file_);
  const auto stored = nlohmann::json::parse(in, nullptr, false);
  if (!stored.is_object()) return;
  for (const auto& [name, value] : stored.items()) {
    if (value.is_string()) settings_[name] = value.get<std::string>();
  }
}

bool NativePlatform::open_link(std::string_view url) {
  return SDL_OpenURL(std::string(url).c_str()) == 0;
}

std::string NativePlatform::clipboard_text() {
  char* text = SDL_GetClipboardText();
  std::string result = text ? text : "";
  SDL_free(text);
  return result;
}

void NativePlatform::set_clipboard_text(std::string_view text) {
  SDL_SetClipboardText(std::string(text).c_str());
}

std::string NativePlatform::load_setting(std::string_view name) {
  const auto found = settings_.find(name);
  return found == settings_.end() ? std::string() : found->second;
}

void NativePlatform::store_setting(std::string_view name, std::string_view value) {
  if (value.empty()) {
    settings_.erase(std::string(name));
  } else {
    settings_[std::string(name)] = value;
  }
  if (settings_file_.empty()) return;
  // written beside and moved over, so that a crash leaves one whole file or the other
  const std::string beside = settings_file_ + ".new";
  std::ofstream(beside) << nlohmann::json(settings_).dump(2, ' ', false,
                                                          nlohmann::json::error_handler_t::replace)
                        << '\n';
  std::rename(beside.c_str(), settings_file_.c_str());
}

double NativePlatform::pixel_ratio() {
  SDL_Window* window = SDL_GL_GetCurrentWindow();
  int drawable = 0, width = 0;
  if (window) {
    SDL_GL_GetDrawableSize(window, &drawable, nullptr);
    SDL_GetWindowSize(window, &width, nullptr);
  }
  if (drawable <= 0 || width <= 0) return own_scale_;
  return own_scale_ * drawable / width;
}

double NativePlatform::now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double desktop_scale() {
  for (const char* variable : {"GDK_SCALE", "QT_SCALE_FACTOR"}) {
    const char* text = std::getenv(variable);
    const double scale = text ? std::atof(text) : 0;
    if (scale >= 0.5 && scale <= 8) return scale;
  }
  // A desktop that scales by itself shows SDL a screen of ordinary density. Small differences of
  // physical density are no wish for another scale.
  float dots_per_inch = 0;
  if (SDL_GetDisplayDPI(0, &dots_per_inch, nullptr, nullptr) != 0 || dots_per_inch < 144) return 1;
  return std::round(dots_per_inch / 96 * 4) / 4;
}

}  // namespace lockstep
