#include "workbench/code_view.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/utf8.h"

namespace lockstep {
namespace {

constexpr float kBadge = 18;
constexpr float kBadges = 42;        // room for two badges, or one and "+3"
constexpr float kTop = 10;           // above the first line
constexpr double kFlashSeconds = 1.2;
constexpr double kBlinkSeconds = 1.06;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

bool is_live(const ThreadView& thread) {
  return thread.line > 0 && thread.status != ThreadStatus::ended &&
         thread.status != ThreadStatus::created;
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

  if (document_.version() != highlighted_version_) {
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
  scroll_to_caret(view, metrics);
  if (scroll_to_line_ >= 0) {
    ImGui::SetScrollY(std::max(0.0f, float(scroll_to_line_ - 2) * space::code_line));
    if (flash_line_ < 0) ImGui::SetScrollX(0);
    scroll_to_line_ = -1;
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
  if (focused_) {
    ImDrawList& outline = *ImGui::GetForegroundDrawList();
    outline.AddRect(area.min, area.max, with_alpha(look.theme.accent, 0.7f), space::panel_radius, 0, 1);
  }
  return commands;
}

void CodeView::handle_keys(float page_height) {
  ImGuiIO& io = ImGui::GetIO();
  const uint64_t version = document_.version();
  const TextPosition caret = document_.caret();
  const bool control = io.ConfigMacOSXBehaviors ? io.KeySuper : io.KeyCtrl;
  const TextSelect select = io.KeyShift ? TextSelect::extend : TextSelect::drop;
  const int page = std::max(1, int(page_height / space::code_line) - 2);
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
  const auto move = [&](TextMove to) { document_.move(to, select, page); };

  if (pressed(ImGuiKey_LeftArrow)) move(control ? TextMove::word_left : TextMove::left);
  if (pressed(ImGuiKey_RightArrow)) move(control ? TextMove::word_right : TextMove::right);
  if (pressed(ImGuiKey_UpArrow)) io.KeyAlt ? document_.move_lines(-1) : move(TextMove::up);
  if (pressed(ImGuiKey_DownArrow)) io.KeyAlt ? document_.move_lines(1) : move(TextMove::down);
  if (pressed(ImGuiKey_Home)) move(control ? TextMove::document_start : TextMove::line_start);
  if (pressed(ImGuiKey_End)) move(control ? TextMove::document_end : TextMove::line_end);
  if (pressed(ImGuiKey_PageUp)) move(TextMove::page_up);
  if (pressed(ImGuiKey_PageDown)) move(TextMove::page_down);
  if ((pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter)) && !control) document_.new_line();
  if (pressed(ImGuiKey_Backspace)) control ? document_.erase_word_back() : document_.erase_back();
  if (pressed(ImGuiKey_Delete)) control ? document_.erase_word_forward() : document_.erase_forward();
  if (pressed(ImGuiKey_Tab) && !control) io.KeyShift ? document_.dedent() : document_.indent();
  if (control && !io.KeyAlt) {
    if (pressed(ImGuiKey_A)) document_.select_all();
    if (pressed(ImGuiKey_Z)) io.KeyShift ? document_.redo() : document_.undo();
    if (pressed(ImGuiKey_Y)) document_.redo();
    if (pressed(ImGuiKey_Slash)) document_.toggle_comment();
    if (pressed(ImGuiKey_C) && document_.has_selection()) {
      ImGui::SetClipboardText(document_.selected_text().c_str());
    }
    if (pressed(ImGuiKey_X)) ImGui::SetClipboardText(document_.cut().c_str());
    if (pressed(ImGuiKey_V)) {
      if (const char* text = ImGui::GetClipboardText(); text && *text) document_.paste(text);
    }
  }
  if (!control) {
    std::string typed;
    for (const ImWchar character : io.InputQueueCharacters) {
      if (character < 32 || character == 127) continue;
      char bytes[5] = {};
      ImTextCharToUtf8(bytes, character);
      typed += bytes;
    }
    if (!typed.empty()) document_.type(typed);
  }
  io.InputQueueCharacters.resize(0);
  if (document_.version() != version || document_.caret() != caret) {
    follow_caret_ = true;
    caret_moved_at_ = ImGui::GetTime();
  }
}

void CodeView::handle_mouse(const View& view, const Metrics& metrics) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 mouse = io.MousePos;
  const bool hovered = ImGui::IsWindowHovered();
  const bool in_text = hovered && mouse.x >= metrics.origin.x + ImGui::GetScrollX() - space::s;
  if (in_text) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    const TextPosition place = place_at(view, metrics, mouse);
    const int clicks = io.MouseClickedCount[ImGuiMouseButton_Left];
    if (!in_text || clicks >= 3) {
      document_.select_line(place.line);
    } else if (clicks == 2) {
      document_.select_word(place);
    } else {
      document_.place_caret(place, io.KeyShift ? TextSelect::extend : TextSelect::drop);
      selecting_ = true;
    }
    caret_moved_at_ = ImGui::GetTime();
  }
  if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
    const TextPosition place = place_at(view, metrics, mouse);
    if (place < document_.selection_begin() || document_.selection_end() < place) document_.place_caret(place);
    ImGui::OpenPopup("code_menu");
  }
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) selecting_ = false;
  if (selecting_ && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
    document_.place_caret(place_at(view, metrics, mouse), TextSelect::extend);
    follow_caret_ = true;
    caret_moved_at_ = ImGui::GetTime();
  }
}

void CodeView::draw_context_menu(const View& view) {
  if (!begin_popup(view.look, "code_menu")) return;
  const bool selected = document_.has_selection();
  if (ImGui::MenuItem("Cut", "Ctrl+X", false, selected)) ImGui::SetClipboardText(document_.cut().c_str());
  if (ImGui::MenuItem("Copy", "Ctrl+C", false, selected)) {
    ImGui::SetClipboardText(document_.selected_text().c_str());
  }
  if (ImGui::MenuItem("Paste", "Ctrl+V")) {
    if (const char* text = ImGui::GetClipboardText(); text && *text) document_.paste(text);
  }
  ImGui::Separator();
  if (ImGui::MenuItem("Undo", "Ctrl+Z", false, document_.can_undo())) document_.undo();
  if (ImGui::MenuItem("Redo", "Ctrl+Y", false, document_.can_redo())) document_.redo();
  ImGui::Separator();
  if (ImGui::MenuItem("Comment lines", "Ctrl+/")) document_.toggle_comment();
  if (ImGui::MenuItem("Select all", "Ctrl+A")) document_.select_all();
  end_popup();
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
  if (view.snapshot.running) {
    for (const ThreadView& thread : view.snapshot.threads) {
      if (!is_live(thread)) continue;
      const int line = document_.line_of_file(thread.line);
      if (line < metrics.first || line > metrics.last) continue;
      ground(line, with_alpha(theme.thread(thread.id), 0.09f));
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
    if (threads.empty()) continue;
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

// Who waits says so behind its line. Who runs does not: that would flicker.
void CodeView::draw_thread_hints(const View& view, const Metrics& metrics) {
  const Theme& theme = view.look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = view.look.fonts.small;
  for (int line = metrics.first; line <= metrics.last; ++line) {
    float x = metrics.origin.x + x_of(view, line, int(document_.line(line).size())) + 3 * metrics.advance;
    const float y = metrics.origin.y + float(line) * space::code_line;
    for (const ThreadView* thread : threads_at(view, document_.file_line(line))) {
      if (thread->status != ThreadStatus::waiting) continue;
      const float room = metrics.gutter_left + ImGui::GetWindowWidth() - x - 2 * space::s - space::l;
      if (room < 60) break;
      const std::string name(short_thread_name(thread->name));
      const std::string text = shortened(font, name + " waits for " + thread->waiting_for, room);
      const float width = measure(font, text).x + 2 * space::s;
      list.AddRectFilled({x, y + 2}, {x + width, y + space::code_line - 2},
                         with_alpha(theme.thread(thread->id), 0.16f), 4);
      draw_text_middle(list, font, x + space::s, y, space::code_line, theme.thread(thread->id), text);
      x += width + space::s;
    }
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

TextPosition CodeView::place_at(const View& view, const Metrics& metrics, ImVec2 point) const {
  const float row = (point.y - metrics.origin.y) / space::code_line;
  const int line = std::clamp(int(std::floor(row)), 0, document_.line_count() - 1);
  const std::string& text = document_.line(line);
  const float wanted = point.x - metrics.origin.x;
  size_t column = 0;
  while (column < text.size()) {
    const size_t next = next_character(text, column);
    if ((x_of(view, line, int(column)) + x_of(view, line, int(next))) / 2 > wanted) break;
    column = next;
  }
  return {line, int(column)};
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

std::vector<const ThreadView*> CodeView::threads_at(const View& view, int file_line) const {
  std::vector<const ThreadView*> threads;
  if (!view.snapshot.running && view.snapshot.outcome.kind != OutcomeKind::deadlock) return threads;
  for (const ThreadView& thread : view.snapshot.threads) {
    if (is_live(thread) && thread.line == file_line) threads.push_back(&thread);
  }
  return threads;
}

}  // namespace lockstep
