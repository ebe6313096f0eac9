// What stands beside the code: line numbers, mistakes, and where the threads are.
#include <algorithm>
#include <cmath>

#include "workbench/code_view.h"
#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr float kBadge = 18;

}  // namespace

void CodeView::draw_gutter(const View& view, const Metrics& metrics) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = look.fonts.code_small;
  for (int line = metrics.first; line <= metrics.last; ++line) {
    const float y = metrics.origin.y + float(line) * space::code_line;
    const int number = document_.file_line(line);
    const std::string text = std::to_string(number);
    const bool current = focused_ && line == document_.caret().line;
    draw_text_middle(list, font, metrics.number_right - measure(font, text).x, y, space::code_line,
                     current ? theme.text : theme.faint, text);
    // where the file has prose between two lines
    if (line > 0 && number > document_.file_line(line - 1) + 1) {
      list.AddLine({metrics.gutter_left + kBadges, y - 0.5f},
                   {metrics.gutter_left + ImGui::GetWindowWidth(), y - 0.5f}, theme.separator);
    }
    const auto threads = threads_at(view, number);
    if (threads.empty()) {
      draw_finding_mark(view, metrics, number, y);
      continue;
    }
    float x = metrics.gutter_left + space::xs;
    const size_t shown = threads.size() <= 2 ? threads.size() : 1;
    const auto badge = [&](ImU32 colour, const std::string& label, bool solid) {
      const ImVec2 min{x, y + (space::code_line - kBadge) / 2};
      const ImVec2 max{x + kBadge + (label.size() > 2 ? 4.0f : 0.0f), min.y + kBadge};
      if (solid) list.AddRectFilled(min, max, colour, 5);
      else list.AddRect(min, max, colour, 5, 0, 1.5f);
      const ImU32 ink = solid ? theme.panel : colour;
      const ImVec2 ink_size = measure(look.fonts.small_strong, label);
      draw_text_middle(list, look.fonts.small_strong, std::round((min.x + max.x - ink_size.x) / 2), min.y,
                       kBadge, ink, label);
      x = max.x + 2;
    };
    for (size_t index = 0; index < shown; ++index) {
      const ThreadView& thread = *threads[index];
      const bool solid = thread.status == ThreadStatus::running || thread.status == ThreadStatus::ready;
      badge(theme.thread(thread.id), std::to_string(thread.id), solid);
    }
    if (shown < threads.size()) badge(theme.muted, "+" + std::to_string(threads.size() - shown), false);
    const Rect area{{metrics.gutter_left, y}, {x, y + space::code_line}};
    if (ImGui::IsWindowHovered() && area.contains(ImGui::GetIO().MousePos)) {
      std::string names;
      for (size_t index = 0; index < std::min<size_t>(threads.size(), 12); ++index) {
        names += (index ? "\n" : "") + threads[index]->name;
        if (!threads[index]->waiting_for.empty()) names += ": waits for " + threads[index]->waiting_for;
      }
      if (threads.size() > 12) names += "\n\u2026 and " + std::to_string(threads.size() - 12) + " more";
      draw_tooltip(look, names);
    }
  }
}

// A line that an exploration found something about.
void CodeView::draw_finding_mark(const View& view, const Metrics& metrics, int line, float y) {
  if (view.mode != PlayMode::explore || !view.exploration) return;
  for (const Finding& finding : view.exploration->found->findings) {
    const bool about = std::any_of(finding.places.begin(), finding.places.end(),
                                   [line](const Finding::Place& place) { return place.line == line; });
    if (!about) continue;
    const Look& look = view.look;
    draw_text_middle(*ImGui::GetWindowDrawList(), look.fonts.text, metrics.gutter_left + space::s, y, space::code_line,
                     look.theme.warning, icon::warning);
    const Rect area{{metrics.gutter_left, y}, {metrics.gutter_left + kBadges, y + space::code_line}};
    if (ImGui::IsWindowHovered() && area.contains(ImGui::GetIO().MousePos)) draw_tooltip(look, finding.message);
    return;
  }
}

void CodeView::draw_diagnostics(const View& view, const Metrics& metrics) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Diagnostic& diagnostic : view.diagnostics) {
    const int line = document_.line_of_file(diagnostic.span.line);
    if (line < metrics.first || line > metrics.last) continue;
    const int size = int(document_.line(line).size());
    const int begin = std::clamp(diagnostic.span.column, 0, size);
    const int end = diagnostic.span.end_line == diagnostic.span.line
        ? std::clamp(diagnostic.span.end_column, begin, size) : size;
    const float y = metrics.origin.y + float(line + 1) * space::code_line - 3;
    const float x0 = metrics.origin.x + x_of(view, line, begin);
    const float x1 = std::max(x0 + metrics.advance, metrics.origin.x + x_of(view, line, end));
    list.PathClear();
    int step = 0;
    for (float x = x0; x <= x1; x += 3, ++step) list.PathLineTo({x, y + (step % 2 == 0 ? 0.0f : 2.5f)});
    list.PathStroke(theme.danger, 0, 1.4f);
    const float note = metrics.origin.x + x_of(view, line, size) + 3 * metrics.advance;
    draw_text_middle(list, view.look.fonts.small, note, y + 3 - space::code_line, space::code_line,
                     theme.danger, diagnostic.message);
    const Rect box{{x0, y + 3 - space::code_line}, {x1, y + 3}};
    if (ImGui::IsWindowHovered() && box.contains(ImGui::GetIO().MousePos)) {
      draw_tooltip(view.look, diagnostic.type + ": " + diagnostic.message);
    }
  }
}

// Who waits says so behind its line. Who runs does not: that would flicker; but in a stepped run each says
// what it would do next.
void CodeView::draw_thread_hints(const View& view, const Metrics& metrics) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = view.look.fonts.small;
  for (int line = metrics.first; line <= metrics.last; ++line) {
    float x = metrics.origin.x + x_of(view, line, int(document_.line(line).size())) + 3 * metrics.advance;
    const float y = metrics.origin.y + float(line) * space::code_line;
    for (const ThreadView* thread : threads_at(view, document_.file_line(line))) {
      const bool waits = thread->status == ThreadStatus::waiting;
      if (!waits && (!view.moment() || !thread->can_step)) continue;
      const float room = metrics.gutter_left + ImGui::GetWindowWidth() - x - 2 * space::s - space::l;
      if (room < 60) break;
      const std::string name(short_thread_name(thread->name));
      const std::string words = waits ? " waits for " + thread->waiting_for : ": " + thread->next;
      const std::string text = shortened(font, name + words, room);
      const float width = measure(font, text).x + 2 * space::s;
      list.AddRectFilled({x, y + 2}, {x + width, y + space::code_line - 2},
                         with_alpha(theme.thread(thread->id), 0.16f), 4);
      draw_text_middle(list, font, x + space::s, y, space::code_line, theme.thread(thread->id), text);
      x += width + space::s;
    }
  }
}

bool CodeView::is_live(const ThreadView& thread) {
  return thread.line > 0 && thread.status != ThreadStatus::ended &&
         thread.status != ThreadStatus::created;
}

std::vector<const ThreadView*> CodeView::threads_at(const View& view, int file_line) const {
  std::vector<const ThreadView*> threads;
  const bool stands = view.snapshot.running || view.moment() || view.snapshot.outcome.kind == OutcomeKind::deadlock;
  if (!stands || view.outdated) return threads;
  for (const ThreadView& thread : view.snapshot.threads) {
    if (is_live(thread) && thread.line == file_line) threads.push_back(&thread);
  }
  return threads;
}

}  // namespace lockstep
