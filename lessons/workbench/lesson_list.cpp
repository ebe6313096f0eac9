#include "workbench/lesson_list.h"

#include <cmath>

#include "workbench/icons.h"

namespace lockstep {
namespace {

void draw_item(const View& view, size_t index, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const Lesson& lesson = view.library.lessons()[index];
  constexpr float kHeight = 34;
  const bool open = index == view.lesson;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string name = "lesson/" + lesson.id;
  if (ImGui::InvisibleButton(name.c_str(), {width, kHeight})) {
    commands.push_back(command::OpenLesson{index});
    ImGui::CloseCurrentPopup();
  }
  const bool hovered = ImGui::IsItemHovered();
  const Rect rect{at, {at.x + width, at.y + kHeight}};
  look.widgets.add(name, rect);

  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (open || hovered) {
    list.AddRectFilled(rect.min, rect.max, open ? theme.accent_soft : theme.hovered, space::radius);
  }
  if (open) {
    list.AddRectFilled({at.x, at.y + 8}, {at.x + 3, rect.max.y - 8}, theme.accent, 2);
  }
  draw_focus_ring(look, {{at.x + 2, at.y + 2}, {rect.max.x - 2, rect.max.y - 2}});
  const bool finished = view.progress.finished.contains(lesson.id);
  const bool visited = view.progress.visited.contains(lesson.id);
  const ImVec2 mark{at.x + 18, std::floor((rect.min.y + rect.max.y) / 2)};
  if (finished) {
    draw_text_middle(list, look.fonts.text, mark.x - 7, at.y, kHeight, theme.success, icon::check_circle);
  } else {
    list.AddCircle(mark, 5.5f, visited ? theme.accent : theme.faint, 20, 1.5f);
    if (visited) list.AddCircleFilled(mark, 2.5f, theme.accent, 16);
  }
  const ImFont* font = open ? look.fonts.strong : look.fonts.text;
  const float room = width - 36 - space::s;
  const bool fits = measure(font, lesson.title).x <= room;
  draw_text_middle(list, font, at.x + 36, at.y, kHeight,
                   open || hovered ? theme.text : theme.muted, shortened(font, lesson.title, room));
  if (hovered && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    const char* state = finished ? "Its program has run to its end." : visited ? "Opened." : "Not opened yet.";
    draw_tooltip(look, fits ? state : lesson.title, fits ? "" : state);
  }
}

}  // namespace

UiCommands draw_lesson_items(const View& view, float width) {
  const Look& look = view.look;
  UiCommands commands;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 2});
  const auto& lessons = view.library.lessons();
  for (size_t index = 0; index < lessons.size(); ++index) {
    if (index == 0 || lessons[index].topic != lessons[index - 1].topic) {
      if (index > 0) ImGui::Dummy({width, space::s});
      const ImVec2 at = ImGui::GetCursorScreenPos();
      draw_text_middle(list, look.fonts.small_strong, at.x + space::s, at.y, 28, look.theme.faint,
                       shortened(look.fonts.small_strong, lessons[index].topic, width - space::l));
      ImGui::Dummy({width, 28});
    }
    draw_item(view, index, width, commands);
  }
  for (const LessonError& error : view.library.errors()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text_middle(list, look.fonts.text, at.x + 11, at.y, 34, look.theme.danger, icon::error);
    draw_text_middle(list, look.fonts.text, at.x + 36, at.y, 34, look.theme.danger,
                     shortened(look.fonts.text, error.path, width - 36 - space::s));
    ImGui::Dummy({width, 34});
    if (ImGui::IsItemHovered()) draw_tooltip(look, error.text());
  }
  ImGui::PopStyleVar();
  return commands;
}

UiCommands LessonList::draw(const View& view, Rect area) {
  const Panel panel(view.look, "lessons", area);
  draw_panel_header(view.look, area, icon::book, "Lessons");
  ImGui::SetCursorScreenPos({area.min.x + 1, area.min.y + space::header});
  ImGui::BeginChild("items", {area.width() - 2, area.height() - space::header - 2});
  ImGui::SetCursorPos({space::s, space::s});
  ImGui::BeginGroup();
  UiCommands commands = draw_lesson_items(view, area.width() - 2 * space::s - 2);
  ImGui::EndGroup();
  ImGui::Dummy({0, space::s});
  ImGui::EndChild();
  return commands;
}

}  // namespace lockstep
