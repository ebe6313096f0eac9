#include "workbench/explore_options.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>

#include "workbench/outcome_rows.h"

namespace lockstep {
namespace {

constexpr float kWidth = 372;
constexpr float kItem = 30;

struct OrderChoice {
  SampleOptions::Order order;
  const char* name;        // of the widget
  const char* label;
  const char* explanation;
  const char* runs;        // what its runs are called
};

constexpr std::array<OrderChoice, 4> kOrders = {{
    {SampleOptions::Order::random, "order/random", "At random", "any thread that can go on, at every step", "random runs"},
    {SampleOptions::Order::priorities, "order/priorities", "Priorities", "random ranks that seldom change (PCT)",
     "runs by priorities"},
    {SampleOptions::Order::turns, "order/turns", "In turns", "1 step each, then 2 each, then 3, \u2026", "runs in turns"},
    {SampleOptions::Order::free, "order/free", "Free", "real threads in real time, as in Free run", "free runs"},
}};

constexpr std::array<uint64_t, 4> kRunCounts = {20, 200, 2000, 20000};

struct ObserveChoice {
  ExploreOptions::Observe observe;
  const char* name;
  const char* label;
  const char* explanation;
};

constexpr std::array<ObserveChoice, 4> kObserve = {{
    {ExploreOptions::Observe::last_line, "observe/last_line", "Last line", "the last line that was printed"},
    {ExploreOptions::Observe::standard_output, "observe/output", "All output", "everything that was printed, in its order"},
    {ExploreOptions::Observe::status, "observe/status", "Exit status", "only whether and how the program failed"},
    {ExploreOptions::Observe::expression, "observe/expression", "Expression", "a value at the end, of the main module"},
}};

struct Budget {
  double seconds;
  const char* label;
};
constexpr std::array<Budget, 3> kBudgets = {{{10, "10 s"}, {60, "1 min"}, {600, "10 min"}}};

constexpr std::array<int, 5> kBounds = {-1, 0, 1, 2, 3};

void heading(const Look& look, std::string_view words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text(*ImGui::GetWindowDrawList(), look.fonts.small_strong, {at.x + space::s, at.y + 6}, look.theme.faint, words);
  ImGui::Dummy({kWidth, 24});
}

// A line of a list of which one is chosen; stays open. True when it was pressed.
bool choice_line(const Look& look, const char* name, const char* label, const char* explanation, bool chosen) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::Selectable((std::string("##") + name).c_str(), chosen, ImGuiSelectableFlags_DontClosePopups,
                                         {kWidth, kItem});
  look.widgets.add(name, {at, at + ImVec2(kWidth, kItem)});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_text_middle(list, look.fonts.strong, at.x + space::s, at.y, kItem, chosen ? look.theme.accent : look.theme.text, label);
  const float left = at.x + 92;
  draw_text_middle(list, look.fonts.small, left, at.y, kItem, look.theme.muted,
                   shortened(look.fonts.small, explanation, at.x + kWidth - space::s - left));
  return pressed;
}

// A row of small buttons of which one is chosen. The number of the one pressed, -1 for none.
template <class Labels>
int choice_row(const Look& look, const std::string& prefix, const Labels& labels, int chosen) {
  int pressed = -1;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + space::xs);
  for (int index = 0; index < int(labels.size()); ++index) {
    if (index > 0) ImGui::SameLine(0, space::xs);
    const std::string name = prefix + labels[size_t(index)];
    if (draw_button(look, {.name = name.c_str(), .label = labels[size_t(index)],
                           .kind = ButtonKind::quiet, .chosen = index == chosen}, 28)) {
      pressed = index;
    }
  }
  return pressed;
}

}  // namespace

const char* ExploreOptionMenus::runs_name(SampleOptions::Order order) {
  for (const OrderChoice& choice : kOrders) {
    if (choice.order == order) return choice.runs;
  }
  return "runs";
}

void ExploreOptionMenus::draw_runs(const View& view, ImVec2 top_left, UiCommands& commands) {
  const Look& look = view.look;
  ImGui::SetNextWindowPos(top_left);
  if (!begin_popup(look, kRuns)) return;
  ExploreChoices choices = view.choices;
  heading(look, "How many runs");
  std::array<std::string, kRunCounts.size()> labels;
  int chosen = -1;
  for (size_t index = 0; index < kRunCounts.size(); ++index) {
    labels[index] = grouped(kRunCounts[index]);
    if (kRunCounts[index] == choices.runs) chosen = int(index);
  }
  if (const int pressed = choice_row(look, "runs/", labels, chosen); pressed >= 0) {
    choices.runs = kRunCounts[size_t(pressed)];
    commands.push_back(command::SetChoices{choices});
  }
  heading(look, "Which thread goes next");
  for (const OrderChoice& choice : kOrders) {
    if (!choice_line(look, choice.name, choice.label, choice.explanation, choice.order == choices.order)) continue;
    choices.order = choice.order;
    commands.push_back(command::SetChoices{choices});
  }
  end_popup();
}

void ExploreOptionMenus::draw_options(const View& view, ImVec2 top_right, UiCommands& commands) {
  const Look& look = view.look;
  ImGui::SetNextWindowPos(top_right, ImGuiCond_Always, {1, 0});
  if (!begin_popup(look, kOptions)) return;
  if (ImGui::IsWindowAppearing()) expression_ = view.choices.expression;
  ExploreChoices choices = view.choices;
  bool changed = false;
  heading(look, "Two runs end differently if this differs");
  for (const ObserveChoice& choice : kObserve) {
    if (!choice_line(look, choice.name, choice.label, choice.explanation, choice.observe == choices.observe)) continue;
    choices.observe = choice.observe;
    changed = true;
  }
  if (choices.observe == ExploreOptions::Observe::expression) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + space::s);
    ImGui::SetNextItemWidth(kWidth - 2 * space::s);
    const ImVec2 field = ImGui::GetCursorScreenPos();
    if (ImGui::InputTextWithHint("##expression", "counter, or len(items) > 2", &expression_)) {
      choices.expression = expression_;
      changed = true;
    }
    look.widgets.add("observe/field", {field, ImGui::GetItemRectMax()});
  }
  heading(look, "A sleep or a timeout takes");
  constexpr std::array<const char*, 2> kTimes = {"its own time", "any time"};
  if (const int pressed = choice_row(look, "time/", kTimes, choices.arbitrary_time ? 1 : 0); pressed >= 0) {
    choices.arbitrary_time = pressed == 1;
    changed = true;
  }
  heading(look, "A random number is");
  constexpr std::array<const char*, 2> kDraws = {"what the seed gives", "any it could be"};
  if (const int pressed = choice_row(look, "random/", kDraws, choices.try_draws ? 1 : 0); pressed >= 0) {
    choices.try_draws = pressed == 1;
    changed = true;
  }
  heading(look, "How often threads may be interrupted in a run");
  constexpr std::array<const char*, kBounds.size()> kBoundNames = {"any number", "never", "once", "twice", "3 times"};
  const auto bound = std::find(kBounds.begin(), kBounds.end(), choices.max_preemptions);
  if (const int pressed = choice_row(look, "bound/", kBoundNames, int(bound - kBounds.begin())); pressed >= 0) {
    choices.max_preemptions = kBounds[size_t(pressed)];
    changed = true;
  }
  heading(look, "Give up after");
  std::array<const char*, kBudgets.size()> budgets{};
  int budget = -1;
  for (size_t index = 0; index < kBudgets.size(); ++index) {
    budgets[index] = kBudgets[index].label;
    if (kBudgets[index].seconds == choices.seconds) budget = int(index);
  }
  if (const int pressed = choice_row(look, "budget/", budgets, budget); pressed >= 0) {
    choices.seconds = kBudgets[size_t(pressed)].seconds;
    changed = true;
  }
  if (changed) commands.push_back(command::SetChoices{choices});
  end_popup();
}

}  // namespace lockstep
