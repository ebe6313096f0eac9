#include "workbench/outcome_bar.h"

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kLine = 38;
constexpr float kDetail = 20;
constexpr int kMostDetails = 6;

struct Verdict {
  const char* icon = "";
  ImU32 colour = 0;
  ImU32 ground = 0;
  std::string headline;
  std::string message;      // beside the headline
  std::vector<std::string> details;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// Most programs print their result last.
std::string last_words(const View& view) {
  const std::string line = view.output.last_line();
  return line.empty() ? "without printing anything" : "Its last line: " + line;
}

// What the last step did, in a stepped run that is not at its end.
Verdict verdict_of_moment(const View& view) {
  const Theme& theme = view.look.theme;
  const Moment& moment = *view.moment();
  if (!moment.note.empty() && moment.step == 0) {
    return {icon::warning, theme.warning, theme.warning_soft, "Not that schedule", moment.note, {}};
  }
  if (!moment.last && moment.length > 0) {
    return {icon::step, theme.accent, theme.accent_soft, "At the beginning of a run",
            "Follow it with Step, or let another thread go.", {}};
  }
  if (!moment.last) {
    return {icon::step, theme.accent, theme.accent_soft, "Ready to step",
            moment.chooses ? "Choose which thread goes first." : "Only one thread can go.", {}};
  }
  std::string words = moment.last->words;
  if (moment.last->line > 0) words += "  (line " + std::to_string(moment.last->line) + ")";
  return {icon::step, theme.thread(moment.last->thread), with_alpha(theme.thread(moment.last->thread), 0.12f),
          view.thread_name(moment.last->thread), std::move(words), {}};
}

Verdict verdict_of_exploration(const View& view) {
  const Theme& theme = view.look.theme;
  if (!view.exploration && view.samples) {
    const Samples& counted = *view.samples->found;
    const std::string met = plural(counted.outcomes.size(), "outcome");
    if (view.samples->running) return {icon::circle, theme.accent, theme.accent_soft, "Counting", met + " so far", {}};
    return {icon::chart, theme.accent, theme.accent_soft, met, "Chance may have missed some: Explore finds all of them.", {}};
  }
  if (!view.exploration) {
    return {icon::explore, theme.muted, 0, "Ready", "Press Explore to find every way the program can end.", {}};
  }
  const Exploration& found = *view.exploration->found;
  const std::string outcomes = plural(found.outcomes.size(), "outcome");
  if (view.exploration->running) {
    return {icon::circle, theme.accent, theme.accent_soft, "Exploring", outcomes + " so far", {}};
  }
  const bool fails = std::any_of(found.outcomes.begin(), found.outcomes.end(), [](const ExploredOutcome& outcome) {
    return outcome.kind != OutcomeKind::finished;
  });
  const bool draws = view.choices.try_draws;
  const std::string order = draws ? "order and random number" : "order";
  std::string words = "Every " + order + " was tried: the program always ends so.";
  if (!found.complete) {
    words = "Not every " + order + " was tried: there may be others.";
  } else if (found.outcomes.size() > 1) {
    words = "Every " + order + " was tried: how the program ends depends on " +
            (draws ? "these." : "who goes when.");
  }
  if (!found.findings.empty()) words += "  " + plural(found.findings.size(), "thing") + " to look at.";
  if (fails) return {icon::error, theme.danger, theme.danger_soft, outcomes, std::move(words), {}};
  if (found.complete && found.outcomes.size() == 1 && found.findings.empty()) {
    return {icon::check, theme.success, theme.success_soft, outcomes, std::move(words), {}};
  }
  return {icon::warning, theme.warning, theme.warning_soft, outcomes, std::move(words), {}};
}

Verdict verdict_of(const View& view) {
  const Theme& theme = view.look.theme;
  const Snapshot& snapshot = view.snapshot;
  const Outcome& outcome = snapshot.outcome;
  if (view.mode == PlayMode::explore) return verdict_of_exploration(view);
  if (view.mode == PlayMode::step && view.moment() && outcome.kind == OutcomeKind::none) {
    return verdict_of_moment(view);
  }
  if (snapshot.running) return {icon::circle, theme.accent, theme.accent_soft, "Running", {}, {}};
  switch (outcome.kind) {
    case OutcomeKind::none:
      if (!view.free_runs_possible) {
        return {icon::warning, theme.warning, theme.warning_soft, "This page cannot run threads here",
                "It lacks shared memory between workers.", {}};
      }
      return {icon::run, theme.muted, 0, "Ready", "Press Run, or F5.", {}};
    case OutcomeKind::finished:
      if (outcome.status != 0) {
        return {icon::check, theme.warning, theme.warning_soft, "Finished",
                "with exit status " + std::to_string(outcome.status), {}};
      }
      return {icon::check, theme.success, theme.success_soft, "Finished", last_words(view), {}};
    case OutcomeKind::exception:
      return {icon::error, theme.danger, theme.danger_soft, "Ended by an exception", outcome.message, {}};
    case OutcomeKind::deadlock:
      return {icon::lock, theme.danger, theme.danger_soft, "Deadlock",
              "Every thread waits for something that can no longer happen.", lines_of(outcome.message)};
    case OutcomeKind::limit:
      return {icon::warning, theme.warning, theme.warning_soft, "A limit was reached", outcome.message, {}};
    case OutcomeKind::stopped:
      return {icon::stop, theme.muted, 0, "Stopped", {}, {}};
    case OutcomeKind::internal_error:
      return {icon::error, theme.danger, theme.danger_soft, "Lockstep made a mistake", outcome.message, {}};
  }
  return {};
}

std::string facts_of(const View& view) {
  const Snapshot& snapshot = view.snapshot;
  if (view.mode == PlayMode::explore) return view.exploration ? format_duration(view.exploration->found->seconds) : "";
  if (snapshot.run == 0) return {};
  if (const Moment* moment = view.moment()) {
    return "step " + std::to_string(moment->step) + " of " + std::to_string(moment->length) +
           (moment->complete ? "" : " so far");
  }
  std::string facts = format_duration(snapshot.clock) + "  \u00B7  " + plural(snapshot.threads.size(), "thread");
  if (snapshot.running) facts += ", " + std::to_string(snapshot.live_threads) + " alive";
  return facts;
}

}  // namespace

float OutcomeBar::height(const View& view) const {
  const Outcome& outcome = view.snapshot.outcome;
  if (view.mode == PlayMode::explore || view.snapshot.running || outcome.kind != OutcomeKind::deadlock) return kLine;
  const int details = std::min(int(lines_of(outcome.message).size()), kMostDetails);
  return kLine + float(details) * kDetail + (details > 0 ? 6.0f : 0.0f);
}

void OutcomeBar::draw(const View& view, Rect area) {
  const Look& look = view.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Verdict verdict = verdict_of(view);
  look.widgets.add("outcome", area);
  list.AddRectFilled(area.min, area.max, look.theme.panel, space::panel_radius);
  if (verdict.ground) list.AddRectFilled(area.min, area.max, verdict.ground, space::panel_radius);
  list.AddRect(area.min, area.max, verdict.ground ? with_alpha(verdict.colour, 0.45f) : look.theme.border,
               space::panel_radius);
  float x = area.min.x + space::l;
  const float y = area.min.y;
  ImU32 icon_colour = verdict.colour;
  if (view.snapshot.running) {
    icon_colour = with_alpha(verdict.colour, float(0.6 + 0.4 * std::cos(view.now * 5)));
  }
  draw_text_middle(list, look.fonts.text, x, y, kLine, icon_colour, verdict.icon);
  x += 24;
  draw_text_middle(list, look.fonts.strong, x, y, kLine, verdict.colour, verdict.headline);
  x += measure(look.fonts.strong, verdict.headline).x + space::m;

  const std::string facts = facts_of(view);
  const float facts_x = area.max.x - space::l - measure(look.fonts.small, facts).x;
  if (facts_x > x) {
    draw_text_middle(list, look.fonts.small, facts_x, y, kLine, look.theme.muted, facts);
  }
  const float room = (facts_x > x ? facts_x : area.max.x) - x - space::l;
  const std::string shown = shortened(look.fonts.text, verdict.message, room);
  if (room > 60) draw_text_middle(list, look.fonts.text, x, y, kLine, look.theme.text, shown);
  bool cut = shown != verdict.message;

  float detail_y = y + kLine - 4;
  for (size_t index = 0; index < verdict.details.size() && index < kMostDetails; ++index) {
    std::string text = verdict.details[index];
    if (index + 1 == kMostDetails && verdict.details.size() > kMostDetails) {
      text = "\u2026 and " + std::to_string(verdict.details.size() - index) + " more";
    }
    const std::string fitting = shortened(look.fonts.code, text, area.width() - 2 * space::l - 24);
    cut = cut || fitting != verdict.details[index];
    draw_text_middle(list, look.fonts.code, area.min.x + space::l + 24, detail_y, kDetail, look.theme.text, fitting);
    detail_y += kDetail;
  }
  if (cut && ImGui::IsWindowHovered() && area.contains(ImGui::GetIO().MousePos)) {
    std::string whole = verdict.message;
    for (const std::string& detail : verdict.details) whole += "\n" + detail;
    draw_tooltip(look, whole);
  }
}

}  // namespace lockstep
