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
  if (running && found.frontier > 0) facts += "  \u00B7  " + grouped(found.frontier) + " to look at";
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
  draw_findings(view, width, commands);
  ImGui::Dummy({width, space::s});
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  ImGui::EndChild();
  return commands;
}

std::string ExplorePanel::title_of(const Finding& finding) {
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

void ExplorePanel::draw_findings(const View& view, float width, UiCommands& commands) {
  const auto& findings = view.exploration->found->findings;
  if (findings.empty()) return;
  const Look& look = view.look;
  ImGui::Dummy({width, 6});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.small_strong, at.x + space::xs, at.y, 24, look.theme.faint,
                   "What looks wrong");
  ImGui::Dummy({width, 26});
  for (size_t index = 0; index < findings.size(); ++index) draw_finding(view, index, width, commands);
}

// A card: what it is, a sentence, and a button for each line that it is about.
void ExplorePanel::draw_finding(const View& view, size_t index, float width, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const Finding& finding = view.exploration->found->findings[index];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = at.x + space::m + 26;
  const float room = at.x + width - space::m - left;
  const ImFont* font = look.fonts.small;
  const char* begin = finding.message.data();
  const char* end = begin + finding.message.size();
  const float text_height = finding.message.empty() ? 0 : font->CalcTextSizeA(font_size(font), FLT_MAX, room, begin, end).y;
  constexpr float kButton = 24;
  const bool has_buttons = !finding.places.empty() || !finding.schedule.empty();
  const float height = 32 + text_height + (has_buttons ? kButton + 10 : 6);
  const Rect card{at, at + ImVec2(width, height)};
  const std::string name = "finding/" + std::to_string(index);
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
    if (place(id, {.name = id.c_str(), .label = label, .tooltip = "Show it in the code"})) {
      commands.push_back(command::GoToFileLine{line});
    }
  }
  if (!finding.schedule.empty() && !view.outdated) {
    const std::string id = name + "/run";
    if (place(id, {.name = id.c_str(), .icon = icon::step, .label = "Step through it",
                   .tooltip = "A run in which it happens"})) {
      commands.push_back(command::OpenSchedule{finding.schedule});
    }
  }
  ImGui::SetCursorScreenPos({at.x, at.y + height + 6});
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
  // A failure has the nearest good run beside it, to compare.
  const std::string good_name = name + "/good";
  const std::string good_words = "The run most like this one that goes well; they part at choice " +
                                 std::to_string(outcome.differs_at + 1);
  const Button good{.name = good_name.c_str(), .icon = icon::check, .kind = ButtonKind::quiet,
                    .tooltip = good_words};
  const float good_width = outcome.nearest_good.empty() ? 0 : button_width(look, good) + space::s;
  ImGui::BeginDisabled(!opens);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {row.width() - good_width, row.height()});
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered();
  look.widgets.add(name, row);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(row.min, row.max, hovered ? theme.hovered : theme.raised, space::radius);
  list.AddRect(row.min, row.max, hovered ? manner.colour : theme.border, space::radius);
  draw_focus_ring(look, row);
  draw_text_middle(list, look.fonts.text, row.min.x + space::m, row.min.y, row.height(), manner.colour, manner.icon);
  const float left = row.min.x + space::m + 26;
  float right = row.max.x - good_width - space::m;
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
  if (good_width > 0) {
    ImGui::SetCursorScreenPos({row.max.x - good_width, row.min.y + std::floor((row.height() - space::button) / 2)});
    if (draw_button(look, good)) commands.push_back(command::OpenSchedule{outcome.nearest_good});
  }
  ImGui::SetCursorScreenPos({at.x, at.y + kOutcome});
}

}  // namespace lockstep
