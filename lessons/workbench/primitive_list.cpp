#include "workbench/primitive_list.h"

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kPrimitiveRow = 23;
// Narrower than that, threads are told by their badges alone.
constexpr float kNarrow = 280;

const char* icon_of(const PrimitiveView& primitive) {
  if (primitive.kind == "Lock" || primitive.kind == "RLock") return primitive.owner ? icon::lock : icon::unlock;
  return primitive.waiters.empty() ? icon::circle_open : icon::circle;
}

void draw_primitive(const View& view, const PrimitiveView& primitive, float width) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = primitive.items.empty() ? kPrimitiveRow + 2 : 2 * kPrimitiveRow - 2;
  if (primitive.changed) {
    list.AddRectFilled({at.x, at.y + 1}, {at.x + width, at.y + height - 1}, theme.warning_soft, 4);
  }
  const ImU32 colour = primitive.owner ? theme.thread(*primitive.owner) : theme.muted;
  draw_text_middle(list, look.fonts.text, at.x + space::s, at.y, kPrimitiveRow + 2, colour, icon_of(primitive));
  const float name_width = std::floor(std::min(width * (width < kNarrow ? 0.32f : 0.36f), 150.0f));
  const ImFont* font = look.fonts.code_small;
  const float y = at.y + 1 + std::round((kPrimitiveRow - font_size(font)) / 2);
  draw_text_clipped(list, font, {at.x + 30, y}, name_width - 30, theme.text, primitive.name);
  float right = at.x + width - space::xs;
  if (!primitive.waiters.empty()) {
    const size_t shown = std::min<size_t>(primitive.waiters.size(), 5);
    right -= float(shown) * (kThreadBadge + 3);
    for (size_t index = 0; index < shown; ++index) {
      draw_thread_badge(look, {right + float(index) * (kThreadBadge + 3), at.y + 2}, primitive.waiters[index], false);
    }
    const char* word = width < kNarrow ? "waits" : "waiting";
    right -= measure(look.fonts.small, word).x + space::xs;
    draw_text_middle(list, look.fonts.small, right, at.y, kPrimitiveRow + 1, theme.muted, word);
    right -= space::s;
  }
  const float state_left = at.x + name_width + space::s;
  if (primitive.owner && width < kNarrow && primitive.state.starts_with("held by")) {
    draw_text(list, look.fonts.small, {state_left, at.y + 5}, theme.text, "held");
    draw_thread_badge(look, {state_left + measure(look.fonts.small, "held").x + space::xs, at.y + 2}, *primitive.owner, true);
  } else {
    draw_text_clipped(list, look.fonts.small, {state_left, at.y + 5}, right - state_left,
                      primitive.owner ? colour : theme.text, primitive.state);
  }
  std::string items;
  for (const std::string& item : primitive.items) items += (items.empty() ? "" : "  \u203A  ") + item;
  if (!items.empty()) {
    draw_text_clipped(list, font, {state_left, at.y + kPrimitiveRow}, at.x + width - state_left - space::s, theme.muted, items);
  }
  ImGui::Dummy({width, height});
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    std::string words = primitive.kind + (primitive.name.empty() ? "" : " " + primitive.name) + ": " + primitive.state;
    for (const uint32_t id : primitive.waiters) words += "\n" + view.thread_name(id) + " waits";
    draw_tooltip(look, words);
  }
}

}  // namespace

void draw_thread_badge(const Look& look, ImVec2 at, uint32_t id, bool solid) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = look.theme.thread(id);
  const ImVec2 max = at + ImVec2(kThreadBadge, kThreadBadge);
  if (solid) list.AddRectFilled(at, max, colour, 5);
  else list.AddRect(at, max, colour, 5, 0, 1.5f);
  const std::string label = std::to_string(id);
  const float width = measure(look.fonts.small_strong, label).x;
  draw_text_middle(list, look.fonts.small_strong, std::round(at.x + (kThreadBadge - width) / 2), at.y, kThreadBadge,
                   solid ? look.theme.panel : colour, label);
}

void draw_primitives(const View& view, const std::vector<PrimitiveView>& primitives, float width) {
  for (const PrimitiveView& primitive : primitives) draw_primitive(view, primitive, width);
}

}  // namespace lockstep
