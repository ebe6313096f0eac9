#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>

#include "workbench/fonts.h"
#include "workbench/theme.h"

// The few widgets that the panels are made of, and plain helpers for drawing text. Inside a frame only.
namespace lockstep {

inline ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
inline ImVec2 operator-(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }

struct Rect {
  ImVec2 min;
  ImVec2 max;

  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  bool contains(ImVec2 point) const {
    return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
  }
};

// Where the named widgets of the last frame were, in logical pixels: tests click by name.
class WidgetMap {
 public:
  void clear() { rects_.clear(); }
  void add(std::string name, Rect rect) { rects_[std::move(name)] = rect; }
  const std::map<std::string, Rect, std::less<>>& rects() const { return rects_; }

 private:
  std::map<std::string, Rect, std::less<>> rects_;
};

// What every widget needs to know.
struct Look {
  const Theme& theme;
  const Fonts& fonts;
  WidgetMap& widgets;
  std::string_view focus;   // the panel that takes the keyboard in this frame; empty: none does
  bool keyboard = false;    // the user goes about by keys: show where they are
};

float font_size(const ImFont* font);
ImVec2 measure(const ImFont* font, std::string_view text);
void draw_text(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 colour, std::string_view text);
// In the middle of a height, from x on.
void draw_text_middle(ImDrawList& list, const ImFont* font, float x, float top, float height,
                      ImU32 colour, std::string_view text);
// Cut short with an ellipsis where it is wider than `width`.
void draw_text_clipped(ImDrawList& list, const ImFont* font, ImVec2 at, float width, ImU32 colour,
                       std::string_view text);
std::string shortened(const ImFont* font, std::string_view text, float width);

enum class ButtonKind : uint8_t { plain, quiet, primary, danger };

struct Button {
  const char* name = "";          // its id, and its name in the widget map
  const char* icon = nullptr;
  std::string_view label = {};
  ButtonKind kind = ButtonKind::plain;
  bool enabled = true;
  bool chosen = false;
  bool opens_menu = false;        // a small arrow at its end
  std::string_view tooltip = {};
  std::string_view shortcut = {};
};

float button_width(const Look& look, const Button& button);
// At the cursor; true when pressed by mouse or keyboard.
bool draw_button(const Look& look, const Button& button, float height = space::button);

// Around the item before, when the keyboard has reached it.
void draw_focus_ring(const Look& look, Rect rect, float rounding = space::radius);

// For the item before: what it does and which key does it.
void draw_tooltip(const Look& look, std::string_view text, std::string_view shortcut = {});
void begin_tooltip(const Look& look);
void end_tooltip();

// A popup's frame: padding and a border that fit the theme.
bool begin_popup(const Look& look, const char* id);
void end_popup();

// A rounded card with a child window inside, one for each panel. Outlined when the keyboard is in it.
class Panel {
 public:
  Panel(const Look& look, const char* name, Rect area, ImGuiWindowFlags flags = 0);
  ~Panel();
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

 private:
  const Look& look_;
  Rect area_;
};

// A panel's heading line; returns the strip so that controls can be put at its right end.
Rect draw_panel_header(const Look& look, Rect area, const char* icon, std::string_view title);

// An explanation in the middle of an empty area: what is missing and what to do.
void draw_empty_state(const Look& look, Rect area, const char* icon, std::string_view title,
                      std::string_view advice);

// A bar that is dragged to share out room. `along` is the position along its axis, changed while it is
// dragged. True while it is held.
enum class SplitterAxis : uint8_t { horizontal, vertical };
bool draw_splitter(const Look& look, const char* name, Rect area, SplitterAxis axis, float& along);

}  // namespace lockstep
