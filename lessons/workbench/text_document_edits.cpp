// What keys do to the text. Everything goes through replace(), so everything can be undone.
#include <algorithm>

#include "workbench/text_document.h"

namespace lockstep {
namespace {

// Whether the line's code ends in a colon, a comment after it aside.
bool opens_block(std::string_view line) {
  char quote = 0;
  char last = 0;
  for (const char byte : line) {
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '#') {
      break;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    }
    if (byte != ' ') last = byte;
  }
  return last == ':';
}

bool leaves_block(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view word = line.substr(begin, line.find_first_of(" (", begin) - begin);
  return word == "return" || word == "pass" || word == "break" || word == "continue" ||
         word == "raise";
}

}  // namespace

void TextDocument::type(std::string_view text) {
  replace(selection_begin(), selection_end(), text, true);
}

void TextDocument::paste(std::string_view text) {
  replace(selection_begin(), selection_end(), text);
}

void TextDocument::new_line() {
  const TextPosition begin = selection_begin();
  const std::string head = line(begin.line).substr(0, static_cast<size_t>(begin.column));
  int indent = std::min(indent_of(begin.line), begin.column);
  if (opens_block(head)) {
    indent += kIndent;
  } else if (leaves_block(head)) {
    indent = std::max(0, indent - kIndent);
  }
  replace(begin, selection_end(), "\n" + std::string(static_cast<size_t>(indent), ' '));
}

void TextDocument::erase_back() {
  if (has_selection()) {
    replace(selection_begin(), selection_end(), "");
    return;
  }
  TextPosition begin = before(caret_);
  if (caret_.column > 0 && caret_.column <= indent_of(caret_.line)) {
    begin = {caret_.line, (caret_.column - 1) / kIndent * kIndent};
  }
  if (begin != caret_) replace(begin, caret_, "");
}

void TextDocument::erase_forward() {
  const TextPosition end = has_selection() ? selection_end() : after(caret_);
  if (end != selection_begin()) replace(selection_begin(), end, "");
}

void TextDocument::erase_word_back() {
  const TextPosition begin = has_selection() ? selection_begin() : word_before(caret_);
  if (begin != selection_end()) replace(begin, selection_end(), "");
}

void TextDocument::erase_word_forward() {
  const TextPosition end = has_selection() ? selection_end() : word_after(caret_);
  if (end != selection_begin()) replace(selection_begin(), end, "");
}

std::string TextDocument::cut() {
  if (!has_selection()) select_line(caret_.line);
  std::string text = selected_text();
  if (!text.empty()) replace(selection_begin(), selection_end(), "");
  return text;
}

void TextDocument::replace_all(std::string_view text, std::vector<HiddenLines> hidden) {
  replace({}, {line_count() - 1, static_cast<int>(lines_.back().size())}, text);
  hidden_ = std::move(hidden);
  collapse({});
  Edit& edit = history_.back();
  edit.hidden_after = hidden_;
  edit.caret_after = edit.anchor_after = {};
}

std::pair<int, int> TextDocument::selected_lines() const {
  const TextPosition end = selection_end();
  const bool excludes_last = end.column == 0 && end.line > selection_begin().line;
  return {selection_begin().line, end.line - (excludes_last ? 1 : 0)};
}

int TextDocument::indent_of(int index) const {
  const std::string& text = line(index);
  const size_t indent = text.find_first_not_of(' ');
  return static_cast<int>(indent == std::string::npos ? text.size() : indent);
}

void TextDocument::indent() {
  const auto [first, last] = selected_lines();
  if (first == last && selection_begin().line == selection_end().line) {
    const int spaces = kIndent - selection_begin().column % kIndent;
    replace(selection_begin(), selection_end(), std::string(static_cast<size_t>(spaces), ' '));
    return;
  }
  std::string text;
  for (int index = first; index <= last; ++index) {
    if (index > first) text += '\n';
    if (!line(index).empty()) text.append(kIndent, ' ');
    text += line(index);
  }
  replace({first, 0}, {last, static_cast<int>(line(last).size())}, text);
  anchor_ = {first, 0};
  history_.back().anchor_after = anchor_;
}

void TextDocument::dedent() {
  const auto [first, last] = selected_lines();
  const bool several = selection_begin().line != selection_end().line;
  std::string text;
  int removed = 0;
  for (int index = first; index <= last; ++index) {
    if (index > first) text += '\n';
    removed = std::min(kIndent, indent_of(index));
    text += line(index).substr(static_cast<size_t>(removed));
  }
  const TextPosition end{last, static_cast<int>(line(last).size())};
  if (text == text_between({first, 0}, end)) return;
  const TextPosition caret{caret_.line, std::max(0, caret_.column - removed)};
  replace({first, 0}, end, text);
  if (several) {
    anchor_ = {first, 0};
  } else {
    collapse(caret);
  }
  history_.back().anchor_after = anchor_;
  history_.back().caret_after = caret_;
}

void TextDocument::toggle_comment() {
  const auto [first, last] = selected_lines();
  int column = 1 << 20;
  bool all_comments = true;
  for (int index = first; index <= last; ++index) {
    const int indent = indent_of(index);
    if (indent == static_cast<int>(line(index).size())) continue;
    column = std::min(column, indent);
    all_comments = all_comments && line(index)[static_cast<size_t>(indent)] == '#';
  }
  if (column == 1 << 20) return;
  std::string text;
  for (int index = first; index <= last; ++index) {
    if (index > first) text += '\n';
    std::string changed = line(index);
    const auto indent = static_cast<size_t>(indent_of(index));
    if (indent < changed.size()) {
      if (all_comments) {
        changed.erase(indent, changed.compare(indent, 2, "# ") == 0 ? 2 : 1);
      } else {
        changed.insert(static_cast<size_t>(column), "# ");
      }
    }
    text += changed;
  }
  const bool several = selection_begin().line != selection_end().line;
  replace({first, 0}, {last, static_cast<int>(line(last).size())}, text);
  if (several) anchor_ = {first, 0};
  history_.back().anchor_after = anchor_;
}

void TextDocument::move_lines(int by) {
  const auto [first, last] = selected_lines();
  if (first + by < 0 || last + by >= line_count()) return;
  const TextPosition caret{caret_.line + by, caret_.column};
  const TextPosition anchor{anchor_.line + by, anchor_.column};
  const int begin = std::min(first, first + by);
  const int end = std::max(last, last + by);
  const auto all_of = [this](int from, int to) {
    return text_between({from, 0}, {to, static_cast<int>(line(to).size())});
  };
  const std::string moved = all_of(first, last);
  const std::string text = by < 0 ? moved + "\n" + all_of(begin, begin) : all_of(end, end) + "\n" + moved;
  const std::vector<HiddenLines> hidden = hidden_;
  replace({begin, 0}, {end, static_cast<int>(line(end).size())}, text);
  hidden_ = hidden;   // as many lines as before: every number stays
  caret_ = clamped(caret);
  anchor_ = clamped(anchor);
  Edit& edit = history_.back();
  edit.hidden_after = hidden_;
  edit.caret_after = caret_;
  edit.anchor_after = anchor_;
}

}  // namespace lockstep
