#include "workbench/code_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/utf8.h"

namespace lockstep {
namespace {

constexpr float kTop = 10;           // above the first line
constexpr double kFlashSeconds = 1.2;
constexpr double kBlinkSeconds = 1.06;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

const ImFont* code_font(const View& view) { return view.look.fonts.code; }

}  // namespace

void CodeView::open(const LessonProgram& program) {
  document_.set_text(program.text, program.hidden);
  highlighted_version_ = 0;
  measured_version_ = 0;
  scroll_to_line_ = 0;
  flash_line_ = -1;
  follow_caret_ = false;
}

void CodeView::show_file_line(int file_line) {
  const int line = document_.line_of_file(file_line);
  if (line < 0) return;
  scroll_to_line_ = line;
  flash_line_ = line;
  flash_begin_ = -1;
}

void CodeView::reveal_file_line(int file_line) { reveal_line_ = document_.line_of_file(file_line); }

UiCommands CodeView::draw(const View& view, Rect area) {
  UiCommands commands;
  const Look& look = view.look;
  const Panel panel(look, "code", area, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const Rect strip = draw_panel_header(look, area, icon::code, view.open_lesson().file_name());
  ImDrawList& header_list = *ImGui::GetWindowDrawList();
  if (view.edited) {
    const char* note = "edited";
    const float x = strip.max.x - space::m - measure(look.fonts.small, note).x;
    draw_text_middle(header_list, look.fonts.small, x, strip.min.y, space::header, look.theme.warning, note);
    draw_text_middle(header_list, look.fonts.text, x - 20, strip.min.y, space::header, look.theme.warning, icon::pencil);
  }

  ImGui::SetCursorScreenPos({area.min.x + 1, area.min.y + space::header});
  const ImVec2 size{area.width() - 2, area.height() - space::header - 2};
  if (look.focus == "code") ImGui::SetNextWindowFocus();
  ImGui::BeginChild("text", size, ImGuiChildFlags_None,
                    ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNavInputs);
  focused_ = ImGui::IsWindowFocused();
  const int digits = std::max(3, int(std::to_string(document_.file_line(document_.line_count() - 1)).size()));
  Metrics metrics;
  metrics.advance = code_font(view)->GetCharAdvance('0') * code_font(view)->Scale;
  const float number_width = std::ceil(float(digits) * metrics.advance * 0.87f);
  const float gutter = kBadges + number_width + space::l + space::s;
  metrics.gutter_left = ImGui::GetWindowPos().x;
  metrics.number_right = metrics.gutter_left + kBadges + number_width + space::xs;
  metrics.height = ImGui::GetWindowHeight();

  if (focused_) handle_keys(metrics.height);
  metrics.origin = ImGui::GetWindowPos() + ImVec2(gutter - ImGui::GetScrollX(), kTop - ImGui::GetScrollY());
  handle_mouse(view, metrics);
  draw_context_menu(view);
  follow_text();
  scroll_to_caret(view, metrics);
  if (scroll_to_line_ >= 0) {
    ImGui::SetScrollY(std::max(0.0f, float(scroll_to_line_ - 2) * space::code_line));
    if (flash_line_ < 0) ImGui::SetScrollX(0);
    scroll_to_line_ = -1;
  }
  if (reveal_line_ >= 0) {
    const float top = kTop + float(reveal_line_) * space::code_line;
    const bool above = top < ImGui::GetScrollY();
    const bool below = top + 2 * space::code_line > ImGui::GetScrollY() + metrics.height;
    if (above || below) ImGui::SetScrollY(std::max(0.0f, top - metrics.height / 3));
    reveal_line_ = -1;
  }
  metrics.first = std::max(0, int((ImGui::GetScrollY() - kTop) / space::code_line));
  metrics.last = std::min(document_.line_count() - 1,
                          int((ImGui::GetScrollY() + metrics.height) / space::code_line));

  draw_line_grounds(view, metrics);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 clip_min{metrics.gutter_left + gutter - space::xs, list.GetClipRectMin().y};
  ImGui::PushClipRect(clip_min, list.GetClipRectMax(), true);
  draw_selection(view, metrics);
  draw_text_lines(view, metrics);
  draw_diagnostics(view, metrics);
  draw_thread_hints(view, metrics);
  draw_caret(view, metrics);
  ImGui::PopClipRect();
  draw_gutter(view, metrics);

  ImGui::SetCursorPos({gutter + longest_line(view) + 4 * metrics.advance,
                       kTop + float(document_.line_count()) * space::code_line + space::xl});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  return commands;
}

// After everything that may have changed the text, before anything that draws it.
void CodeView::follow_text() {
  if (document_.version() == highlighted_version_) return;
  highlights_ = highlight_python(document_.text());
  highlight_of_line_.assign(size_t(document_.line_count()) + 1, highlights_.size());
  for (size_t index = highlights_.size(); index-- > 0;) {
    highlight_of_line_[size_t(highlights_[index].line - 1)] = index;
  }
  for (size_t line = highlight_of_line_.size() - 1; line-- > 0;) {
    highlight_of_line_[line] = std::min(highlight_of_line_[line], highlight_of_line_[line + 1]);
  }
  highlighted_version_ = document_.version();
}

void CodeView::scroll_to_caret(const View& view, const Metrics& metrics) {
  if (!follow_caret_) return;
  follow_caret_ = false;
  const TextPosition caret = document_.caret();
  const float top = kTop + float(caret.line) * space::code_line;
  const float bottom = top + space::code_line;
  const float bar = ImGui::GetStyle().ScrollbarSize;
  if (top - space::code_line < ImGui::GetScrollY()) {
    ImGui::SetScrollY(std::max(0.0f, top - space::code_line));
  } else if (bottom + bar + space::s > ImGui::GetScrollY() + metrics.height) {
    ImGui::SetScrollY(bottom + bar + space::s - metrics.height);
  }
  const float gutter = metrics.origin.x + ImGui::GetScrollX() - metrics.gutter_left;
  const float x = x_of(view, caret.line, caret.column);
  const float room = ImGui::GetWindowWidth() - gutter - bar;
  if (x < ImGui::GetScrollX()) {
    ImGui::SetScrollX(std::max(0.0f, x - 6 * metrics.advance));
  } else if (x + 2 * metrics.advance > ImGui::GetScrollX() + room) {
    ImGui::SetScrollX(x + 6 * metrics.advance - room);
  }
}

void CodeView::draw_line_grounds(const View& view, const Metrics& metrics) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = metrics.gutter_left;
  const float right = left + ImGui::GetWindowWidth();
  const auto ground = [&](int line, ImU32 colour) {
    const float y = metrics.origin.y + float(line) * space::code_line;
    list.AddRectFilled({left, y}, {right, y + space::code_line}, colour);
  };
  if (focused_ && !document_.has_selection()) ground(document_.caret().line, theme.current_line);
  if (view.snapshot.running || view.moment()) {
    for (const ThreadView& thread : view.snapshot.threads) {
      if (!is_live(thread)) continue;
      const int line = document_.line_of_file(thread.line);
      if (line < metrics.first || line > metrics.last) continue;
      const bool moved = view.moment() && view.moment()->last && view.moment()->last->thread == thread.id;
      ground(line, with_alpha(theme.thread(thread.id), moved ? 0.17f : 0.09f));
    }
  }
  if (flash_line_ >= 0) {
    if (flash_begin_ < 0) flash_begin_ = view.now;
    const double age = (view.now - flash_begin_) / kFlashSeconds;
    if (age >= 1) flash_line_ = -1;
    else ground(flash_line_, with_alpha(theme.accent, float(0.28 * (1 - age))));
  }
}

void CodeView::draw_selection(const View& view, const Metrics& metrics) {
  if (!document_.has_selection()) return;
  const TextPosition begin = document_.selection_begin();
  const TextPosition end = document_.selection_end();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int line = std::max(begin.line, metrics.first); line <= std::min(end.line, metrics.last); ++line) {
    const float y = metrics.origin.y + float(line) * space::code_line;
    const float from = line == begin.line ? x_of(view, line, begin.column) : 0;
    const float to = line == end.line ? x_of(view, line, end.column)
        : x_of(view, line, int(document_.line(line).size())) + metrics.advance * 0.6f;
    list.AddRectFilled({metrics.origin.x + from, y}, {metrics.origin.x + to, y + space::code_line},
                       view.look.theme.selection);
  }
}

void CodeView::draw_text_lines(const View& view, const Metrics& metrics) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = code_font(view);
  const float lift = std::round((space::code_line - font_size(font)) / 2);
  for (int line = metrics.first; line <= metrics.last; ++line) {
    const std::string_view text = document_.line(line);
    const float y = metrics.origin.y + float(line) * space::code_line + lift;
    int column = 0;
    const auto draw = [&](int to, HighlightKind kind) {
      if (to <= column) return;
      draw_text(list, font, {metrics.origin.x + x_of(view, line, column), y}, theme.highlight(kind),
                text.substr(size_t(column), size_t(to - column)));
      column = to;
    };
    for (size_t index = highlight_of_line_[size_t(line)];
         index < highlights_.size() && highlights_[index].line == line + 1; ++index) {
      draw(highlights_[index].begin, HighlightKind::plain);
      draw(highlights_[index].end, highlights_[index].kind);
    }
    draw(int(text.size()), HighlightKind::plain);
  }
}

void CodeView::draw_caret(const View& view, const Metrics& metrics) {
  if (!focused_) return;
  ImGuiContext& context = *ImGui::GetCurrentContext();
  const TextPosition caret = document_.caret();
  const ImVec2 at{std::floor(metrics.origin.x + x_of(view, caret.line, caret.column)),
                  metrics.origin.y + float(caret.line) * space::code_line + 1};
  // the platform follows: it asks for text, and shows what is being composed beside the caret
  context.WantTextInputNextFrame = 1;
  context.PlatformImeData.WantVisible = true;
  context.PlatformImeData.InputPos = at;
  context.PlatformImeData.InputLineHeight = space::code_line;
  const double age = ImGui::GetTime() - caret_moved_at_;
  if (std::fmod(age, kBlinkSeconds) > kBlinkSeconds / 2) return;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + 2, at.y + space::code_line - 2}, view.look.theme.caret);
}

float CodeView::x_of(const View& view, int line, int column) const {
  const ImFont* font = code_font(view);
  const std::string_view head = std::string_view(document_.line(line)).substr(0, size_t(column));
  if (is_ascii(head)) return float(column) * font->GetCharAdvance('0') * font->Scale;
  return measure(font, head).x;
}

float CodeView::longest_line(const View& view) {
  if (measured_version_ == document_.version()) return longest_;
  measured_version_ = document_.version();
  longest_ = 0;
  for (int line = 0; line < document_.line_count(); ++line) {
    longest_ = std::max(longest_, x_of(view, line, int(document_.line(line).size())));
  }
  return longest_;
}

}  // namespace lockstep
