#include "workbench/text_document.h"

#include <algorithm>

#include "workbench/utf8.h"

namespace lockstep {
namespace {

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
