#include "workbench/outcome_list.h"

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kWords = 46;      // of a card: what the outcome is
constexpr float kShare = 20;      // how many runs ended so
constexpr float kFork = 62;       // where it parts from a good run
constexpr float kGap = 6;

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

const ExploredOutcome* explored_of(const View& view, const OutcomeRow& row) {
  return row.explored ? &view.exploration->found->outcomes[*row.explored] : nullptr;
}

const SampledOutcome* sampled_of(const View& view, const OutcomeRow& row) {
  return row.sampled ? &view.samples->found->outcomes[*row.sampled] : nullptr;
}

std::string times(int count) {
  return count == 1 ? "once" : count == 2 ? "twice" : std::to_string(count) + " times";
}

std::string detail_of(const View& view, const OutcomeRow& row, const Manner& manner) {
  std::string words = manner.words;
  if (const ExploredOutcome* explored = explored_of(view, row)) {
    return words + "  \u00B7  " +
           (explored->preemptions == 0 ? "no thread interrupted"
                                       : "a thread interrupted " + times(explored->preemptions));
  }
  return words + "  \u00B7  first in run " + grouped(sampled_of(view, row)->first_run);
}

std::string schedule_of(const View& view, const OutcomeRow& row) {
  if (const ExploredOutcome* explored = explored_of(view, row); explored && !explored->schedule.empty()) {
    return explored->schedule;
  }
  const SampledOutcome* sampled = sampled_of(view, row);
  return sampled ? sampled->schedule : std::string();
}

// A bar as long as the outcome's share of the runs, and its words.
void draw_share(const View& view, const OutcomeRow& row, Rect area, ImU32 colour) {
  const Look& look = view.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const uint64_t runs = view.samples->found->runs;
  const std::string words = row.count == 0 && runs > 0
      ? "in none of " + grouped(runs) : grouped(row.count) + "  \u00B7  " + share_text(row.count, runs);
  const float words_width = std::max(96.0f, std::ceil(measure(look.fonts.small, words).x));
  const float y = std::floor((area.min.y + area.max.y) / 2);
  const float end = area.max.x - words_width - space::s;
  if (end - area.min.x > 24) {
    list.AddRectFilled({area.min.x, y - 4}, {end, y + 4}, look.theme.pressed, 4);
    const float share = runs == 0 ? 0 : float(double(row.count) / double(runs));
    const float length = row.count == 0 ? 0 : std::max(4.0f, (end - area.min.x) * share);
    if (length > 0) list.AddRectFilled({area.min.x, y - 4}, {area.min.x + length, y + 4}, colour, 4);
  }
  const float left = area.max.x - measure(look.fonts.small, words).x;
  draw_text_middle(list, look.fonts.small, left, area.min.y, area.height(),
                   row.count == 0 ? look.theme.warning : look.theme.muted, words);
}

// One of the two ways at a fork, as a button.
bool draw_way(const View& view, const std::string& name, Rect area, const char* icon, ImU32 colour,
              const Fork::Way& way, bool enabled, std::string_view tooltip) {
  const Look& look = view.look;
  ImGui::SetCursorScreenPos(area.min);
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {area.width(), area.height()});
  ImGui::EndDisabled();
  look.widgets.add(name, area);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.min, area.max, with_alpha(colour, hovered ? 0.26f : 0.13f), space::radius);
  draw_focus_ring(look, area);
  draw_text_middle(list, look.fonts.text, area.min.x + space::s, area.min.y, area.height(), colour, icon);
  const float left = area.min.x + space::s + 20;
  const float room = area.max.x - space::s - left;
  draw_text_clipped(list, look.fonts.small_strong, {left, area.min.y + 3}, room, look.theme.text, way.thread);
  draw_text_clipped(list, look.fonts.code_small, {left, area.min.y + 17}, room, look.theme.muted, way.words);
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) {
    std::string words = way.thread + ": " + way.words;
    if (way.line > 0) words += "  (line " + std::to_string(way.line) + ")";
    draw_tooltip(look, words, tooltip);
  }
  return pressed;
}

void draw_fork(const View& view, const ExploredOutcome& outcome, const std::string& name, Rect area, bool opens,
               UiCommands& commands) {
  const Look& look = view.look;
  const Fork& fork = outcome.fork;
  draw_text_clipped(*ImGui::GetWindowDrawList(), look.fonts.small, area.min, area.width(), look.theme.muted,
                    "Parts from a run that goes well at step " + std::to_string(fork.step) + ":");
  const float top = area.min.y + 19;
  const float middle = std::floor((area.min.x + area.max.x) / 2);
  const uint64_t before = fork.step - 1;
  if (draw_way(view, name + "/bad", {{area.min.x, top}, {middle - 3, top + 36}}, icon::error, look.theme.danger,
               fork.bad, opens, "Click: step through the failing run from there")) {
    commands.push_back(command::OpenSchedule{outcome.schedule, before});
  }
  if (draw_way(view, name + "/good", {{middle + 3, top}, {area.max.x, top + 36}}, icon::check, look.theme.success,
               fork.good, opens, "Click: step through the good run from there")) {
    commands.push_back(command::OpenSchedule{outcome.nearest_good, before});
  }
}

float height_of(const View& view, const OutcomeRow& row) {
  const ExploredOutcome* explored = explored_of(view, row);
  float height = kWords;
  if (view.samples) height += kShare;
  if (explored && explored->fork.step > 0) height += kFork;
  return height;
}

}  // namespace

const std::vector<OutcomeRow>& OutcomeList::rows(const View& view) {
  const auto exploration = view.exploration ? view.exploration->found : nullptr;
  const auto samples = view.samples ? view.samples->found : nullptr;
  if (exploration != exploration_ || samples != samples_) {
    exploration_ = exploration;
    samples_ = samples;
    rows_ = outcome_rows(exploration.get(), samples.get());
  }
  return rows_;
}

void OutcomeList::draw(const View& view, float width, UiCommands& commands) {
  for (const OutcomeRow& row : rows(view)) {
    const float height = height_of(view, row) + kGap;
    if (ImGui::IsRectVisible({width, height})) draw_card(view, row, width, commands);
    else ImGui::Dummy({width, height});
  }
}

void OutcomeList::draw_card(const View& view, const OutcomeRow& row, float width, UiCommands& commands) const {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  const ExploredOutcome* explored = explored_of(view, row);
  const SampledOutcome* sampled = sampled_of(view, row);
  Manner manner = manner_of(theme, row.kind);
  const auto finishes = [](const OutcomeRow& each) { return each.kind == OutcomeKind::finished; };
  if (finishes(row) && std::count_if(rows_.begin(), rows_.end(), finishes) > 1) {
    // Which of them is the right one, only the learner knows.
    manner.icon = icon::circle_open;
    manner.colour = theme.accent;
  }
  const std::string schedule = schedule_of(view, row);
  const bool opens = !schedule.empty() && !view.outdated;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect card{at, at + ImVec2(width, height_of(view, row))};
  const bool has_fork = explored && explored->fork.step > 0;
  const std::string name = explored ? "outcome/" + std::to_string(*row.explored)
                                    : "sampled/" + std::to_string(*row.sampled);
  const float own_height = card.height() - (has_fork ? kFork : 0);   // what a click on the card itself can hit
  ImGui::BeginDisabled(!opens);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {card.width(), own_height});
  ImGui::EndDisabled();
  const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);
  look.widgets.add(name, {card.min, {card.max.x, card.min.y + own_height}});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(card.min, card.max, hovered && opens ? theme.hovered : theme.raised, space::radius);
  list.AddRect(card.min, card.max, hovered && opens ? manner.colour : theme.border, space::radius);
  draw_focus_ring(look, card);
  draw_text_middle(list, look.fonts.text, card.min.x + space::m, card.min.y, kWords, manner.colour, manner.icon);
  const float left = card.min.x + space::m + 26;
  float right = card.max.x - space::m;
  if (opens) {
    const float wide = measure(look.fonts.text, icon::next).x;
    right -= wide;
    draw_text_middle(list, look.fonts.text, right, card.min.y, kWords, hovered ? theme.text : theme.faint, icon::next);
    right -= space::m;
  }
  const ImFont* font = row.kind == OutcomeKind::finished ? look.fonts.code : look.fonts.text;
  draw_text_clipped(list, font, {left, card.min.y + 5}, right - left, theme.text, row.gist);
  draw_text_clipped(list, look.fonts.small, {left, card.min.y + 26}, right - left, theme.muted,
                    detail_of(view, row, manner));
  if (view.samples) {
    draw_share(view, row, {{left, card.min.y + kWords - 4}, {card.max.x - space::m, card.min.y + kWords + kShare - 8}},
               manner.colour);
  }
  if (hovered && ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal | ImGuiHoveredFlags_AllowWhenDisabled)) {
    const std::string& error = explored ? explored->error : sampled->error;
    const std::string& output = explored ? explored->standard_output : sampled->standard_output;
    const bool was_free = !explored && view.samples->found->order == SampleOptions::Order::free;
    draw_tooltip(look, (error.empty() ? output : error).substr(0, 1200),
                 opens ? "Click: step through a run that ends so"
                       : was_free ? "Free runs leave no schedule: Every order finds one" : "");
  }
  if (pressed && opens) {
    if (explored && !explored->schedule.empty()) commands.push_back(command::OpenWitness{*row.explored});
    else commands.push_back(command::OpenSchedule{schedule, 0});
  }
  if (has_fork) {
    const float top = card.max.y - kFork;
    draw_fork(view, *explored, name, {{left, top}, {card.max.x - space::m, card.max.y}}, opens, commands);
  }
  ImGui::SetCursorScreenPos({at.x, card.max.y});
  ImGui::Dummy({width, kGap});
}

}  // namespace lockstep
