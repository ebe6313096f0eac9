#include "workbench/finding_cards.h"

#include <algorithm>

#include "workbench/icons.h"

namespace lockstep {
namespace {

// A card: what it is, a sentence, and a button for each line that it is about.
void draw_finding(const View& view, const Finding& finding, const std::string& name, float width,
                  UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = at.x + space::m + 26;
  const float room = at.x + width - space::m - left;
  const ImFont* font = look.fonts.small;
  const char* begin = finding.message.data();
  const char* end = begin + finding.message.size();
  const float text_height = finding.message.empty() ? 0 : font->CalcTextSizeA(font_size(font), FLT_MAX, room, begin, end).y;
  constexpr float kButton = 24;
  const bool has_buttons = !finding.places.empty() || !finding.schedule.empty() || finding.step > 0;
  const float height = 32 + text_height + (has_buttons ? kButton + 10 : 6);
  const Rect card{at, at + ImVec2(width, height)};
  look.widgets.add(name, card);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(card.min, card.max, theme.warning_soft, space::radius);
  list.AddRect(card.min, card.max, with_alpha(theme.warning, 0.45f), space::radius);
  draw_text(list, look.fonts.text, {at.x + space::m, at.y + 8}, theme.warning, icon::warning);
  draw_text_clipped(list, look.fonts.strong, {left, at.y + 8}, room, theme.text, title_of(finding));
  if (text_height > 0) list.AddText(font, font_size(font), {left, at.y + 29}, theme.muted, begin, end, room);
  float x = left - space::xs;
  const float y = at.y + 32 + text_height + 2;
  const auto place = [&](const std::string& id, const Button& button) {
    if (x + button_width(look, button) > at.x + width - space::s) return false;
    ImGui::SetCursorScreenPos({x, y});
    ImGui::PushID(id.c_str());
    const bool pressed = draw_button(look, button, kButton);
    ImGui::PopID();
    x += button_width(look, button) + space::xs;
    return pressed;
  };
  std::vector<int> lines;
  for (const Finding::Place& where : finding.places) {
    if (where.line > 0 && std::find(lines.begin(), lines.end(), where.line) == lines.end()) lines.push_back(where.line);
  }
  for (const int line : lines) {
    const std::string id = name + "/line/" + std::to_string(line);
    const std::string label = "line " + std::to_string(line);
    std::string who;
    for (const Finding::Place& where : finding.places) {
      if (where.line != line || where.thread.empty()) continue;
      who += (who.empty() ? "" : "\n") + where.thread + (where.does.empty() ? "" : " " + where.does);
    }
    if (place(id, {.name = id.c_str(), .label = label, .tooltip = who.empty() ? "Show it in the code" : who,
                   .shortcut = who.empty() ? "" : "Click: show it in the code"})) {
      commands.push_back(command::GoToFileLine{line});
    }
  }
  if (view.mode == PlayMode::step && finding.step > 0) {
    const std::string id = name + "/step";
    const std::string label = "step " + std::to_string(finding.step);
    if (place(id, {.name = id.c_str(), .icon = icon::step, .label = label, .tooltip = "Go to where it shows"})) {
      commands.push_back(command::Step{{StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, finding.step}});
    }
  } else if (!finding.schedule.empty() && !view.outdated) {
    const std::string id = name + "/run";
    if (place(id, {.name = id.c_str(), .icon = icon::step, .label = "Step through it",
                   .tooltip = "A run in which it happens"})) {
      commands.push_back(command::OpenSchedule{finding.schedule, finding.step});
    }
  }
  ImGui::SetCursorScreenPos({at.x, at.y + height + 6});
}

}  // namespace

std::string title_of(const Finding& finding) {
  const auto with = [&](const char* words, const char* joint) {
    return finding.object.empty() ? std::string(words) : words + std::string(joint) + finding.object;
  };
  switch (finding.kind) {
    case Finding::Kind::race: return with("Data race", " on ");
    case Finding::Kind::deadlock: return "Nobody can go on";
    case Finding::Kind::partial_deadlock: return "Some threads wait for each other for ever";
    case Finding::Kind::lock_order: return "Locks are taken in a circle";
    case Finding::Kind::lost_wakeup: return with("A notify that nobody heard", ": ");
    case Finding::Kind::wait_not_in_loop: return with("A wait that is not in a loop", ": ");
    case Finding::Kind::over_release: return with("Given back more often than taken", ": ");
    case Finding::Kind::never_joined: return with("Nobody waits for this thread's end", ": ");
    case Finding::Kind::never_retrieved: return with("A failure that nobody asked for", ": ");
    case Finding::Kind::never_awaited: return with("A coroutine that nobody awaited", ": ");
    case Finding::Kind::lock_held_at_end: return with("A thread ends with a lock in its hands", ": ");
    case Finding::Kind::livelock: return "Threads can go round for ever";
  }
  return "";
}

void draw_findings(const View& view, const std::vector<Finding>& findings, const char* prefix, float width,
                   UiCommands& commands) {
  if (findings.empty()) return;
  const Look& look = view.look;
  ImGui::Dummy({width, 6});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.small_strong, at.x + space::xs, at.y, 24, look.theme.faint,
                   "What looks wrong");
  ImGui::Dummy({width, 26});
  for (size_t index = 0; index < findings.size(); ++index) {
    draw_finding(view, findings[index], std::string(prefix) + "/" + std::to_string(index), width, commands);
  }
}

}  // namespace lockstep
