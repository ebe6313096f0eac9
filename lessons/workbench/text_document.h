#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The text in an editor with its caret, selection and history: all that editing means, nothing of
// how it looks. There is always at least one line. Not for several threads.
namespace lockstep {

// A place between two characters: both count from 0, the column in UTF-8 bytes. Always at the
// beginning of a character.
struct TextPosition {
  int line = 0;
  int column = 0;

  friend auto operator<=>(const TextPosition&, const TextPosition&) = default;
};

// The place of a document's line in the file it is shown from: `hidden` lines of the file stand
// before it that the document does not show.
struct HiddenLines {
  int line = 0;
  int hidden = 0;

  friend bool operator==(const HiddenLines&, const HiddenLines&) = default;
};

enum class TextMove : uint8_t {
  left, right, up, down, word_left, word_right, line_start, line_end, page_up, page_down,
  document_start, document_end,
};

// Whether a move takes the selection's other end along.
enum class TextSelect : uint8_t { drop, extend };

class TextDocument {
 public:
  static constexpr int kIndent = 4;

  TextDocument() = default;

  // Replaces everything and forgets the history. `hidden` is in order of lines.
  void set_text(std::string_view text, std::vector<HiddenLines> hidden = {});

  std::string text() const;
  int line_count() const { return static_cast<int>(lines_.size()); }
  const std::string& line(int index) const { return lines_[static_cast<size_t>(index)]; }
  uint64_t version() const { return version_; }   // changes with the text

  // The number of a line in the file; counts from 1.
  int file_line(int line) const;
  // The document's line that stands at `file_line`; -1 where the document does not show it.
  int line_of_file(int file_line) const;
  const std::vector<HiddenLines>& hidden_lines() const { return hidden_; }
  // The whole file: an empty line for each hidden one.
  std::string file_text() const;

  TextPosition caret() const { return caret_; }
  bool has_selection() const { return caret_ != anchor_; }
  TextPosition selection_begin() const { return std::min(caret_, anchor_); }
  TextPosition selection_end() const { return std::max(caret_, anchor_); }
  std::string selected_text() const;

  void place_caret(TextPosition place, TextSelect select = TextSelect::drop);
  void move(TextMove move, TextSelect select, int page_lines = 1);
  void select_all();
  void select_word(TextPosition place);
  void select_line(int line);

  // Each is one step of the history; typing character after character is joined into one.
  void type(std::string_view text);     // in place of the selection
  void paste(std::string_view text);    // the same, always a step of its own
  void new_line();                      // keeps the indent; one more after a colon, one less after return and the like
  void erase_back();                    // one indent where only spaces stand before the caret
  void erase_forward();
  void erase_word_back();
  void erase_word_forward();
  void replace_all(std::string_view text, std::vector<HiddenLines> hidden);
  std::string cut();                    // the selection; without one, the caret's line
  void indent();                        // spaces up to the next stop; with lines selected, all of them
  void dedent();
  void toggle_comment();
  void move_lines(int by);              // the selected lines up (-1) or down (+1)

  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < history_.size(); }
  void undo();
  void redo();

 private:
  struct Edit {
    TextPosition begin;
    std::string removed;
    std::string inserted;
    std::vector<HiddenLines> hidden_before;
    std::vector<HiddenLines> hidden_after;
    TextPosition caret_before, anchor_before;
    TextPosition caret_after, anchor_after;
    bool joins_typing = false;
  };

  TextPosition clamped(TextPosition place) const;
  TextPosition before(TextPosition place) const;
  TextPosition after(TextPosition place) const;
  TextPosition word_before(TextPosition place) const;
  TextPosition word_after(TextPosition place) const;
  std::string text_between(TextPosition begin, TextPosition end) const;
  TextPosition apply(TextPosition begin, TextPosition end, std::string_view text);
  void replace(TextPosition begin, TextPosition end, std::string_view text, bool typing = false);
  void keep_hidden_lines(TextPosition begin, TextPosition end, int added_lines);
  void collapse(TextPosition place) { caret_ = anchor_ = place; }
  std::pair<int, int> selected_lines() const;
  int indent_of(int line) const;

  std::vector<std::string> lines_{std::string()};
  std::vector<HiddenLines> hidden_;
  TextPosition caret_, anchor_;
  int wanted_column_ = -1;    // moving up and down: in characters; -1: the caret's own
  uint64_t version_ = 1;
  std::vector<Edit> history_;
  size_t done_ = 0;           // how many of the history's edits are in the text
};

}  // namespace lockstep
