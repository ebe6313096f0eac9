#include "native/remote.h"

#include <SDL.h>
#include <poll.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace lockstep {
namespace {

using Json = nlohmann::json;

void push_key(SDL_Keycode key, bool pressed, bool ctrl) {
  SDL_Event event = {};
  event.type = pressed ? SDL_KEYDOWN : SDL_KEYUP;
  event.key.state = pressed ? SDL_PRESSED : SDL_RELEASED;
  event.key.keysym.sym = key;
  event.key.keysym.scancode = SDL_GetScancodeFromKey(key);
  event.key.keysym.mod = Uint16(ctrl ? KMOD_LCTRL : KMOD_NONE);
  SDL_PushEvent(&event);
}

void push_text(const std::string& text) {
  // one event holds a few bytes only; a character must not be cut
  size_t at = 0;
  while (at < text.size()) {
    size_t end = std::min(text.size(), at + SDL_TEXTINPUTEVENT_TEXT_SIZE - 1);
    while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
    SDL_Event event = {};
    event.type = SDL_TEXTINPUT;
    text.copy(event.text.text, end - at, at);
    SDL_PushEvent(&event);
    at = end;
  }
}

std::string push_mouse(const Json& request, double scale) {
  const std::string what = request.value("mouse", "");
  SDL_Event event = {};
  if (what == "move") {
    event.type = SDL_MOUSEMOTION;
    event.motion.x = int(std::lround(request.value("x", 0.0) * scale));
    event.motion.y = int(std::lround(request.value("y", 0.0) * scale));
    SDL_WarpMouseInWindow(SDL_GL_GetCurrentWindow(), event.motion.x, event.motion.y);
  } else if (what == "down" || what == "up") {
    event.type = what == "down" ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
    event.button.button = SDL_BUTTON_LEFT;
  } else if (what == "wheel") {
    event.type = SDL_MOUSEWHEEL;
    event.wheel.preciseY = request.value("dy", 0.0f);
    event.wheel.y = int(event.wheel.preciseY);
  } else {
    return "mouse is move, down, up or wheel";
  }
  SDL_PushEvent(&event);
  return {};
}

}  // namespace

Remote::Remote(Window& window, Workbench& workbench, double own_scale, int input)
    : window_(window), workbench_(workbench), own_scale_(own_scale), input_(input) {}

bool Remote::read_available() {
  pollfd ready = {input_, POLLIN, 0};
  while (!closed_ && poll(&ready, 1, 0) > 0) {
    char bytes[4096];
    const ssize_t count = read(input_, bytes, sizeof bytes);
    if (count <= 0) closed_ = true;
    if (count > 0) pending_.append(bytes, size_t(count));
  }
  return !pending_.empty();
}

std::string Remote::answer(const std::string& line) {
  const Json request = Json::parse(line, nullptr, false);
  if (!request.is_object()) return R"({"error": "not a JSON object"})";
  if (request.contains("query")) return workbench_.query(request["query"].dump());
  std::string wrong;
  if (request.contains("mouse")) {
    wrong = push_mouse(request, own_scale_);
  } else if (request.contains("key")) {
    const SDL_Keycode key = SDL_GetKeyFromName(request.value("key", "").c_str());
    const bool ctrl = request.value("ctrl", false);
    if (key == SDLK_UNKNOWN) wrong = "no key has this name";
    if (ctrl) push_key(SDLK_LCTRL, true, true);
    push_key(key, true, ctrl);
    push_key(key, false, ctrl);
    if (ctrl) push_key(SDLK_LCTRL, false, false);
  } else if (request.contains("text")) {
    push_text(request.value("text", ""));
  } else if (request.contains("size")) {
    SDL_SetWindowSize(SDL_GL_GetCurrentWindow(),
                      int(std::lround(request["size"].at(0).get<double>() * own_scale_)),
                      int(std::lround(request["size"].at(1).get<double>() * own_scale_)));
  } else if (request.contains("picture")) {
    if (!window_.save_picture(request.value("picture", ""))) wrong = SDL_GetError();
  } else if (request.contains("close")) {
    closed_ = true;
  } else {
    wrong = "unknown request";
  }
  return wrong.empty() ? Json{{"ok", true}}.dump() : Json{{"error", wrong}}.dump();
}

bool Remote::step() {
  read_available();
  for (size_t end = pending_.find('\n'); end != std::string::npos; end = pending_.find('\n')) {
    const std::string reply = answer(pending_.substr(0, end));
    pending_.erase(0, end + 1);
    for (int frame = 0; frame < 2; ++frame) {
      window_.step();
    }
    std::fwrite(reply.data(), 1, reply.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
  }
  return !closed_;
}

}  // namespace lockstep
