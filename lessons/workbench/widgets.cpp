#include "workbench/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/utf8.h"

namespace lockstep {
namespace {

constexpr const char* kEllipsis = "\u2026";

struct ButtonColours {
  ImU32 fill;
  ImU32 hovered;
  ImU32 pressed;
  ImU32 text;
  ImU32 border;
};

ButtonColours colours_of(const Theme& theme, const Button& button) {
  switch (button.kind) {
    case ButtonKind::plain:
      return {theme.raised, theme.hovered, theme.pressed, theme.text, theme.border};
    case ButtonKind::quiet:
      return {button.chosen ? theme.accent_soft : 0, theme.hovered, theme.pressed,
              button.chosen ? theme.accent : theme.muted, 0};
    case ButtonKind::primary:
      return {theme.run, theme.run_hovered, theme.run, theme.run_text, 0};
    case ButtonKind::danger:
      return {theme.danger_soft, with_alpha(theme.danger, 0.3f), theme.danger_soft, theme.danger,
              with_alpha(theme.danger, 0.5f)};
  }
  return {};
}

}  // namespace

float font_size(const ImFont* font) { return font->FontSize * font->Scale; }

ImVec2 measure(const ImFont* font, std::string_view text) {
  return font->CalcTextSizeA(font_size(font), FLT_MAX, 0, text.data(), text.data() + text.size());
}

void draw_text(ImDrawList& list, const ImFont* font, ImVec2 at, ImU32 colour,
               std::string_view text) {
  if (text.empty()) return;
  list.AddText(font, font_size(font), {std::floor(at.x), std::floor(at.y)}, colour, text.data(),
               text.data() + text.size());
}

void draw_text_middle(ImDrawList& list, const ImFont* font, float x, float top, float height,
                      ImU32 colour, std::string_view text) {
  draw_text(list, font, {x, std::round(top + (height - font_size(font)) / 2)}, colour, text);
}

std::string shortened(const ImFont* font, std::string_view text, float width) {
  if (measure(font, text).x <= width) return std::string(text);
  const float room = width - measure(font, kEllipsis).x;
  size_t end = 0;
  float used = 0;
  while (end < text.size()) {
    const size_t next = next_character(text, end);
    used += measure(font, text.substr(end, next - end)).x;
    if (used > room) break;
    end = next;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + kEllipsis;
}

void draw_text_clipped(ImDrawList& list, const ImFont* font, ImVec2 at, float width, ImU32 colour,
                       std::string_view text) {
  if (width <= 0) return;
  draw_text(list, font, at, colour, shortened(font, text, width));
}

float button_width(const Look& look, const Button& button) {
  float width = 2 * space::m;
  if (button.icon) width += measure(look.fonts.text, button.icon).x;
  if (button.icon && !button.label.empty()) width += space::s;
  if (!button.label.empty()) width += measure(look.fonts.text, button.label).x;
  if (button.opens_menu) width += measure(look.fonts.text, icon::down).x;
  if (button.opens_menu && (button.icon || !button.label.empty())) width += space::s;
  if (button.label.empty() && !button.opens_menu) width = std::max(width - space::s, space::button);
  return std::ceil(width);
}

bool draw_button(const Look& look, const Button& button, float height) {
  const Theme& theme = look.theme;
  const ImVec2 size{button_width(look, button), height};
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!button.enabled);
  const bool pressed = ImGui::InvisibleButton(button.name, size);
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered();
  const bool held = ImGui::IsItemActive();
  look.widgets.add(button.name, {at, at + size});

  ButtonColours colours = colours_of(theme, button);
  if (!button.enabled) {
    const bool quiet = button.kind == ButtonKind::quiet;
    colours = {quiet ? 0 : theme.raised, theme.raised, theme.raised, theme.faint,
               quiet ? 0 : theme.border};
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 fill = held ? colours.pressed : hovered ? colours.hovered : colours.fill;
  list.AddRectFilled(at, at + size, fill, space::radius);
  if (colours.border) list.AddRect(at, at + size, colours.border, space::radius);
  draw_focus_ring(look, {at, at + size});
  float x = at.x + (button.label.empty() && !button.opens_menu
                        ? std::floor((size.x - (button.icon ? measure(look.fonts.text, button.icon).x : 0)) / 2)
                        : space::m);
  if (button.icon) {
    draw_text_middle(list, look.fonts.text, x, at.y, height, colours.text, button.icon);
    x += measure(look.fonts.text, button.icon).x + space::s;
  }
  draw_text_middle(list, look.fonts.text, x, at.y, height, colours.text, button.label);
  if (button.opens_menu) {
    const float width = measure(look.fonts.text, icon::down).x;
    draw_text_middle(list, look.fonts.text, at.x + size.x - space::m - width, at.y, height,
                     theme.muted, icon::down);
  }
  if (!button.tooltip.empty() &&
      ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_AllowWhenDisabled)) {
    draw_tooltip(look, button.tooltip, button.shortcut);
  }
  return pressed && button.enabled;
}

void draw_focus_ring(const Look& look, Rect rect, float rounding) {
  if (!ImGui::IsItemFocused() || ImGui::GetCurrentContext()->NavDisableHighlight) return;
  ImGui::GetWindowDrawList()->AddRect(rect.min - ImVec2(2, 2), rect.max + ImVec2(2, 2), look.theme.accent,
                                      rounding + 2, 0, 2);
}

void begin_tooltip(const Look& look) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {space::m, space::s});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, space::radius);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space::s, space::xs});
  ImGui::PushFont(look.fonts.text);
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + 420);
}

void end_tooltip() {
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopFont();
  ImGui::PopStyleVar(4);
}

void draw_tooltip(const Look& look, std::string_view text, std::string_view shortcut) {
  begin_tooltip(look);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  if (!shortcut.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
    ImGui::TextUnformatted(shortcut.data(), shortcut.data() + shortcut.size());
    ImGui::PopStyleColor();
  }
  end_tooltip();
}

bool begin_popup(const Look& look, const char* id) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {space::s, space::s});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {space::s, 2});
  if (ImGui::BeginPopup(id)) {
    ImGui::PushFont(look.fonts.text);
    return true;
  }
  ImGui::PopStyleVar(2);
  return false;
}

void end_popup() {
  ImGui::PopFont();
  ImGui::EndPopup();
  ImGui::PopStyleVar(2);
}

Panel::Panel(const Look& look, const char* name, Rect area, ImGuiWindowFlags flags)
    : look_(look), area_(area) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.min, area.max, look.theme.panel, space::panel_radius);
  list.AddRect(area.min, area.max, look.theme.border, space::panel_radius);
  look.widgets.add(name, area);
  ImGui::SetCursorScreenPos(area.min + ImVec2(1, 1));
  if (look.focus == name) ImGui::SetNextWindowFocus();
  ImGui::BeginChild(name, {area.width() - 2, area.height() - 2}, ImGuiChildFlags_None, flags);
}

Panel::~Panel() {
  const bool focused = look_.keyboard && ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
  ImGui::EndChild();
  if (focused) {
    ImGui::GetWindowDrawList()->AddRect(area_.min, area_.max, with_alpha(look_.theme.accent, 0.7f),
                                        space::panel_radius);
  }
}

Rect draw_panel_header(const Look& look, Rect area, const char* icon, std::string_view title) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect strip{area.min, {area.max.x, area.min.y + space::header}};
  float x = strip.min.x + space::m;
  draw_text_middle(list, look.fonts.text, x, strip.min.y, space::header, look.theme.faint, icon);
  x += 24;
  draw_text_middle(list, look.fonts.strong, x, strip.min.y, space::header, look.theme.text, title);
  list.AddLine({strip.min.x, strip.max.y - 0.5f}, {strip.max.x, strip.max.y - 0.5f},
               look.theme.separator);
  return strip;
}

void draw_empty_state(const Look& look, Rect area, const char* icon, std::string_view title,
                      std::string_view advice) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 advice_size = look.fonts.small->CalcTextSizeA(
      font_size(look.fonts.small), FLT_MAX, area.width() - 2 * space::xl, advice.data(),
      advice.data() + advice.size());
  const float height = 30 + 22 + advice_size.y;
  const float middle = (area.min.x + area.max.x) / 2;
  float y = std::floor(area.min.y + std::max(space::s, (area.height() - height) / 2));
  if (area.height() > height + space::l) {
    draw_text(list, look.fonts.heading, {middle - measure(look.fonts.heading, icon).x / 2, y},
              look.theme.faint, icon);
    y += 30;
  }
  draw_text(list, look.fonts.text, {middle - measure(look.fonts.text, title).x / 2, y},
            look.theme.muted, title);
  y += 22;
  list.AddText(look.fonts.small, font_size(look.fonts.small),
               {std::floor(middle - advice_size.x / 2), y}, look.theme.faint, advice.data(),
               advice.data() + advice.size(), area.width() - 2 * space::xl);
}

bool draw_splitter(const Look& look, const char* name, Rect area, SplitterAxis axis, float& along) {
  ImGui::SetCursorScreenPos(area.min);
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);   // the mouse's alone
  ImGui::InvisibleButton(name, {area.width(), area.height()});
  ImGui::PopItemFlag();
  look.widgets.add(name, area);
  const bool held = ImGui::IsItemActive();
  const bool vertical = axis == SplitterAxis::vertical;
  if (held || ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    const ImU32 colour = held ? look.theme.accent : with_alpha(look.theme.accent, 0.6f);
    const ImVec2 middle = {(area.min.x + area.max.x) / 2, (area.min.y + area.max.y) / 2};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (vertical) {
      list.AddRectFilled({middle.x - 1, area.min.y + space::s}, {middle.x + 1, area.max.y - space::s},
                         colour, 1);
    } else {
      list.AddRectFilled({area.min.x + space::s, middle.y - 1}, {area.max.x - space::s, middle.y + 1},
                         colour, 1);
    }
  }
  if (held) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    along += vertical ? mouse.x - (area.min.x + area.max.x) / 2 : mouse.y - (area.min.y + area.max.y) / 2;
  }
  return held;
}

}  // namespace lockstep
