// Where the caret goes: by characters, words, lines and pages.
#include <algorithm>

#include "workbench/text_document.h"
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

}  // namespace

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

}  // namespace lockstep
