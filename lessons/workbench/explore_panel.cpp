#include "workbench/explore_panel.h"

#include <algorithm>
#include <cmath>

#include "workbench/finding_cards.h"
#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kTools = 46;
constexpr float kExploreButton = 30;
constexpr float kSummary = 44;

bool explores(const View& view) { return view.exploration && view.exploration->running; }
bool samples(const View& view) { return view.samples && view.samples->running; }

void add_fact(std::string& facts, std::string_view fact) {
  if (!facts.empty()) facts += "  \u00B7  ";
  facts += fact;
}

}  // namespace

UiCommands ExplorePanel::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const Panel panel(look, "outcomes", area,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const Rect strip{{area.min.x + space::s, area.min.y}, {area.max.x - space::s, area.min.y + kTools}};
  draw_tools(view, strip, commands);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({area.min.x, strip.max.y + 0.5f}, {area.max.x, strip.max.y + 0.5f}, theme.separator);
  float y = strip.max.y;
  if (!view.exploration && !view.samples) {
    draw_empty_state(look, {{area.min.x, y}, area.max}, icon::explore, "Every way this program can end",
                     "Every order tries all orders in which the threads can take their steps, and lists each different "
                     "result with a run that leads to it. Runs by chance show how likely each of them is, and how "
                     "easily a rare one is missed.");
    return commands;
  }
  for (const Summary& summary : summaries(view)) {
    const float left = area.min.x + space::l;
    const float room = area.width() - 2 * space::l - 24;
    draw_text(list, look.fonts.text, {left, y + 6}, summary.colour, summary.icon);
    draw_text_clipped(list, look.fonts.strong, {left + 24, y + 6}, room, theme.text, summary.title);
    draw_text_clipped(list, look.fonts.small, {left + 24, y + 24}, room, theme.muted, summary.facts);
    y += kSummary;
    if (summary.progress >= 0) {
      const float from = left + 24, to = area.max.x - space::l;
      list.AddRectFilled({from, y - 3}, {to, y}, theme.pressed, 2);
      list.AddRectFilled({from, y - 3}, {from + (to - from) * std::min(summary.progress, 1.0f), y}, theme.accent, 2);
    }
  }
  y += 3;
  list.AddLine({area.min.x, y + 0.5f}, {area.max.x, y + 0.5f}, theme.separator);

  ImGui::SetCursorScreenPos({area.min.x + 1, y + 1});
  ImGui::BeginChild("rows", {area.width() - 2, area.max.y - y - 3});
  ImGui::SetCursorPos({space::s, space::s});
  ImGui::BeginGroup();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const float width = area.width() - 2 * space::s - 2 - ImGui::GetStyle().ScrollbarSize;
  outcomes_.draw(view, width, commands);
  if (outcomes_.rows(view).empty() && !explores(view) && !samples(view)) {
    draw_text(*ImGui::GetWindowDrawList(), look.fonts.small, ImGui::GetCursorScreenPos() + ImVec2(space::s, space::s),
              theme.muted, "Nothing was found before the search was ended.");
  }
  if (view.exploration) draw_findings(view, view.exploration->found->findings, "finding", width, commands);
  ImGui::Dummy({width, space::s});
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  ImGui::EndChild();
  return commands;
}

// The two ways to find out, side by side; at the right end what they look at.
void ExplorePanel::draw_tools(const View& view, Rect strip, UiCommands& commands) {
  const Look& look = view.look;
  const float top = strip.min.y + std::floor((strip.height() - kExploreButton) / 2) + 1;
  const std::string runs = grouped(view.choices.runs);
  const std::string runs_words = runs + " " + ExploreOptionMenus::runs_name(view.choices.order);
  Button every{.name = "explore/every", .icon = icon::explore, .label = "Every order",
               .tooltip = "Try every order in which the threads can take their steps: all outcomes, none missed"};
  if (explores(view)) {
    every.icon = icon::stop;
    every.kind = ButtonKind::danger;
    every.tooltip = "End the search; what was found is kept";
  }
  Button many{.name = "explore/many", .icon = icon::chart, .label = runs_words,
              .tooltip = "Run the program many times and count how it ends, as testing does"};
  if (samples(view)) {
    many.icon = icon::stop;
    many.kind = ButtonKind::danger;
    many.tooltip = "End the runs; what was counted is kept";
  }
  const Button which{.name = "explore/runs", .opens_menu = true, .tooltip = "How many runs, and in which order"};
  const Button options{.name = "explore/options", .icon = icon::settings, .kind = ButtonKind::quiet,
                       .tooltip = "What makes two outcomes different, how time goes, and how far to search"};
  const auto width = [&] {
    return button_width(look, every) + button_width(look, many) + button_width(look, which) +
           button_width(look, options) + 3 * space::xs;
  };
  if (width() > strip.width()) many.label = runs + " runs";
  if (width() > strip.width()) every.label = "Every";
  if (width() > strip.width()) many.label = runs;
  float x = strip.min.x;
  const auto place = [&](const Button& button, float gap) {
    ImGui::SetCursorScreenPos({x, top});
    x += button_width(look, button) + gap;
    return draw_button(look, button, kExploreButton);
  };
  if (place(every, space::xs)) {
    if (explores(view)) commands.push_back(command::StopExploring{});
    else commands.push_back(command::Explore{});
  }
  if (place(many, 2)) {
    if (samples(view)) commands.push_back(command::StopSampling{});
    else commands.push_back(command::Sample{});
  }
  if (place(which, 0)) ImGui::OpenPopup(ExploreOptionMenus::kRuns);
  menus_.draw_runs(view, {strip.min.x, top + kExploreButton + space::xs}, commands);
  x = strip.max.x - button_width(look, options);
  if (place(options, 0)) ImGui::OpenPopup(ExploreOptionMenus::kOptions);
  menus_.draw_options(view, {strip.max.x, top + kExploreButton + space::xs}, commands);
}

std::vector<ExplorePanel::Summary> ExplorePanel::summaries(const View& view) {
  std::vector<Summary> all;
  if (view.exploration) all.push_back(summary_of_exploration(view));
  if (view.samples) all.push_back(summary_of_samples(view));
  return all;
}

ExplorePanel::Summary ExplorePanel::summary_of_exploration(const View& view) const {
  const Theme& theme = view.look.theme;
  const Exploration& found = *view.exploration->found;
  Summary summary;
  if (explores(view)) {
    summary = {icon::explore, theme.accent, "Trying every order: " + plural(found.outcomes.size(), "outcome") + " so far", {}, -1};
  } else if (found.complete) {
    summary = {icon::check, theme.success, "Complete: these are all the outcomes", {}, -1};
  } else {
    summary = {icon::warning, theme.warning, "Not exhausted: there may be more outcomes", {}, -1};
  }
  add_fact(summary.facts, grouped(found.states) + " states");
  if (explores(view) && found.frontier > 0) add_fact(summary.facts, grouped(found.frontier) + " to look at");
  add_fact(summary.facts, grouped(found.transitions) + " steps");
  if (found.seconds > 0) {
    add_fact(summary.facts, format_duration(found.seconds));
    if (found.seconds > 0.05) {
      const double rate = double(found.transitions) / found.seconds;
      add_fact(summary.facts, grouped(uint64_t(rate < 1000 ? rate : std::round(rate / 1000) * 1000)) + " a second");
    }
  }
  return summary;
}

ExplorePanel::Summary ExplorePanel::summary_of_samples(const View& view) {
  const Theme& theme = view.look.theme;
  const Samples& counted = *view.samples->found;
  const std::string runs = std::string(ExploreOptionMenus::runs_name(counted.order));
  const auto& rows = outcomes_.rows(view);
  const auto met = size_t(std::count_if(rows.begin(), rows.end(), [](const OutcomeRow& row) { return row.count > 0; }));
  Summary summary;
  summary.icon = icon::chart;
  summary.colour = theme.accent;
  if (samples(view)) {
    summary.title = grouped(counted.runs) + " of " + grouped(counted.wanted) + " " + runs;
    summary.progress = counted.wanted == 0 ? 0 : float(double(counted.runs) / double(counted.wanted));
  } else {
    const bool knows_all = view.exploration && !explores(view) && view.exploration->found->complete;
    summary.title = grouped(counted.runs) + " " + runs + " met ";
    if (knows_all && met < rows.size()) {
      summary.title += std::to_string(met) + " of these " + std::to_string(rows.size()) + " outcomes";
      summary.colour = theme.warning;
    } else if (knows_all && rows.size() > 1) {
      summary.title += "all of these outcomes";
    } else {
      summary.title += plural(met, "outcome");
    }
  }
  if (counted.order == SampleOptions::Order::free) add_fact(summary.facts, "real threads in real time");
  else add_fact(summary.facts, plural(counted.orders, "different order"));
  if (counted.seconds > 0) add_fact(summary.facts, format_duration(counted.seconds));
  return summary;
}

}  // namespace lockstep
