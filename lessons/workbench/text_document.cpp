#include "workbench/text_document.h"

#include <algorithm>

#include "workbench/utf8.h"

namespace lockstep {
namespace {

enum class Letter { space, word, other };

Letter letter_at(const std::string& line, int column) {
  const auto byte = static_cast<unsigned char>(line[static_cast<size_t>(column)]);
  if (byte == ' ' || byte == '\t') return Letter::space;
  if (byte >= 0x80 || byte == '_') return Letter::word;
  const bool word = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                    (byte >= 'A' && byte <= 'Z');
  return word ? Letter::word : Letter::other;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines(1);
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      lines.emplace_back();
    } else if (text[at] == '\t') {
      lines.back().append(TextDocument::kIndent, ' ');
    } else if (text[at] != '\r') {
      lines.back() += text[at];
    }
  }
  return lines;
}

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

void TextDocument::set_text(std::string_view text, std::vector<HiddenLines> hidden) {
  lines_ = split(text);
  hidden_ = std::move(hidden);
  history_.clear();
  done_ = 0;
  wanted_column_ = -1;
  collapse({});
  ++version_;
}

std::string TextDocument::text() const {
  return text_between({}, {line_count() - 1, static_cast<int>(lines_.back().size())});
}

int TextDocument::file_line(int line) const {
  int result = line + 1;
  for (const HiddenLines& gap : hidden_) {
    if (gap.line <= line) result += gap.hidden;
  }
  return result;
}

int TextDocument::line_of_file(int file_line) const {
  int result = file_line - 1;
  for (const HiddenLines& gap : hidden_) {
    if (result - gap.hidden < gap.line) break;
    result -= gap.hidden;
  }
  return result >= 0 && result < line_count() && this->file_line(result) == file_line ? result : -1;
}

std::string TextDocument::file_text() const {
  std::string result;
  size_t gap = 0;
  for (int line = 0; line < line_count(); ++line) {
    for (; gap < hidden_.size() && hidden_[gap].line == line; ++gap) {
      result.append(static_cast<size_t>(hidden_[gap].hidden), '\n');
    }
    result += this->line(line);
    if (line + 1 < line_count()) result += '\n';
  }
  return result;
}

std::string TextDocument::selected_text() const {
  return text_between(selection_begin(), selection_end());
}

void TextDocument::place_caret(TextPosition place, TextSelect select) {
  caret_ = clamped(place);
  if (select == TextSelect::drop) anchor_ = caret_;
  wanted_column_ = -1;
}

void TextDocument::move(TextMove move, TextSelect select, int page_lines) {
  TextPosition to = caret_;
  int lines = 0;
  switch (move) {
    case TextMove::left:
      to = has_selection() && select == TextSelect::drop ? selection_begin() : before(caret_);
      break;
    case TextMove::right:
      to = has_selection() && select == TextSelect::drop ? selection_end() : after(caret_);
      break;
    case TextMove::word_left: to = word_before(caret_); break;
    case TextMove::word_right: to = word_after(caret_); break;
    case TextMove::line_start: {
      const int indent = indent_of(caret_.line);
      to.column = caret_.column == indent ? 0 : indent;
      break;
    }
    case TextMove::line_end: to.column = static_cast<int>(line(caret_.line).size()); break;
    case TextMove::document_start: to = {}; break;
    case TextMove::document_end:
      to = {line_count() - 1, static_cast<int>(lines_.back().size())};
      break;
    case TextMove::up: lines = -1; break;
    case TextMove::down: lines = 1; break;
    case TextMove::page_up: lines = -page_lines; break;
    case TextMove::page_down: lines = page_lines; break;
  }
  if (lines == 0) {
    place_caret(to, select);
    return;
  }
  const std::string_view from = line(caret_.line);
  const int wanted = wanted_column_ >= 0
      ? wanted_column_
      : static_cast<int>(count_characters(from.substr(0, static_cast<size_t>(caret_.column))));
  const int target = caret_.line + lines;
  if (target < 0) {
    to = {};
  } else if (target >= line_count()) {
    to = {line_count() - 1, static_cast<int>(lines_.back().size())};
  } else {
    to = {target, static_cast<int>(character_offset(line(target), static_cast<size_t>(wanted)))};
  }
  place_caret(to, select);
  wanted_column_ = wanted;
}

void TextDocument::select_all() {
  anchor_ = {};
  caret_ = {line_count() - 1, static_cast<int>(lines_.back().size())};
}

void TextDocument::select_word(TextPosition place) {
  place = clamped(place);
  const std::string& text = line(place.line);
  int begin = place.column;
  int end = place.column;
  if (begin == static_cast<int>(text.size()) && begin > 0) begin = before(place).column;
  if (begin < static_cast<int>(text.size())) {
    const Letter letter = letter_at(text, begin);
    while (begin > 0 && letter_at(text, begin - 1) == letter) --begin;
    while (end < static_cast<int>(text.size()) && letter_at(text, end) == letter) ++end;
  }
  anchor_ = {place.line, begin};
  caret_ = {place.line, end};
}

void TextDocument::select_line(int index) {
  anchor_ = clamped({index, 0});
  caret_ = index + 1 < line_count() ? TextPosition{index + 1, 0}
                                    : clamped({index, static_cast<int>(line(index).size())});
}

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

void TextDocument::undo() {
  if (!can_undo()) return;
  const Edit& edit = history_[--done_];
  const auto inserted = split(edit.inserted);
  TextPosition end{edit.begin.line + static_cast<int>(inserted.size()) - 1,
                   static_cast<int>(inserted.back().size())};
  if (inserted.size() == 1) end.column += edit.begin.column;
  apply(edit.begin, end, edit.removed);
  hidden_ = edit.hidden_before;
  caret_ = edit.caret_before;
  anchor_ = edit.anchor_before;
  wanted_column_ = -1;
}

void TextDocument::redo() {
  if (!can_redo()) return;
  const Edit& edit = history_[done_++];
  const auto removed = split(edit.removed);
  TextPosition end{edit.begin.line + static_cast<int>(removed.size()) - 1,
                   static_cast<int>(removed.back().size())};
  if (removed.size() == 1) end.column += edit.begin.column;
  apply(edit.begin, end, edit.inserted);
  hidden_ = edit.hidden_after;
  caret_ = edit.caret_after;
  anchor_ = edit.anchor_after;
  wanted_column_ = -1;
}

TextPosition TextDocument::clamped(TextPosition place) const {
  place.line = std::clamp(place.line, 0, line_count() - 1);
  const std::string& text = line(place.line);
  place.column = std::clamp(place.column, 0, static_cast<int>(text.size()));
  while (place.column > 0 && place.column < static_cast<int>(text.size()) &&
         is_utf8_continuation(text[static_cast<size_t>(place.column)])) {
    --place.column;
  }
  return place;
}

TextPosition TextDocument::before(TextPosition place) const {
  if (place.column > 0) {
    const auto column = previous_character(line(place.line), static_cast<size_t>(place.column));
    return {place.line, static_cast<int>(column)};
  }
  if (place.line == 0) return place;
  return {place.line - 1, static_cast<int>(line(place.line - 1).size())};
}

TextPosition TextDocument::after(TextPosition place) const {
  if (place.column < static_cast<int>(line(place.line).size())) {
    const auto column = next_character(line(place.line), static_cast<size_t>(place.column));
    return {place.line, static_cast<int>(column)};
  }
  if (place.line + 1 == line_count()) return place;
  return {place.line + 1, 0};
}

TextPosition TextDocument::word_before(TextPosition place) const {
  if (place.column == 0) return before(place);
  const std::string& text = line(place.line);
  while (place.column > 0 && letter_at(text, place.column - 1) == Letter::space) --place.column;
  if (place.column == 0) return place;
  const Letter letter = letter_at(text, place.column - 1);
  while (place.column > 0 && letter_at(text, place.column - 1) == letter) --place.column;
  return place;
}

TextPosition TextDocument::word_after(TextPosition place) const {
  const std::string& text = line(place.line);
  const int size = static_cast<int>(text.size());
  if (place.column == size) return after(place);
  const Letter letter = letter_at(text, place.column);
  while (place.column < size && letter_at(text, place.column) == letter) ++place.column;
  while (place.column < size && letter_at(text, place.column) == Letter::space) ++place.column;
  return place;
}

std::string TextDocument::text_between(TextPosition begin, TextPosition end) const {
  const auto first = static_cast<size_t>(begin.column);
  if (begin.line == end.line) {
    return line(begin.line).substr(first, static_cast<size_t>(end.column) - first);
  }
  std::string result = line(begin.line).substr(first);
  for (int index = begin.line + 1; index < end.line; ++index) {
    result += '\n';
    result += line(index);
  }
  result += '\n';
  result += line(end.line).substr(0, static_cast<size_t>(end.column));
  return result;
}

// Puts `text` in place of what stands between; returns where it ends.
TextPosition TextDocument::apply(TextPosition begin, TextPosition end, std::string_view text) {
  std::vector<std::string> added = split(text);
  const std::string tail = line(end.line).substr(static_cast<size_t>(end.column));
  added.front().insert(0, line(begin.line).substr(0, static_cast<size_t>(begin.column)));
  const TextPosition stop{begin.line + static_cast<int>(added.size()) - 1,
                          static_cast<int>(added.back().size())};
  added.back() += tail;
  const auto first = lines_.begin() + begin.line;
  lines_.insert(lines_.erase(first, lines_.begin() + end.line + 1),
                std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  ++version_;
  return stop;
}

void TextDocument::replace(TextPosition begin, TextPosition end, std::string_view text,
                           bool typing) {
  const auto written = split(text);
  Edit edit;
  edit.begin = begin;
  edit.removed = text_between(begin, end);
  for (const std::string& piece : written) {
    if (&piece != &written.front()) edit.inserted += '\n';
    edit.inserted += piece;
  }
  edit.hidden_before = hidden_;
  edit.caret_before = caret_;
  edit.anchor_before = anchor_;
  edit.joins_typing = typing && written.size() == 1;
  history_.resize(done_);

  keep_hidden_lines(begin, end, static_cast<int>(written.size()) - 1);
  collapse(apply(begin, end, edit.inserted));
  wanted_column_ = -1;
  edit.hidden_after = hidden_;
  edit.caret_after = edit.anchor_after = caret_;

  // A word typed is one step back; the next word is another.
  if (edit.joins_typing && edit.removed.empty() && !history_.empty() && done_ > 0) {
    Edit& last = history_.back();
    const bool new_word = !edit.inserted.empty() && edit.inserted.front() != ' ' &&
                          !last.inserted.empty() && last.inserted.back() == ' ';
    if (last.joins_typing && last.caret_after == begin && !new_word) {
      last.inserted += edit.inserted;
      last.caret_after = last.anchor_after = caret_;
      return;
    }
  }
  history_.push_back(std::move(edit));
  done_ = history_.size();
}

// Gaps before the edit stay, gaps behind it move along; what was removed with its line is gone.
void TextDocument::keep_hidden_lines(TextPosition begin, TextPosition end, int added_lines) {
  const int shift = added_lines - (end.line - begin.line);
  std::vector<HiddenLines> kept;
  for (HiddenLines gap : hidden_) {
    if (gap.line > begin.line && gap.line <= end.line) {
      // The line that a gap stood before has joined the one above: the file still has the gap's
      // lines, so they go before what follows, unless nothing does.
      gap.line = begin.line + added_lines + 1;
      if (gap.line > line_count() - 1 + shift) continue;
    } else if (gap.line > end.line) {
      gap.line += shift;
    }
    if (!kept.empty() && kept.back().line == gap.line) {
      kept.back().hidden += gap.hidden;
    } else {
      kept.push_back(gap);
    }
  }
  hidden_ = std::move(kept);
}

}  // namespace lockstep
