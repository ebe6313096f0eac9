#include "workbench/output_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"

namespace lockstep {
namespace {

constexpr size_t kLongestShown = 4000;   // bytes of a line that are drawn

}  // namespace

void OutputView::filter(int thread) {
  thread_ = thread;
  follow_ = true;
}

UiCommands OutputView::draw(const View& view, Rect area) {
  const Look& look = view.look;
  if (view.snapshot.run != run_) {
    run_ = view.snapshot.run;
    follow_ = true;
    widest_ = 0;
    if (thread_ > 0) thread_ = -1;
  }
  const Panel panel(look, "output", area, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const Rect strip = draw_panel_header(look, area, icon::output, "Output");
  UiCommands commands = draw_controls(view, strip);
  choose_lines(view);

  const Rect body{{area.min.x + 1, strip.max.y}, {area.max.x - 1, area.max.y - 1}};
  ImGui::SetCursorScreenPos(body.min);
  const ImVec2 size{body.width(), body.height()};
  ImGui::BeginChild("lines", size, ImGuiChildFlags_None, ImGuiWindowFlags_HorizontalScrollbar);
  if (view.output.lines().empty()) {
    if (view.mode == PlayMode::explore && view.snapshot.run == 0) {
      draw_empty_state(look, body, icon::output, "No run is shown",
                       "Open an outcome and step through it: what it prints appears here.");
    } else if (view.snapshot.run == 0) {
      draw_empty_state(look, body, icon::output, "Nothing has been run yet",
                       "Press Run (F5): what the program prints appears here.");
    } else {
      const bool goes_on = view.snapshot.running || (view.moment() && !view.moment()->ended);
      draw_empty_state(look, body, icon::output,
                       goes_on ? "Nothing printed so far" : "The program printed nothing",
                       goes_on ? "Look at the timeline to see what the threads do."
                               : "A print(...) in the code would show here.");
    }
  } else {
    draw_lines(view, body.width(), body.height());
  }
  ImGui::EndChild();

  if (!follow_ && !view.output.lines().empty()) {
    const Button to_end{.name = "output_end", .icon = icon::to_end, .label = "Latest",
                        .tooltip = "Follow the output again"};
    ImGui::SetCursorScreenPos({body.max.x - button_width(look, to_end) - space::l,
                               body.max.y - space::button - space::l});
    if (draw_button(look, to_end)) follow_ = true;
  }
  return commands;
}

UiCommands OutputView::draw_controls(const View& view, Rect strip) {
  const Look& look = view.look;
  UiCommands commands;
  constexpr float kHeight = 26;
  const float top = strip.min.y + std::floor((strip.height() - kHeight) / 2);
  const bool any = !view.output.lines().empty();
  const Button copy{.name = "copy_output", .icon = icon::copy, .kind = ButtonKind::quiet, .enabled = any,
                    .tooltip = "Copy all output"};
  float x = strip.max.x - space::xs - button_width(look, copy);
  ImGui::SetCursorScreenPos({x, top});
  if (draw_button(look, copy, kHeight)) commands.push_back(command::CopyText{view.output.text()});
  const std::string label = shortened(
      look.fonts.text, thread_ < 0 ? "All threads" : view.thread_name(uint32_t(thread_)), 150);
  const Button choice{.name = "output_filter", .icon = icon::filter, .label = label,
                      .kind = ButtonKind::quiet, .enabled = !view.snapshot.threads.empty(),
                      .chosen = thread_ >= 0, .opens_menu = true,
                      .tooltip = "Show the lines of one thread only"};
  x -= button_width(look, choice) + space::xs;
  if (x > strip.min.x + 100) {
    ImGui::SetCursorScreenPos({x, top});
    if (draw_button(look, choice, kHeight)) ImGui::OpenPopup("filter_choice");
    ImGui::SetNextWindowPos({ImGui::GetItemRectMax().x, top + kHeight + space::xs}, ImGuiCond_Always, {1, 0});
    append(commands, draw_filter_choice(view));
  }
  if (const size_t dropped = view.output.dropped_lines(); dropped > 0) {
    const std::string note = std::to_string(dropped) + " earlier lines are not kept";
    draw_text_clipped(*ImGui::GetWindowDrawList(), look.fonts.small, {strip.min.x + 100, strip.min.y + 13},
                      x - strip.min.x - 108, look.theme.warning, note);
  }
  return commands;
}

UiCommands OutputView::draw_filter_choice(const View& view) {
  const Look& look = view.look;
  UiCommands commands;
  const auto& threads = view.snapshot.threads;
  constexpr float kWidth = 260;
  constexpr float kItem = 30;
  ImGui::SetNextWindowSizeConstraints({0, 0}, {kWidth + 40, 380});
  if (!begin_popup(look, "filter_choice")) return commands;
  ImGuiListClipper clipper;
  clipper.Begin(int(threads.size()) + 1, kItem + 2);
  while (clipper.Step()) {
    for (int index = clipper.DisplayStart; index < clipper.DisplayEnd; ++index) {
      const ThreadView* thread = index == 0 ? nullptr : &threads[size_t(index - 1)];
      const int id = thread ? int(thread->id) : -1;
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::PushID(index);
      if (ImGui::Selectable("##thread", id == thread_, 0, {kWidth, kItem})) {
        commands.push_back(command::FilterOutput{id});
      }
      ImGui::PopID();
      ImDrawList& list = *ImGui::GetWindowDrawList();
      if (thread) {
        list.AddRectFilled({at.x + 10, at.y + 10}, {at.x + 20, at.y + 20}, look.theme.thread(thread->id), 3);
      }
      draw_text_middle(list, look.fonts.text, at.x + 30, at.y, kItem, look.theme.text,
                       thread ? shortened(look.fonts.text, thread->name, kWidth - 38) : "All threads");
    }
  }
  end_popup();
  return commands;
}

void OutputView::choose_lines(const View& view) {
  if (thread_ < 0) return;
  if (chosen_version_ == view.output.version() && chosen_thread_ == thread_) return;
  chosen_version_ = view.output.version();
  chosen_thread_ = thread_;
  chosen_.clear();
  const auto& lines = view.output.lines();
  for (size_t index = 0; index < lines.size(); ++index) {
    if (lines[index].written_by(uint32_t(thread_))) chosen_.push_back(uint32_t(index));
  }
}

void OutputView::draw_lines(const View& view, float width, float height) {
  const Look& look = view.look;
  const auto& lines = view.output.lines();
  const bool filtered = thread_ >= 0;
  const int count = int(filtered ? chosen_.size() : lines.size());
  float name_width = 0;
  for (size_t index = 0; index < std::min<size_t>(view.snapshot.threads.size(), 64); ++index) {
    name_width = std::max(name_width, measure(look.fonts.small, short_thread_name(view.snapshot.threads[index].name)).x);
  }
  name_width = std::ceil(std::min({name_width, 150.0f, width * 0.3f})) + space::m;

  const float scroll = ImGui::GetScrollY();
  if (ImGui::IsWindowHovered() && ImGui::GetIO().MouseWheel > 0) follow_ = false;
  const ImVec2 origin = ImGui::GetWindowPos() + ImVec2(-ImGui::GetScrollX(), space::xs - scroll);
  const int first = std::max(0, int((scroll - space::xs) / space::output_line));
  const int last = std::min(count - 1, int((scroll + height) / space::output_line));
  for (int row = first; row <= last; ++row) {
    const auto line_at = [&](int at) -> const OutputLine& {
      return lines[filtered ? chosen_[size_t(at)] : size_t(at)];
    };
    const OutputLine* above = row > 0 ? &line_at(row - 1) : nullptr;
    if (row == first) above = nullptr;   // the topmost line seen always says whose it is
    draw_line(view, line_at(row), above, origin + ImVec2(0, float(row) * space::output_line), name_width);
  }
  ImGui::SetCursorPos({widest_ + space::l, 2 * space::xs + float(count) * space::output_line});
  ImGui::Dummy({1, 1});
  const float most = float(count) * space::output_line + 2 * space::xs + 2 - height;
  if (follow_) {
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollMaxY()));
  } else if (scroll >= most - 1 && ImGui::GetIO().MouseWheel < 0) {
    follow_ = true;
  }
  if (ImGui::GetCurrentContext()->ActiveId ==
      ImGui::GetWindowScrollbarID(ImGui::GetCurrentWindow(), ImGuiAxis_Y)) {
    follow_ = ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - 2;
  }
}

void OutputView::draw_line(const View& view, const OutputLine& line, const OutputLine* above, ImVec2 at,
                           float name_width) {
  const Theme& theme = view.look.theme;
  const Fonts& fonts = view.look.fonts;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (line.pieces.empty()) return;
  const uint32_t writer = line.pieces.front().thread;
  const bool repeats = above && !above->pieces.empty() && above->pieces.back().thread == writer;
  const bool is_error = std::any_of(line.pieces.begin(), line.pieces.end(),
                                    [](const OutputPiece& piece) { return piece.is_error; });
  const float bar = at.x + space::m + name_width;
  if (is_error) {
    list.AddRectFilled({bar, at.y}, {at.x + ImGui::GetScrollX() + ImGui::GetWindowWidth(), at.y + space::output_line},
                       theme.danger_soft);
  }
  if (!repeats) {
    const std::string name = shortened(fonts.small, short_thread_name(view.thread_name(writer)), name_width - space::s);
    draw_text_middle(list, fonts.small, bar - space::s - measure(fonts.small, name).x, at.y,
                     space::output_line, theme.thread(writer), name);
  }
  list.AddRectFilled({bar, repeats ? at.y : at.y + 2}, {bar + 3, at.y + space::output_line}, theme.thread(writer));
  float x = bar + space::m;
  for (const OutputPiece& piece : line.pieces) {
    const std::string_view text = std::string_view(piece.text).substr(0, kLongestShown);
    // a line that several threads wrote shows which part is whose
    const ImU32 colour = piece.is_error ? theme.danger : line.pieces.size() > 1 ? theme.thread(piece.thread) : theme.text;
    draw_text_middle(list, fonts.code, x, at.y, space::output_line, colour, text);
    x += measure(fonts.code, text).x;
  }
  widest_ = std::max(widest_, x - at.x);
}

}  // namespace lockstep
