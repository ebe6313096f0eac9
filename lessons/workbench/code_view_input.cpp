// What the editor does with keys and the mouse.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "workbench/code_view.h"
#include "workbench/utf8.h"

namespace lockstep {

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

}  // namespace lockstep
