#include "workbench/prose_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/utf8.h"

namespace lockstep {
namespace {

constexpr float kReference = 30;      // height of a reference to code
constexpr float kSectionGap = 16;
constexpr float kNeighbours = 56;

int lines_in(const std::string& text) { return int(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

void ProseView::open(const View& view) {
  const Lesson& lesson = view.open_lesson();
  open_id_ = lesson.id;
  sections_.clear();
  for (const LessonCell& cell : lesson.cells) {
    Section section;
    section.kind = cell.kind;
    if (cell.kind == LessonCellKind::markdown) {
      section.document = parse_markdown(cell.text);
    } else {
      section.first_line = cell.first_line;
      section.last_line = cell.first_line + lines_in(cell.text) - 1;
    }
    sections_.push_back(std::move(section));
  }
  // a lesson whose prose has no title of its own gets the header's
  const bool titled = !sections_.empty() && !sections_.front().document.blocks.empty() &&
                      sections_.front().document.blocks.front().level == 1;
  if (!titled) {
    Section section;
    section.document = parse_markdown("# " + lesson.title);
    sections_.insert(sections_.begin(), std::move(section));
  }
  laid_out_width_ = 0;
  scroll_to_top_ = true;
  anchor_ = caret_ = {};
}

void ProseView::lay_out(const View& view, float width) {
  laid_out_width_ = width;
  laid_out_font_ = view.look.fonts.prose;
  float y = 0;
  for (Section& section : sections_) {
    section.top = y;
    if (section.kind == LessonCellKind::markdown) {
      section.layout = lay_out_prose(section.document, view.look.fonts, width);
      y += section.layout.height;
    } else {
      y += kReference;
    }
    y += kSectionGap;
  }
  height_ = y;
}

UiCommands ProseView::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  if (open_id_ != view.open_lesson().id) open(view);
  const Panel panel(look, "prose", area);
  if (scroll_to_top_) ImGui::SetScrollY(0);
  scroll_to_top_ = false;

  const float margin = area.width() < 360 ? space::l : space::xl;
  const float width = std::floor(std::min(space::prose_width,
                                          area.width() - 2 * margin - ImGui::GetStyle().ScrollbarSize));
  if (width != laid_out_width_ || look.fonts.prose != laid_out_font_) lay_out(view, width);
  const float left = std::floor(std::max(margin, (area.width() - width) / 2 - ImGui::GetStyle().ScrollbarSize / 2));
  const ImVec2 origin = ImGui::GetWindowPos() + ImVec2(left, space::l + 4 - ImGui::GetScrollY());

  follow_mouse(origin, commands);
  for (size_t index = 0; index < sections_.size(); ++index) {
    const Section& section = sections_[index];
    const ImVec2 at = origin + ImVec2(0, section.top);
    if (section.kind == LessonCellKind::code) {
      draw_code_reference(view, section, at, width, commands);
    } else if (at.y < area.max.y && at.y + section.layout.height > area.min.y) {
      draw_section(view, index, at, commands);
    }
  }
  draw_neighbours(view, origin + ImVec2(0, height_ + space::s), width, commands);
  ImGui::SetCursorPos({0, space::l + height_ + kNeighbours + space::xl});
  ImGui::Dummy({1, 1});
  return commands;
}

void ProseView::draw_section(const View& view, size_t index, ImVec2 origin, UiCommands& commands) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ProseLayout& layout = sections_[index].layout;
  const ImVec2 clip_min = list.GetClipRectMin();
  const ImVec2 clip_max = list.GetClipRectMax();
  for (const ProseShape& shape : layout.shapes) {
    const ImVec2 min = origin + shape.rect.min;
    const ImVec2 max = origin + shape.rect.max;
    switch (shape.kind) {
      case ProseShapeKind::code_ground: list.AddRectFilled(min, max, theme.raised, space::radius); break;
      case ProseShapeKind::quote_bar: list.AddRectFilled(min, max, theme.accent, 1.5f); break;
      case ProseShapeKind::rule: list.AddRectFilled(min, max, theme.border); break;
    }
  }
  const Place begin = std::min(anchor_, caret_);
  const Place end = std::max(anchor_, caret_);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (size_t number = 0; number < layout.items.size(); ++number) {
    const ProseItem& item = layout.items[number];
    const ImVec2 at = origin + item.at;
    const float size = font_size(item.font);
    if (at.y + size < clip_min.y - 8 || at.y > clip_max.y + 8) continue;
    const Rect box{{at.x, at.y - 3}, {at.x + item.width, at.y + size + 4}};
    if (item.on_chip) {
      list.AddRectFilled({box.min.x - 4, box.min.y}, {box.max.x + 4, box.max.y}, theme.raised, 4);
    }
    const Place first{index, number, 0};
    const Place last{index, number, item.text.size()};
    if (begin < last && first < end) {
      const std::string_view text = item.text;
      const size_t from = begin > first ? begin.offset : 0;
      const size_t to = end < last ? end.offset : text.size();
      const float x0 = at.x + measure(item.font, text.substr(0, from)).x;
      float x1 = at.x + measure(item.font, text.substr(0, to)).x;
      if (end > last && item.separator == ' ') x1 += 5;
      list.AddRectFilled({x0, box.min.y}, {x1, box.max.y}, theme.selection);
    }
    ImU32 colour = theme.text;
    if (item.colour == ProseColour::muted) colour = theme.muted;
    if (item.colour == ProseColour::link) colour = theme.link;
    if (item.colour == ProseColour::code) colour = theme.highlight(item.highlight);
    draw_text(list, item.font, at, colour, item.text);
    if (item.link >= 0) {
      const bool hovered = ImGui::IsWindowHovered() && box.contains(mouse);
      const float line = std::floor(at.y + size) + 1;
      list.AddLine({at.x, line}, {at.x + item.width, line},
                   with_alpha(theme.link, hovered ? 1.0f : 0.45f));
      if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const std::string& url = layout.links[size_t(item.link)];
        draw_tooltip(view.look, url);
        if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && anchor_ == caret_) {
          commands.push_back(command::OpenLink{url});
        }
      }
    }
  }
}

void ProseView::draw_code_reference(const View& view, const Section& section, ImVec2 at,
                                    float width, UiCommands& commands) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::SetCursorScreenPos(at);
  ImGui::PushID(section.first_line);
  if (ImGui::InvisibleButton("code", {width, kReference})) {
    commands.push_back(command::GoToFileLine{section.first_line});
  }
  ImGui::PopID();
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const ImVec2 end{at.x + width, at.y + kReference};
  list.AddRectFilled(at, end, hovered ? theme.hovered : theme.raised, space::radius);
  draw_focus_ring(view.look, {at, end});
  list.AddRectFilled(at, {at.x + 3, end.y}, hovered ? theme.accent : theme.border, 2);
  const std::string lines = section.first_line == section.last_line
      ? "line " + std::to_string(section.first_line)
      : "lines " + std::to_string(section.first_line) + "\u2013" + std::to_string(section.last_line);
  draw_text_middle(list, view.look.fonts.text, at.x + space::m, at.y, kReference, theme.muted, icon::code);
  draw_text_middle(list, view.look.fonts.small, at.x + 36, at.y, kReference,
                   hovered ? theme.text : theme.muted, "Code, " + lines);
}

void ProseView::draw_neighbours(const View& view, ImVec2 at, float width, UiCommands& commands) {
  const Look& look = view.look;
  const auto& lessons = view.library.lessons();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool has_previous = view.lesson > 0;
  const bool has_next = view.lesson + 1 < lessons.size();
  const float half = std::floor((width - space::s) / 2);
  const auto draw = [&](const char* name, const char* caption, size_t index, float x, float room) {
    const ImVec2 min{x, at.y};
    const ImVec2 max{x + room, at.y + kNeighbours};
    ImGui::SetCursorScreenPos(min);
    if (ImGui::InvisibleButton(name, {room, kNeighbours})) commands.push_back(command::OpenLesson{index});
    look.widgets.add(name, {min, max});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    list.AddRectFilled(min, max, hovered ? look.theme.hovered : look.theme.panel, space::panel_radius);
    list.AddRect(min, max, hovered ? look.theme.accent : look.theme.border, space::panel_radius);
    draw_focus_ring(look, {min, max}, space::panel_radius);
    const std::string title = shortened(look.fonts.strong, lessons[index].title, room - 2 * space::m);
    const bool right = index > view.lesson;
    const auto x_of = [&](const ImFont* font, std::string_view text) {
      return right ? max.x - space::m - measure(font, text).x : min.x + space::m;
    };
    draw_text(list, look.fonts.small, {x_of(look.fonts.small, caption), min.y + 10}, look.theme.muted, caption);
    draw_text(list, look.fonts.strong, {x_of(look.fonts.strong, title), min.y + 29}, look.theme.text, title);
  };
  if (has_previous) draw("previous_lesson", "Previous lesson", view.lesson - 1, at.x, has_next ? half : width);
  if (has_next) {
    const float room = has_previous ? half : width;
    draw("next_lesson", "Next lesson", view.lesson + 1, at.x + width - room, room);
  }
}

void ProseView::follow_mouse(ImVec2 origin, UiCommands& commands) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool hovered = ImGui::IsWindowHovered();
  const ImVec2 point = io.MousePos - origin;
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    caret_ = place_at(point);
    if (!io.KeyShift) anchor_ = caret_;
    selecting_ = true;
  }
  if (selecting_) {
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) selecting_ = false;
    else if (ImGui::IsMouseDragging(ImGuiMouseButton_Left)) caret_ = place_at(point);
  }
  if (ImGui::IsWindowFocused() && io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_C, false) &&
      anchor_ != caret_) {
    commands.push_back(command::CopyText{selected_text()});
  }
}

ProseView::Place ProseView::place_at(ImVec2 point) const {
  // the item on the line nearest to the point, and on that line the nearest to its side
  Place best;
  float best_distance = FLT_MAX;
  for (size_t section = 0; section < sections_.size(); ++section) {
    const ImVec2 local{point.x, point.y - sections_[section].top};
    const auto& items = sections_[section].layout.items;
    for (size_t number = 0; number < items.size(); ++number) {
      const ProseItem& item = items[number];
      const float middle = item.at.y + font_size(item.font) / 2;
      const float dy = std::max(0.0f, std::abs(local.y - middle) - space::prose_line / 2);
      const float dx = std::max({0.0f, item.at.x - local.x, local.x - item.at.x - item.width});
      const float distance = dy * 1000 + dx;
      if (distance >= best_distance) continue;
      best_distance = distance;
      size_t offset = 0;
      float x = item.at.x;
      while (offset < item.text.size()) {
        const size_t next = next_character(item.text, offset);
        const float advance = measure(item.font, std::string_view(item.text).substr(offset, next - offset)).x;
        if (x + advance / 2 > local.x) break;
        x += advance;
        offset = next;
      }
      best = {section, number, offset};
    }
  }
  return best;
}

std::string ProseView::selected_text() const {
  const Place begin = std::min(anchor_, caret_);
  const Place end = std::max(anchor_, caret_);
  std::string result;
  for (size_t section = begin.section; section <= end.section && section < sections_.size(); ++section) {
    const auto& items = sections_[section].layout.items;
    for (size_t number = 0; number < items.size(); ++number) {
      const Place first{section, number, 0};
      const Place last{section, number, items[number].text.size()};
      if (last <= begin || first >= end) continue;
      const size_t from = begin > first ? begin.offset : 0;
      const size_t to = end < last ? end.offset : last.offset;
      result += items[number].text.substr(from, to - from);
      if (end > last && items[number].separator != '\0') result += items[number].separator;
    }
  }
  return result;
}

}  // namespace lockstep
