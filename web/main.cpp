#include <SDL.h>
#include <emscripten.h>
#include <imgui.h>

#include <optional>
#include <string>

#include "shell/window.h"
#include "web/platform_web.h"
#include "workbench/workbench.h"

// The page's entry points. page.js calls the exported functions, on the thread that draws and between
// frames; a text that is returned stays until the next call.
namespace {

struct Page {
  lockstep::WebPlatform platform;
  lockstep::Workbench workbench{platform};
  std::optional<lockstep::Window> window;
  std::string answer;
};

// main() fills it and never leaves: the browser calls back for as long as the page is open.
Page* page = nullptr;

// Where text goes, so that an input method shows its candidates there.
void follow_caret(ImGuiViewport*, ImGuiPlatformImeData* data) {
  lockstep::place_text_field(data->WantVisible, data->InputPos.x, data->InputPos.y, data->InputLineHeight);
}

}  // namespace

extern "C" {

// A question to the workbench, JSON to JSON.
EMSCRIPTEN_KEEPALIVE const char* lockstep_query(const char* json) {
  page->answer = page->workbench.query(json);
  return page->answer.c_str();
}

// The user copies or cuts: what goes to the clipboard, empty when nothing is selected.
EMSCRIPTEN_KEEPALIVE const char* lockstep_copy(bool cut) {
  const std::string before = page->platform.clipboard_text();
  page->platform.receive_paste({});
  page->window->press_shortcut(cut ? ImGuiKey_X : ImGuiKey_C);
  page->answer = page->platform.clipboard_text();
  if (page->answer.empty()) page->platform.receive_paste(before);
  return page->answer.c_str();
}

EMSCRIPTEN_KEEPALIVE void lockstep_paste(const char* text) {
  page->platform.receive_paste(text);
  page->window->press_shortcut(ImGuiKey_V);
}

// Text from an input method or a dead key, as UTF-8.
EMSCRIPTEN_KEEPALIVE void lockstep_enter_text(const char* text) { page->window->enter_text(text); }

// What keeps the window from opening, or an empty text.
EMSCRIPTEN_KEEPALIVE const char* lockstep_error() { return page->window->error().c_str(); }

}  // extern "C"

int main() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#playground");
  lockstep::Window::Settings settings;
  settings.gl_es = true;
  settings.gl_minor = 0;
  settings.glsl_version = "#version 300 es";
  page = new Page;
  page->window.emplace(page->platform, page->workbench, settings);
  if (!page->window->is_open()) return 1;
  ImGui::GetIO().SetPlatformImeDataFn = follow_caret;
  emscripten_set_main_loop([] { page->window->step(); }, 0, false);
  return 0;
}
