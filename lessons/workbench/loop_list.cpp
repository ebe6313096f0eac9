#include "workbench/loop_list.h"

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/primitive_list.h"
#include "workbench/timeline_model.h"

namespace lockstep {
namespace {

constexpr float kLoopRow = 22;

void draw_heading(const View& view, const LoopView& loop, float width) {
  const Look& look = view.look;
  ImGui::Dummy({width, 10});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_thread_badge(look, {at.x + space::xs, at.y + 2}, loop.thread, false);
  std::string title = loop.runs ? "Event loop in " + view.thread_name(loop.thread) : "Event loop that was left open";
  if (loop.waits) title += loop.timers.empty() ? ", which waits" : ", which waits for its timer";
  const float left = at.x + space::xs + kThreadBadge + space::s;
  draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.small_strong, left, at.y, 24, look.theme.faint,
                   shortened(look.fonts.small_strong, title, at.x + width - left));
  ImGui::Dummy({width, 26});
}

// A label at the left, words beside it; the whole of them in a tooltip where they were cut.
void draw_line(const Look& look, float width, std::string_view label, ImU32 colour, std::string_view words, bool strong) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float label_width = std::floor(std::clamp(width * 0.3f, 64.0f, 110.0f));
  draw_text_clipped(list, look.fonts.small, {at.x + space::s, at.y + 4}, label_width - space::s, look.theme.muted, label);
  const ImFont* font = strong ? look.fonts.small_strong : look.fonts.small;
  const float room = width - label_width - 2 * space::s;
  draw_text_clipped(list, font, {at.x + label_width + space::s, at.y + 4}, room, colour, words);
  ImGui::Dummy({width, kLoopRow});
  if (measure(font, words).x > room && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) draw_tooltip(look, words);
}

std::string words_of(const AsyncTaskView& task) {
  switch (task.status) {
    case AsyncTaskStatus::ready: return "ready";
    case AsyncTaskStatus::running: return "running";
    case AsyncTaskStatus::waiting: return "waits for " + (task.waiting_for.empty() ? "something" : task.waiting_for);
    case AsyncTaskStatus::sleeping: return task.waiting_for.empty() ? "sleeps" : task.waiting_for;
  }
  return "";
}

// A click goes to the line where it stands.
void draw_task(const View& view, const LoopView& loop, const AsyncTaskView& task, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string name = "step/task/" + task.name;
  ImGui::BeginDisabled(task.line <= 0);
  const bool pressed = ImGui::InvisibleButton((name + "/" + std::to_string(task.id)).c_str(), {width, kLoopRow + 2});
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered();
  look.widgets.add(name, {at, at + ImVec2(width, kLoopRow + 2)});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool runs = task.status == AsyncTaskStatus::running;
  if (hovered || runs) {
    list.AddRectFilled(at, at + ImVec2(width, kLoopRow + 1), hovered ? theme.hovered : theme.accent_soft, 4);
  }
  const ImU32 colour = theme.thread(loop.thread);
  const Rect mark{{at.x + space::s, at.y + 7}, {at.x + space::s + 9, at.y + 16}};
  if (runs) list.AddRectFilled(mark.min, mark.max, colour, 3);
  else list.AddRect(mark.min, mark.max, colour, 3, 0, 1.5f);
  float right = at.x + width - space::s;
  if (task.line > 0) {
    const std::string line = "line " + std::to_string(task.line);
    right -= measure(look.fonts.small, line).x;
    draw_text(list, look.fonts.small, {right, at.y + 4}, theme.muted, line);
    right -= space::s;
  }
  const float left = at.x + space::s + 18;
  const float name_width = std::floor(std::min(width * 0.34f, 130.0f));
  draw_text_clipped(list, look.fonts.small_strong, {left, at.y + 4}, name_width - space::s, theme.text, task.name);
  std::string words = words_of(task);
  if (task.cancelling) words += ", asked to stop";
  draw_text_clipped(list, look.fonts.small, {left + name_width, at.y + 4}, right - left - name_width,
                    task.cancelling ? theme.warning : theme.muted, words);
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    draw_tooltip(look, task.name + (task.function.empty() ? "" : " in " + task.function) + ": " + words,
                 task.line > 0 ? "Click: show its line in the code" : "");
  }
  if (pressed) commands.push_back(command::GoToFileLine{task.line});
}

std::string more(size_t shown, size_t all) { return "\u2026 and " + std::to_string(all - shown) + " more"; }

void draw_loop(const View& view, const LoopView& loop, LoopTasks tasks, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  draw_heading(view, loop, width);
  if (loop.ready.empty()) draw_line(look, width, "next", theme.faint, "nothing is ready", false);
  for (size_t index = 0; index < loop.ready.size(); ++index) {
    // What came later has to wait for the next round.
    const bool this_round = index < loop.round || loop.round == 0;
    const std::string label = index == 0 ? "next" : index == loop.round ? "round after" : "";
    draw_line(look, width, label, this_round ? theme.text : theme.muted, loop.ready[index].words, index == 0);
  }
  if (loop.ready_count > loop.ready.size()) {
    draw_line(look, width, "", theme.faint, more(loop.ready.size(), loop.ready_count), false);
  }
  for (const LoopEntryView& timer : loop.timers) {
    draw_line(look, width, "at " + format_duration(timer.when), theme.muted, timer.words, false);
  }
  if (loop.timer_count > loop.timers.size()) {
    draw_line(look, width, "", theme.faint, more(loop.timers.size(), loop.timer_count), false);
  }
  ImGui::Dummy({width, 4});
  if (tasks == LoopTasks::of_idle_loops && loop.runs) return;
  for (const AsyncTaskView& task : loop.tasks) draw_task(view, loop, task, width, commands);
  if (loop.task_count > loop.tasks.size()) {
    draw_line(look, width, "", theme.faint, more(loop.tasks.size(), loop.task_count), false);
  }
}

}  // namespace

void draw_loops(const View& view, const std::vector<LoopView>& loops, LoopTasks tasks, float width,
                UiCommands& commands) {
  for (const LoopView& loop : loops) draw_loop(view, loop, tasks, width, commands);
}

}  // namespace lockstep
