#include "workbench/explore_panel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kSummary = 58;
constexpr float kOutcome = 52;

struct Manner {
  const char* icon;
  const char* words;
  ImU32 colour;
};

Manner manner_of(const Theme& theme, OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::finished: return {icon::check, "Finished", theme.success};
    case OutcomeKind::exception: return {icon::error, "Exception", theme.danger};
    case OutcomeKind::deadlock: return {icon::lock, "Deadlock", theme.danger};
    case OutcomeKind::limit: return {icon::warning, "Cut short", theme.warning};
    case OutcomeKind::internal_error: return {icon::error, "Lockstep made a mistake", theme.danger};
    case OutcomeKind::none:
    case OutcomeKind::stopped: return {icon::stop, "Stopped", theme.muted};
  }
  return {icon::stop, "", theme.muted};
}

// Deadlocks and exceptions before everything that went well.
int rank_of(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::internal_error: return 0;
    case OutcomeKind::deadlock: return 1;
    case OutcomeKind::exception: return 2;
    case OutcomeKind::limit: return 3;
    default: return 4;
  }
}

std::string last_line_of(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with(' ')) text.remove_suffix(1);
  const size_t begin = text.rfind('\n');
  return std::string(begin == std::string_view::npos ? text : text.substr(begin + 1));
}

// What tells this outcome from the others, in a line.
std::string gist_of(const ExploredOutcome& outcome) {
  if (outcome.kind == OutcomeKind::deadlock) {
    // The circle of those who wait for each other says it best; it is the report's last line.
    const std::string circle = last_line_of(outcome.error);
    if (circle.starts_with("they wait for each other")) return circle;
  }
  if (outcome.kind == OutcomeKind::deadlock || outcome.kind == OutcomeKind::limit) {
    return outcome.error.substr(0, outcome.error.find('\n'));
  }
  if (!outcome.error.empty()) return last_line_of(outcome.error);
  const std::string line = last_line_of(outcome.value);
  return line.empty() ? "printed nothing" : line;
}

bool several_finish(const Exploration& found) {
  return std::count_if(found.outcomes.begin(), found.outcomes.end(), [](const ExploredOutcome& outcome) {
           return outcome.kind == OutcomeKind::finished;
         }) > 1;
}

std::string grouped(uint64_t number) {
  std::string text = std::to_string(number);
  for (size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, " ");
  return text;
}

}  // namespace

std::vector<size_t> ExplorePanel::order_of(const Exploration& found) {
  std::vector<size_t> order(found.outcomes.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return rank_of(found.outcomes[a].kind) < rank_of(found.outcomes[b].kind);
  });
  return order;
}

UiCommands ExplorePanel::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const Panel panel(look, "outcomes", area,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  if (!view.exploration) {
    draw_empty_state(look, area, icon::explore, "Every way this program can end",
                     "Press Explore: every order in which the threads can take their steps is tried, and each "
                     "different result is listed, with a run that leads to it.");
    return commands;
  }
  const Exploration& found = *view.exploration->found;
  const bool running = view.exploration->running;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 head{area.min.x + space::l, area.min.y + 10};
  const char* mark = running ? icon::explore : found.complete ? icon::check : icon::warning;
  const ImU32 colour = running ? theme.accent : found.complete ? theme.success : theme.warning;
  draw_text(list, look.fonts.text, head, colour, mark);
  const std::string title = running ? "Trying every order\u2026"
      : found.complete ? "Complete: these are all the outcomes"
                       : "Not exhausted: there may be more outcomes";
  draw_text_clipped(list, look.fonts.strong, head + ImVec2(24, 0), area.width() - 2 * space::l - 24, theme.text, title);
  std::string facts = grouped(found.transitions) + " steps  \u00B7  " + grouped(found.states) + " states";
  if (found.executions > 0) facts += "  \u00B7  " + grouped(found.executions) + " runs";
  draw_text_clipped(list, look.fonts.small, head + ImVec2(24, 20), area.width() - 2 * space::l - 24, theme.muted, facts);
  list.AddLine({area.min.x, area.min.y + kSummary + 0.5f}, {area.max.x, area.min.y + kSummary + 0.5f}, theme.separator);

  ImGui::SetCursorScreenPos({area.min.x + 1, area.min.y + kSummary + 1});
  ImGui::BeginChild("rows", {area.width() - 2, area.height() - kSummary - 3});
  ImGui::SetCursorPos({space::s, space::s});
  ImGui::BeginGroup();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const float width = area.width() - 2 * space::s - 2 - ImGui::GetStyle().ScrollbarSize;
  for (const size_t outcome : order_of(found)) draw_outcome(view, outcome, width, commands);
  if (!running && found.outcomes.empty()) {
    draw_text(*ImGui::GetWindowDrawList(), look.fonts.small, ImGui::GetCursorScreenPos() + ImVec2(space::s, space::s),
              theme.muted, "Nothing was found before the search was ended.");
  }
  ImGui::Dummy({width, space::s});
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  ImGui::EndChild();
  return commands;
}

void ExplorePanel::draw_outcome(const View& view, size_t index, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ExploredOutcome& outcome = view.exploration->found->outcomes[index];
  Manner manner = manner_of(theme, outcome.kind);
  if (outcome.kind == OutcomeKind::finished && several_finish(*view.exploration->found)) {
    // Which of them is the right one, only the learner knows.
    manner.icon = icon::circle_open;
    manner.colour = theme.accent;
  }
  const bool opens = !outcome.schedule.empty() && !view.outdated;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect row{at, at + ImVec2(width, kOutcome - 6)};
  const std::string name = "outcome/" + std::to_string(index);
  ImGui::BeginDisabled(!opens);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {row.width(), row.height()});
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered();
  look.widgets.add(name, row);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(row.min, row.max, hovered ? theme.hovered : theme.raised, space::radius);
  list.AddRect(row.min, row.max, hovered ? manner.colour : theme.border, space::radius);
  draw_focus_ring(look, row);
  draw_text_middle(list, look.fonts.text, row.min.x + space::m, row.min.y, row.height(), manner.colour, manner.icon);
  const float left = row.min.x + space::m + 26;
  float right = row.max.x - space::m;
  if (opens) {
    const float wide = measure(look.fonts.text, icon::next).x;
    right -= wide;
    draw_text_middle(list, look.fonts.text, right, row.min.y, row.height(), hovered ? theme.text : theme.faint, icon::next);
    right -= space::m;
  }
  const ImFont* font = outcome.kind == OutcomeKind::finished ? look.fonts.code : look.fonts.text;
  draw_text_clipped(list, font, {left, row.min.y + 5}, right - left, theme.text, gist_of(outcome));
  const std::string detail = std::string(manner.words) + "  \u00B7  " +
      (outcome.preemptions == 0 ? "no thread interrupted"
                                : "a thread interrupted " + (outcome.preemptions == 1 ? std::string("once")
                                      : std::to_string(outcome.preemptions) + " times"));
  draw_text_clipped(list, look.fonts.small, {left, row.min.y + 26}, right - left, theme.muted, detail);
  if (hovered && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    const std::string& text = outcome.error.empty() ? outcome.standard_output : outcome.error;
    draw_tooltip(look, text.substr(0, 1200), "Click: step through a run that ends so");
  }
  if (pressed && opens) commands.push_back(command::OpenWitness{index});
  ImGui::SetCursorScreenPos({at.x, at.y + kOutcome});
}

}  // namespace lockstep
