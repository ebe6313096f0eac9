#include "workbench/step_panel.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "workbench/finding_cards.h"
#include "workbench/icons.h"
#include "workbench/loop_list.h"
#include "workbench/step_state.h"

namespace lockstep {
namespace {

constexpr float kTransport = 46;
constexpr float kSlider = 26;
constexpr float kStepButton = 30;

using Kind = StepCommand::Kind;

command::Step step(Kind kind, StepCommand::Reach reach = StepCommand::Reach::operation) {
  return {StepCommand{kind, reach, 0, 0}};
}

command::Step go_to(uint64_t where) {
  return {StepCommand{Kind::go_to, StepCommand::Reach::operation, 0, where}};
}

}  // namespace

UiCommands StepPanel::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  const Panel panel(look, "steps", area,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoNavInputs);   // its keys step
  if (view.snapshot.run != run_) {
    run_ = view.snapshot.run;
    dragging_ = false;
  }
  const Moment* moment = view.moment();
  if (!moment) {
    if (view.snapshot.running) {
      draw_empty_state(look, area, icon::clock, "On the way to the first step",
                       "The program runs until two threads could get in each other's way.");
    } else {
      draw_empty_state(look, area, icon::step, "Step through the program yourself",
                       "Press Start: the threads wait for you, and you choose which of them goes next.");
    }
    return commands;
  }
  Rect strip{{area.min.x + space::s, area.min.y}, {area.max.x - space::s, area.min.y + kTransport}};
  draw_transport(view, strip, commands);
  strip.min.y = strip.max.y;
  strip.max.y += kSlider;
  draw_slider(view, strip, commands);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({area.min.x, strip.max.y + 0.5f}, {area.max.x, strip.max.y + 0.5f}, look.theme.separator);

  ImGui::SetCursorScreenPos({area.min.x + 1, strip.max.y + 1});
  ImGui::BeginChild("body", {area.width() - 2, area.max.y - strip.max.y - 3}, ImGuiChildFlags_None,
                    ImGuiWindowFlags_NoNavInputs);
  const float width = area.width() - 2 * space::s - 2 - ImGui::GetStyle().ScrollbarSize;
  ImGui::SetCursorPos({space::s, space::s});
  ImGui::BeginGroup();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  draw_step_threads(view, width, commands);
  draw_findings(view, *view.snapshot.findings, "step/finding", width, commands);
  if (const std::vector<LoopView>& loops = view.moment()->loops; !loops.empty()) {
    const ImVec2 begin = ImGui::GetCursorScreenPos();
    draw_loops(view, loops, LoopTasks::all, width, commands);
    look.widgets.add("step/loops", {begin, ImGui::GetCursorScreenPos() + ImVec2(width, 0)});
  }
  draw_step_primitives(view, width);
  draw_step_variables(view, width);
  ImGui::Dummy({width, space::s});
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  ImGui::EndChild();
  return commands;
}

void StepPanel::draw_transport(const View& view, Rect strip, UiCommands& commands) {
  const Look& look = view.look;
  const Moment& moment = *view.moment();
  const float top = strip.min.y + std::floor((strip.height() - kStepButton) / 2) + 1;
  float x = strip.min.x;
  const auto place = [&](const Button& button) {
    ImGui::SetCursorScreenPos({x, top});
    x += button_width(look, button) + space::xs;
    return draw_button(look, button, kStepButton);
  };
  const bool can_go_back = moment.step > 0;
  if (place({.name = "step/start", .icon = icon::to_start, .kind = ButtonKind::quiet, .enabled = can_go_back,
             .tooltip = "Back to the beginning", .shortcut = "Home"})) {
    commands.push_back(go_to(0));
  }
  if (place({.name = "step/back", .icon = icon::back, .enabled = can_go_back, .tooltip = "Take the last step back",
             .shortcut = "\u2190   with Shift: a whole line"})) {
    commands.push_back(step(Kind::back));
  }
  const bool knows_more = moment.step < moment.length;
  if (place({.name = "step/forward", .icon = icon::step, .label = "Step", .enabled = !moment.ended,
             .tooltip = knows_more ? "The next step of this run" : "Whoever went last makes another step",
             .shortcut = "\u2192   with Shift: a whole line"})) {
    commands.push_back(step(Kind::forward));
  }
  if (place({.name = "step/finish", .icon = icon::to_finish, .kind = ButtonKind::quiet, .enabled = !moment.ended,
             .tooltip = knows_more ? "To the end of this run" : "Go on to the end; each thread as long as it can",
             .shortcut = "End"})) {
    commands.push_back(step(Kind::finish));
  }

  float right = strip.max.x;
  const auto place_right = [&](const Button& button) {
    right -= button_width(look, button);
    ImGui::SetCursorScreenPos({right, top});
    right -= space::xs;
    return draw_button(look, button, kStepButton);
  };
  if (place_right({.name = "step/share", .icon = icon::share, .kind = ButtonKind::quiet,
                   .tooltip = "Keep this run, or open one that was kept: its schedule"})) {
    ImGui::OpenPopup("share");
  }
  ImGui::SetNextWindowPos({ImGui::GetItemRectMax().x, top + kStepButton + space::xs}, ImGuiCond_Always, {1, 0});
  draw_share_popup(view, commands);
  if (place_right({.name = "step/random", .icon = icon::random, .kind = ButtonKind::quiet,
                   .tooltip = "Let chance choose: another run, to its end"})) {
    commands.push_back(command::RandomRun{});
  }
  const std::string count = std::to_string(moment.step) + " / " + std::to_string(moment.length);
  const float width = measure(look.fonts.text, count).x;
  if (right - x > width + space::s) {
    draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.text, std::floor((x + right - width) / 2 + 2), top, kStepButton,
                     look.theme.muted, count);
  }
}

void StepPanel::draw_slider(const View& view, Rect strip, UiCommands& commands) {
  const Theme& theme = view.look.theme;
  const Moment& moment = *view.moment();
  ImGui::SetCursorScreenPos(strip.min);
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  ImGui::InvisibleButton("step/slider", {strip.width(), strip.height()});
  ImGui::PopItemFlag();
  view.look.widgets.add("step/slider", strip);
  constexpr float kKnob = 7;
  const float left = strip.min.x + kKnob + 1;
  const float length = strip.width() - 2 * kKnob - 2;
  const float y = std::floor((strip.min.y + strip.max.y) / 2) - 3;
  const bool held = ImGui::IsItemActive() && moment.length > 0;
  if (held) {
    const float share = std::clamp((ImGui::GetIO().MousePos.x - left) / length, 0.0f, 1.0f);
    const auto wanted = uint64_t(std::llround(double(share) * double(moment.length)));
    if (!dragging_ || wanted != asked_step_) commands.push_back(go_to(wanted));
    asked_step_ = wanted;
  }
  dragging_ = held;
  // The knob is where the mouse wants it, whether or not the run has come there yet.
  const uint64_t shown = held ? asked_step_ : moment.step;
  const float share = moment.length == 0 ? 0 : float(double(shown) / double(moment.length));
  const ImVec2 knob{std::floor(left + share * length) + 0.5f, y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({left, y - 2}, {left + length, y + 2}, theme.pressed, 2);
  list.AddRectFilled({left, y - 2}, {knob.x, y + 2}, theme.accent, 2);
  // Each step's mark, as long as they can be told apart.
  if (moment.length > 0 && length / float(moment.length) >= 7) {
    for (uint64_t at = 0; at <= moment.length; ++at) {
      const float x = std::floor(left + length * float(at) / float(moment.length));
      list.AddRectFilled({x, y + 6}, {x + 1, y + 9}, theme.faint);
    }
  }
  const bool lively = held || ImGui::IsItemHovered();
  list.AddCircleFilled(knob, lively ? kKnob : kKnob - 1, theme.accent, 24);
  list.AddCircleFilled(knob, 2.5f, theme.panel, 16);
}

void StepPanel::draw_share_popup(const View& view, UiCommands& commands) {
  const Look& look = view.look;
  if (!begin_popup(look, "share")) return;
  constexpr float kWidth = 380;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 head = ImGui::GetCursorScreenPos();
  draw_text(list, look.fonts.strong, {head.x + space::xs, head.y + 2}, look.theme.text, "This run's schedule");
  const std::string& schedule = *view.moment()->schedule;
  draw_text_clipped(list, look.fonts.code_small, {head.x + space::xs, head.y + 24}, kWidth - 2 * space::xs,
                    look.theme.muted, schedule);
  ImGui::Dummy({kWidth, 48});
  if (draw_button(look, {.name = "share/copy", .icon = icon::copy, .label = "Copy schedule",
                         .tooltip = "A line of text; lockstep replay takes it too"})) {
    commands.push_back(command::ShareSchedule{false});
    ImGui::CloseCurrentPopup();
  }
  if (view.has_links) {
    ImGui::SameLine();
    if (draw_button(look, {.name = "share/link", .icon = icon::share, .label = "Copy link",
                           .enabled = !view.edited,
                           .tooltip = view.edited ? "Links know the lessons' own programs only"
                                                  : "Opens this lesson with this run"})) {
      commands.push_back(command::ShareSchedule{true});
      ImGui::CloseCurrentPopup();
    }
  }
  ImGui::Dummy({kWidth, space::s});
  draw_text(list, look.fonts.strong, ImGui::GetCursorScreenPos() + ImVec2(space::xs, 2), look.theme.text,
            "Open a schedule");
  ImGui::Dummy({kWidth, 24});
  const Button open{.name = "share/open", .label = "Open", .enabled = !typed_schedule_.empty()};
  ImGui::SetNextItemWidth(kWidth - button_width(look, open) - space::s);
  const ImVec2 field = ImGui::GetCursorScreenPos();
  bool entered = ImGui::InputTextWithHint("##schedule", "Paste it here", &typed_schedule_,
                                          ImGuiInputTextFlags_EnterReturnsTrue);
  look.widgets.add("share/field", {field, ImGui::GetItemRectMax()});
  ImGui::SameLine();
  entered = draw_button(look, open, ImGui::GetItemRectSize().y) || entered;
  if (entered && !typed_schedule_.empty()) {
    commands.push_back(command::OpenSchedule{typed_schedule_});
    typed_schedule_.clear();
    ImGui::CloseCurrentPopup();
  }
  end_popup();
}

UiCommands StepPanel::take_keys(const View& view) {
  UiCommands commands;
  const ImGuiIO& io = ImGui::GetIO();
  if (!view.moment() || io.KeyCtrl || io.KeyAlt || io.KeySuper) return commands;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
  const auto reach = io.KeyShift ? StepCommand::Reach::line : StepCommand::Reach::operation;
  if (pressed(ImGuiKey_RightArrow)) commands.push_back(step(Kind::forward, reach));
  if (pressed(ImGuiKey_LeftArrow)) commands.push_back(step(Kind::back, reach));
  if (pressed(ImGuiKey_Home)) commands.push_back(go_to(0));
  if (pressed(ImGuiKey_End)) commands.push_back(step(Kind::finish));
  for (int digit = 0; digit < 10; ++digit) {
    if (!pressed(ImGuiKey(ImGuiKey_0 + digit)) && !pressed(ImGuiKey(ImGuiKey_Keypad0 + digit))) continue;
    for (const ThreadView& thread : view.snapshot.threads) {
      if (int(thread.id) != digit) continue;
      if (ImGui::IsKeyDown(ImGuiKey_B)) commands.push_back(command::Step{{Kind::back_of, reach, thread.id, 0}});
      else if (thread.can_step) commands.push_back(command::Step{{Kind::thread, reach, thread.id, 0}});
    }
  }
  return commands;
}

}  // namespace lockstep
