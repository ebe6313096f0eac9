#include "workbench/step_state.h"

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/primitive_list.h"
#include "workbench/timeline_paint.h"

namespace lockstep {
namespace {

constexpr float kThread = 44;
constexpr float kEndedThread = 26;
constexpr float kTool = 28;
constexpr float kStateRow = 23;

void draw_heading(const Look& look, float width, std::string_view title) {
  ImGui::Dummy({width, 10});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.small_strong, at.x + space::xs, at.y, 24, look.theme.faint,
                   title);
  ImGui::Dummy({width, 24});
}

// "Key 2", or nothing where a thread has no digit.
std::string key_of(uint32_t thread, const char* before) {
  return thread < 10 ? before + std::to_string(thread) : std::string();
}

void draw_thread(const View& view, const ThreadView& thread, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect row{at, at + ImVec2(width, kThread - 4)};
  const std::string name = "step/thread/" + std::to_string(thread.id);
  const std::string line_name = name + "/line";
  const std::string back_name = name + "/back";
  const Button to_line{.name = line_name.c_str(), .icon = icon::to_finish, .kind = ButtonKind::quiet,
                       .enabled = thread.can_step,
                       .tooltip = "Let it go on to its next line", .shortcut = "Shift-click, or Shift with its digit"};
  const Button back{.name = back_name.c_str(), .icon = icon::back, .kind = ButtonKind::quiet,
                    .enabled = view.moment()->step > 0,
                    .tooltip = "Back to before its last step; with Shift: its last line",
                    .shortcut = "B with its digit"};
  const float tools = button_width(look, to_line) + button_width(look, back) + 2 * space::xs;
  ImGui::BeginDisabled(!thread.can_step);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {width - tools, kThread - 4});
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered();
  const bool active = ImGui::IsItemActive();
  look.widgets.add(name, {row.min, {row.max.x - tools, row.max.y}});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = theme.thread(thread.id);
  const Moment& moment = *view.moment();
  const bool known_next = moment.next_thread == thread.id;
  if (thread.can_step) {
    list.AddRectFilled(row.min, row.max, active ? theme.pressed : hovered ? theme.hovered : theme.raised, space::radius);
    list.AddRect(row.min, row.max, hovered ? colour : theme.border, space::radius);
    list.AddRectFilled({row.min.x, row.min.y + 6}, {row.min.x + 3, row.max.y - 6}, colour, 2);
  }
  if (thread.can_step && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    draw_tooltip(look, "Let " + thread.name + " make its step: " + thread.next,
                 key_of(thread.id, "Key ") + (thread.id < 10 ? ";  " : "") + "with Shift: a whole line");
  }
  draw_thread_badge(look, {row.min.x + 12, row.min.y + (row.height() - kThreadBadge) / 2}, thread.id, thread.can_step);
  const float left = row.min.x + 12 + kThreadBadge + 10;
  const float end = row.max.x - tools - space::xs;
  float right = end;
  if (thread.line > 0) {
    const std::string line = "line " + std::to_string(thread.line);
    right -= measure(look.fonts.small, line).x;
    draw_text(list, look.fonts.small, {right, row.min.y + 5}, theme.muted, line);
    right -= space::s;
  }
  if (known_next && thread.can_step) {
    const char* word = "next";
    const float wide = measure(look.fonts.small_strong, word).x;
    right -= wide + 2 * space::xs;
    list.AddRectFilled({right - space::xs, row.min.y + 4}, {right + wide + space::xs, row.min.y + 20}, theme.accent_soft, 4);
    draw_text(list, look.fonts.small_strong, {right, row.min.y + 5}, theme.accent, word);
    right -= space::m;
  }
  draw_text_clipped(list, look.fonts.strong, {left, row.min.y + 3}, right - left, thread.can_step ? theme.text : theme.muted,
                    thread.name + (thread.daemon ? "  (daemon)" : ""));
  const float room = end - left;
  if (thread.can_step) {
    draw_text_clipped(list, look.fonts.code_small, {left, row.min.y + 21}, room, theme.text, thread.next);
  } else {
    const std::string why = thread.status == ThreadStatus::sleeping ? "sleeps"
        : thread.waiting_for.empty() ? status_name(thread.status) : "waits for " + thread.waiting_for;
    draw_text_clipped(list, look.fonts.small, {left, row.min.y + 21}, room, theme.muted, why);
  }
  const bool shift = ImGui::GetIO().KeyShift;
  const auto reach = shift ? StepCommand::Reach::line : StepCommand::Reach::operation;
  if (pressed) commands.push_back(command::Step{{StepCommand::Kind::thread, reach, thread.id, 0}});
  float x = row.max.x - tools + space::xs;
  const float top = row.min.y + std::floor((row.height() - kTool) / 2);
  ImGui::SetCursorScreenPos({x, top});
  x += button_width(look, back);
  if (draw_button(look, back, kTool)) {
    commands.push_back(command::Step{{StepCommand::Kind::back_of, reach, thread.id, 0}});
  }
  ImGui::SetCursorScreenPos({x, top});
  if (draw_button(look, to_line, kTool)) {
    commands.push_back(command::Step{{StepCommand::Kind::thread, StepCommand::Reach::line, thread.id, 0}});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + kThread});
}

void draw_ended_thread(const View& view, const ThreadView& thread, float width) {
  const Look& look = view.look;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_thread_badge(look, {at.x + 12, at.y + (kEndedThread - kThreadBadge) / 2 - 2}, thread.id, false);
  const float left = at.x + 12 + kThreadBadge + 10;
  draw_text_clipped(*ImGui::GetWindowDrawList(), look.fonts.text, {left, at.y + 2}, width - 130, look.theme.faint, thread.name);
  const float right = at.x + width - space::m - measure(look.fonts.small, "ended").x;
  draw_text(*ImGui::GetWindowDrawList(), look.fonts.small, {right, at.y + 3}, look.theme.faint, "ended");
  ImGui::Dummy({width, kEndedThread});
}

void draw_variable(const Look& look, const VariableView& variable, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (variable.changed) {
    list.AddRectFilled({at.x, at.y + 1}, {at.x + width, at.y + kStateRow - 1}, look.theme.warning_soft, 4);
  }
  const float name_width = std::floor(std::min(width * 0.36f, 150.0f));
  const ImFont* font = look.fonts.code_small;
  const float y = at.y + std::round((kStateRow - font_size(font)) / 2);
  draw_text_clipped(list, font, {at.x + space::s, y}, name_width - space::s, look.theme.muted, variable.name);
  const float room = width - name_width - 2 * space::s;
  draw_text_clipped(list, font, {at.x + name_width + space::s, y}, room,
                    variable.changed ? look.theme.warning : look.theme.text, variable.value);
  ImGui::Dummy({width, kStateRow});
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal) && measure(font, variable.value).x > room) {
    draw_tooltip(look, variable.value);
  }
}

}  // namespace

void draw_step_threads(const View& view, float width, UiCommands& commands) {
  for (const ThreadView& thread : view.snapshot.threads) {
    if (thread.status != ThreadStatus::ended) draw_thread(view, thread, width, commands);
  }
  for (const ThreadView& thread : view.snapshot.threads) {
    if (thread.status == ThreadStatus::ended) draw_ended_thread(view, thread, width);
  }
}

void draw_step_primitives(const View& view, float width) {
  const Moment& moment = *view.moment();
  if (moment.primitives.empty()) return;
  draw_heading(view.look, width, "Locks and queues");
  const ImVec2 begin = ImGui::GetCursorScreenPos();
  draw_primitives(view, moment.primitives, width);
  view.look.widgets.add("step/primitives", {begin, ImGui::GetCursorScreenPos() + ImVec2(width, 0)});
}

void draw_step_variables(const View& view, float width) {
  const Look& look = view.look;
  const Moment& moment = *view.moment();
  if (!moment.globals.empty()) {
    draw_heading(look, width, "Variables that all threads share");
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    for (const VariableView& variable : moment.globals) draw_variable(look, variable, width);
    look.widgets.add("step/globals", {begin, ImGui::GetCursorScreenPos() + ImVec2(width, 0)});
  }
  for (const ThreadView& thread : view.snapshot.threads) {
    if (thread.frames.empty() || thread.frames.front().variables.empty()) continue;
    const FrameView& frame = thread.frames.front();
    ImGui::Dummy({width, 10});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_thread_badge(look, {at.x + space::xs, at.y + 2}, thread.id, false);
    draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.small_strong, at.x + space::xs + kThreadBadge + space::s, at.y, 24,
                     look.theme.faint, shortened(look.fonts.small_strong, "in " + frame.function, width - 60));
    ImGui::Dummy({width, 24});
    for (const VariableView& variable : frame.variables) draw_variable(look, variable, width);
  }
}

}  // namespace lockstep
