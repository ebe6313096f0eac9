#include "workbench/timeline_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/loop_list.h"
#include "workbench/primitive_list.h"
#include "workbench/timeline_paint.h"

namespace lockstep {
namespace {

constexpr double kLeastRun = 0.001;       // seconds shown at least
constexpr double kLeastWindow = 1e-6;
constexpr double kLeastSteps = 4;         // the same of stepped runs
constexpr float kNames = 150;
constexpr float kWheelStep = 60;          // pixels of panning for a notch
constexpr float kIndent = 14;             // of a task's row
constexpr float kLeastState = 180, kMostState = 320;
constexpr float kLeastBeside = 320;       // what the rows need beside them

bool has_primitives(const View& view) { return view.snapshot.primitives && !view.snapshot.primitives->empty(); }
bool has_loops(const View& view) { return view.snapshot.loops && !view.snapshot.loops->empty(); }
bool has_state(const View& view) { return has_primitives(view) || has_loops(view); }

const char* words_for_state(const View& view) {
  if (!has_loops(view)) return "locks and queues";
  return has_primitives(view) ? "locks, queues and event loops" : "event loops";
}

}  // namespace

double TimelineView::run_end(const View& view) const {
  if (const Moment* moment = view.moment()) return std::max(kLeastSteps, double(moment->length));
  return std::max(kLeastRun, view.timeline.clock());
}

UiCommands TimelineView::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  const Panel panel(look, "timeline", area,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoNavInputs);   // its keys zoom and move
  const Rect strip = draw_panel_header(look, area, icon::timeline, "Timeline");
  const float column = std::floor(std::clamp(area.width() * 0.37f, kLeastState, kMostState));
  shows_state_ = view.mode == PlayMode::free && wants_state_ && area.width() - column >= kLeastBeside;
  if (view.timeline.row_count() == 0) {
    const Rect body{{area.min.x, strip.max.y}, area.max};
    draw_empty_state(look, body, icon::timeline, "No run to show",
                     "While a program runs, each thread gets a row here: when it ran, waited and slept.");
    return commands;
  }
  draw_controls(view, strip);
  follow_run(view);
  if (shows_state_ && has_state(view)) {
    draw_state_column(view, {{area.max.x - column, strip.max.y}, area.max}, commands);
    area.max.x -= column;
  }

  const float names = std::floor(std::min(kNames, area.width() * 0.32f));
  Lanes lanes;
  lanes.name_left = area.min.x + space::m;
  lanes.area = {{area.min.x + names, strip.max.y + space::timeline_axis}, {area.max.x - space::m, area.max.y - 1}};
  if (lanes.area.height() < 10) return commands;
  most_scroll_ = std::max(0.0f, float(view.timeline.row_count()) * space::timeline_row + space::s - lanes.area.height());
  scroll_ = std::clamp(scroll_, 0.0f, most_scroll_);
  handle_input(view, lanes);
  draw_axis(view, lanes);
  draw_rows(view, lanes, commands);
  if (counts_steps_) draw_moment(view, lanes, commands);
  draw_pointer(view, lanes);
  return commands;
}

void TimelineView::draw_controls(const View& view, Rect strip) {
  const Look& look = view.look;
  constexpr float kHeight = 26;
  const float top = strip.min.y + std::floor((strip.height() - kHeight) / 2);
  const double middle = (window_.begin + window_.end) / 2;
  float x = strip.max.x - space::xs;
  const auto place = [&](const Button& button) {
    x -= button_width(look, button) + 2;
    ImGui::SetCursorScreenPos({x, top});
    return draw_button(look, button, kHeight);
  };
  if (place({.name = "timeline_fit", .icon = icon::fit, .kind = ButtonKind::quiet, .enabled = !shows_all_,
             .tooltip = "Show the whole run", .shortcut = "0 in the timeline; F6 goes from panel to panel"})) {
    shows_all_ = true;
  }
  if (place({.name = "timeline_in", .icon = icon::plus, .kind = ButtonKind::quiet,
             .tooltip = "Look closer", .shortcut = "Wheel at the pointer, or + in the timeline"})) {
    zoom(0.5, middle);
  }
  if (place({.name = "timeline_out", .icon = icon::minus, .kind = ButtonKind::quiet, .enabled = !shows_all_,
             .tooltip = "Step back", .shortcut = "Wheel at the pointer, or \u2212 in the timeline"})) {
    zoom(2, middle);
    keep_in_run(view);
  }
  const std::string tooltip = std::string(wants_state_ ? "Hide the " : "Show the ") + words_for_state(view);
  if (view.mode == PlayMode::free && has_state(view) &&
      place({.name = "timeline_locks", .icon = icon::lock, .kind = ButtonKind::quiet, .chosen = wants_state_,
             .tooltip = tooltip.c_str()})) {
    wants_state_ = !wants_state_;
  }
  const float left = strip.min.x + 120;
  paint_legend(look, *ImGui::GetWindowDrawList(), left, strip.min.y, strip.height(), x - left);
}

void TimelineView::follow_run(const View& view) {
  counts_steps_ = view.moment() != nullptr;
  if (view.snapshot.run != run_) {
    run_ = view.snapshot.run;
    shows_all_ = true;
    scroll_ = 0;
  }
  if (shows_all_) window_ = {0, run_end(view) * 1.01};
}

void TimelineView::handle_input(const View& view, const Lanes& lanes) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 mouse = io.MousePos;
  const bool hovered = ImGui::IsWindowHovered() && mouse.y >= lanes.area.min.y - space::timeline_axis;
  const bool in_lanes = hovered && mouse.x >= lanes.area.min.x && mouse.x < lanes.area.max.x;
  const double seconds_per_pixel = window_.length() / lanes.area.width();
  if (hovered && (io.MouseWheel != 0 || io.MouseWheelH != 0)) {
    if (!in_lanes && !io.KeyShift) {
      scroll_ -= io.MouseWheel * space::timeline_row * 2;
    } else if (io.KeyShift || io.MouseWheel == 0) {
      const double by = -(io.MouseWheel + io.MouseWheelH) * kWheelStep * seconds_per_pixel;
      window_ = {window_.begin + by, window_.end + by};
      shows_all_ = false;
      keep_in_run(view);
    } else {
      zoom(std::pow(0.8, double(io.MouseWheel)), window_.begin + (mouse.x - lanes.area.min.x) * seconds_per_pixel);
      keep_in_run(view);
    }
  }
  if (in_lanes && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) dragging_ = true;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) dragging_ = false;
  if (dragging_ && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 3)) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    const double by = -double(io.MouseDelta.x) * seconds_per_pixel;
    if (by != 0) {
      window_ = {window_.begin + by, window_.end + by};
      shows_all_ = false;
      keep_in_run(view);
    }
    scroll_ -= io.MouseDelta.y;
  }
  if (ImGui::IsWindowFocused() && !io.WantTextInput) {
    const double middle = (window_.begin + window_.end) / 2;
    const auto pan = [&](double share) {
      window_ = {window_.begin + window_.length() * share, window_.end + window_.length() * share};
      shows_all_ = false;
      keep_in_run(view);
    };
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
    if (pressed(ImGuiKey_Equal) || pressed(ImGuiKey_KeypadAdd)) zoom(0.5, middle), keep_in_run(view);
    if (pressed(ImGuiKey_Minus) || pressed(ImGuiKey_KeypadSubtract)) zoom(2, middle), keep_in_run(view);
    // In a stepped run these keys step.
    if (!counts_steps_ && (pressed(ImGuiKey_0) || pressed(ImGuiKey_Home))) shows_all_ = true;
    if (!counts_steps_ && pressed(ImGuiKey_LeftArrow)) pan(-0.1);
    if (!counts_steps_ && pressed(ImGuiKey_RightArrow)) pan(0.1);
    if (pressed(ImGuiKey_UpArrow)) scroll_ -= space::timeline_row;
    if (pressed(ImGuiKey_DownArrow)) scroll_ += space::timeline_row;
    if (pressed(ImGuiKey_PageUp)) scroll_ -= lanes.area.height();
    if (pressed(ImGuiKey_PageDown)) scroll_ += lanes.area.height();
  }
  scroll_ = std::clamp(scroll_, 0.0f, most_scroll_);
}

void TimelineView::zoom(double factor, double around) {
  const double length = std::max(counts_steps_ ? kLeastSteps : kLeastWindow, window_.length() * factor);
  const double real = length / window_.length();
  window_.begin = around - (around - window_.begin) * real;
  window_.end = window_.begin + length;
  shows_all_ = false;
}

// The run never leaves the screen, and what shows all of it goes on showing all of it.
void TimelineView::keep_in_run(const View& view) {
  const double end = run_end(view) * 1.01;
  if (window_.length() >= end) {
    shows_all_ = true;
    window_ = {0, end};
    return;
  }
  if (window_.begin < 0) window_ = {0, window_.length()};
  if (window_.end > end) window_ = {end - window_.length(), end};
}

void TimelineView::draw_axis(const View& view, const Lanes& lanes) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = view.look.fonts.small;
  const double scale = lanes.area.width() / window_.length();
  const float top = lanes.area.min.y - space::timeline_axis;
  const auto ticks = counts_steps_ ? step_ticks(window_, lanes.area.width(), 64)
                                   : time_ticks(window_, lanes.area.width(), 84);
  for (const TimeTick& tick : ticks) {
    const float x = std::round(lanes.area.min.x + float((tick.time - window_.begin) * scale));
    list.AddRectFilled({x, lanes.area.min.y - 4}, {x + 1, lanes.area.max.y}, theme.separator);
    const float width = measure(font, tick.label).x;
    const float at = std::clamp(x - width / 2, lanes.area.min.x, lanes.area.max.x - width);
    draw_text_middle(list, font, at, top, space::timeline_axis - 4, theme.muted, tick.label);
  }
}

void TimelineView::draw_rows(const View& view, const Lanes& lanes, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Rect clip{{lanes.name_left - space::m, lanes.area.min.y}, {lanes.area.max.x + space::m, lanes.area.max.y}};
  ImGui::PushClipRect(clip.min, clip.max, true);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool hovered = ImGui::IsWindowHovered();
  const size_t first = size_t(scroll_ / space::timeline_row);
  const size_t count = view.timeline.row_count();
  for (size_t row = first; row < count; ++row) {
    const float y = std::floor(lanes.area.min.y + float(row) * space::timeline_row - scroll_);
    if (y > lanes.area.max.y) break;
    const TimelineLane& data = view.timeline.row(row);
    const Rect strip{{clip.min.x, y}, {clip.max.x, y + space::timeline_row}};
    const Rect name{strip.min, {lanes.area.min.x - space::xs, strip.max.y}};
    const bool over = hovered && strip.contains(mouse);
    if (over) list.AddRectFilled(strip.min, strip.max, theme.current_line);
    draw_row_name(view, data, {{lanes.name_left, name.min.y}, name.max}, over, commands);
    const std::string id = data.task ? "timeline/task/" + data.name : "timeline/row/" + std::to_string(data.thread);
    look.widgets.add(id, strip);
    ImGui::PushClipRect({lanes.area.min.x, clip.min.y}, clip.max, true);
    draw_slices(view, lanes, row, y);
    ImGui::PopClipRect();
  }
  if (most_scroll_ > 0) {
    const float height = lanes.area.height();
    const float share = height / (height + most_scroll_);
    const float length = std::max(24.0f, height * share);
    const float at = lanes.area.min.y + (height - length) * scroll_ / most_scroll_;
    list.AddRectFilled({clip.max.x - 6, at}, {clip.max.x - 2, at + length}, theme.scrollbar, 2);
  }
  ImGui::PopClipRect();
}

// A thread's has a filled mark; a task's stands further in.
void TimelineView::draw_row_name(const View& view, const TimelineLane& row, Rect name, bool over, UiCommands& commands) {
  const Look& look = view.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = look.theme.thread(row.thread);
  const float x = name.min.x + (row.task ? kIndent : 0);
  const Rect mark{{x, name.min.y + 9}, {x + 10, name.min.y + 19}};
  if (row.task) list.AddRect(mark.min, mark.max, colour, 3, 0, 1.5f);
  else list.AddRectFilled(mark.min, mark.max, colour, 3);
  const float room = name.max.x - x - 22;
  const bool fits = measure(look.fonts.small, row.name).x <= room;
  draw_text_middle(list, look.fonts.small, x + 18, name.min.y, space::timeline_row,
                   over ? look.theme.text : look.theme.muted,
                   shortened(look.fonts.small, fits ? row.name : short_thread_name(row.name), room));
  if (!ImGui::IsWindowHovered() || !name.contains(ImGui::GetIO().MousePos)) return;
  if (row.task) {
    draw_tooltip(look, row.name, "A task that the event loop in " + view.thread_name(row.thread) + " runs");
    return;
  }
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  draw_tooltip(look, row.name, "Click: show only what it printed");
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) commands.push_back(command::FilterOutput{int(row.thread)});
}

// What the run's locks and queues hold and who waits for them; what its event loops do next.
void TimelineView::draw_state_column(const View& view, Rect column, UiCommands& commands) {
  const Look& look = view.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({column.min.x + 0.5f, column.min.y}, {column.min.x + 0.5f, column.max.y}, look.theme.separator);
  std::string title = words_for_state(view);
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  title += view.snapshot.running ? " now"
      : view.snapshot.outcome.kind == OutcomeKind::deadlock ? " in the deadlock" : " at the end";
  draw_text_clipped(list, look.fonts.small_strong, {column.min.x + space::m, column.min.y + 6},
                    column.width() - 2 * space::m, look.theme.faint, title);
  look.widgets.add("timeline/state", column);
  ImGui::SetCursorScreenPos({column.min.x + 1, column.min.y + 25});
  ImGui::BeginChild("primitives", {column.width() - 3, column.height() - 27}, ImGuiChildFlags_None, ImGuiWindowFlags_NoNavInputs);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::SetCursorPosX(space::xs);
  ImGui::BeginGroup();
  const float width = column.width() - 2 * space::xs - ImGui::GetStyle().ScrollbarSize;
  if (has_primitives(view)) draw_primitives(view, *view.snapshot.primitives, width);
  if (has_loops(view)) draw_loops(view, *view.snapshot.loops, LoopTasks::of_idle_loops, width, commands);
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

void TimelineView::draw_slices(const View& view, const Lanes& lanes, size_t row, float y) {
  const TimelineLane& data = view.timeline.row(row);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = view.look.theme.thread(data.thread);
  view.timeline.fold(row, window_, lanes.area.width(), slices_);
  const float left = lanes.area.min.x;
  for (const TimelineSlice& slice : slices_) {
    const Rect box{{left + slice.left, y + 5}, {left + slice.right, y + space::timeline_row - 5}};
    paint_stretch(view.look, list, box, slice.status, colour,
                  slice.folded ? std::string_view() : std::string_view(data.spans[slice.span].label));
  }
  // where it ended, a stop mark
  if (!data.spans.empty() && !view.timeline.span_lasts(row, data.spans.size() - 1)) {
    const double end = data.spans.back().end;
    const float x = left + float((end - window_.begin) / window_.length() * lanes.area.width());
    if (x >= left - 1 && x <= lanes.area.max.x + 2) {
      const ImU32 end_colour = data.end == "exception" ? view.look.theme.danger
                               : data.end == "cancelled" ? view.look.theme.warning : view.look.theme.muted;
      list.AddRectFilled({x, y + 4}, {x + 2, y + space::timeline_row - 4}, end_colour);
    }
  }
}

// Where the run stands; what lies ahead is paler. A click goes there.
void TimelineView::draw_moment(const View& view, const Lanes& lanes, UiCommands& commands) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Moment& moment = *view.moment();
  const double scale = lanes.area.width() / window_.length();
  const float x = std::round(lanes.area.min.x + float((double(moment.step) - window_.begin) * scale));
  const float end = std::min(lanes.area.max.x + 1, lanes.area.min.x + float((double(moment.length) - window_.begin) * scale) + 3);
  const float from = std::max(x, lanes.area.min.x);
  if (end > from) list.AddRectFilled({from, lanes.area.min.y}, {end, lanes.area.max.y}, with_alpha(theme.panel, 0.62f));
  if (x >= lanes.area.min.x - 1 && x <= lanes.area.max.x + 1) {
    list.AddRectFilled({x - 1, lanes.area.min.y - 5}, {x + 1, lanes.area.max.y}, theme.accent);
    list.AddTriangleFilled({x - 5, lanes.area.min.y - 9}, {x + 5, lanes.area.min.y - 9}, {x, lanes.area.min.y - 2}, theme.accent);
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const Rect clickable{{lanes.area.min.x, lanes.area.min.y - space::timeline_axis}, lanes.area.max};
  if (!ImGui::IsWindowHovered() || !clickable.contains(mouse)) return;
  const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && std::abs(moved.x) + std::abs(moved.y) < 4) {
    const double step = std::clamp(window_.begin + (mouse.x - lanes.area.min.x) / scale, 0.0, double(moment.length));
    commands.push_back(command::Step{{StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, uint64_t(std::llround(step))}});
  }
}

void TimelineView::draw_pointer(const View& view, const Lanes& lanes) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsWindowHovered() || !lanes.area.contains(mouse)) return;
  const Look& look = view.look;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double per_pixel = window_.length() / lanes.area.width();
  const double time = window_.begin + (mouse.x - lanes.area.min.x) * per_pixel;
  list.AddRectFilled({mouse.x, lanes.area.min.y}, {mouse.x + 1, lanes.area.max.y}, with_alpha(look.theme.text, 0.25f));
  if (dragging_ && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 3)) return;
  const auto row = size_t((mouse.y - lanes.area.min.y + scroll_) / space::timeline_row);
  if (row >= view.timeline.row_count()) return;
  const int found = view.timeline.span_at(row, time, per_pixel);
  if (found < 0) return;
  const TimelineLane& data = view.timeline.row(row);
  const Span& span = data.spans[size_t(found)];
  const double end = view.timeline.span_end(row, size_t(found));
  begin_tooltip(look);
  const auto coloured = [](ImU32 colour, const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
  };
  coloured(look.theme.thread(data.thread), data.task ? data.name + "  in " + view.thread_name(data.thread) : data.name);
  std::string what = status_name(span.status);
  if (span.status == ThreadStatus::waiting && !span.label.empty()) what += " for " + span.label;
  ImGui::TextUnformatted(what.c_str());
  const bool lasts = view.snapshot.running && view.timeline.span_lasts(row, size_t(found));
  if (counts_steps_) {
    const auto whole = [](double steps) { return uint64_t(std::llround(steps)); };
    coloured(look.theme.muted, "from step " + std::to_string(whole(span.begin)) + " to " + std::to_string(whole(end)));
  } else {
    coloured(look.theme.muted, format_duration(end - span.begin) + (lasts ? " so far" : ""));
    coloured(look.theme.muted, "from " + format_duration(span.begin) + (lasts ? "" : " to " + format_duration(end)));
  }
  if (data.end == "exception") coloured(look.theme.danger, "It ended by an exception");
  if (data.end == "cancelled") coloured(look.theme.warning, "It was cancelled");
  end_tooltip();
}

}  // namespace lockstep
