#pragma once

#include <string>
#include <vector>

#include "workbench/lesson_program.h"
#include "workbench/text_document.h"
#include "workbench/view.h"

namespace lockstep {

// The editor: the program with its line numbers, colours, mistakes, and the line each thread is at.
class CodeView {
 public:
  // Shows another program, from its top.
  void open(const LessonProgram& program);

  UiCommands draw(const View& view, Rect area);

  TextDocument& document() { return document_; }
  const TextDocument& document() const { return document_; }
  bool focused() const { return focused_; }

  // Scrolls so that a line of the file is seen, and lights it up for a moment.
  void show_file_line(int file_line);

  // Scrolls so that a line of the file is seen, if it is not.
  void reveal_file_line(int file_line);

  bool animates() const { return flash_line_ >= 0; }

 private:
  static constexpr float kBadges = 42;   // room for two badges of threads, or one and "+3"

  // What a frame needs again and again.
  struct Metrics {
    ImVec2 origin;          // of the first line's text
    float gutter_left = 0;
    float number_right = 0;
    float advance = 0;      // of a character
    float height = 0;       // that is seen
    int first = 0, last = 0;   // lines that are seen
  };

  void follow_text();
  void handle_keys(float page_height);
  void handle_mouse(const View& view, const Metrics& metrics);
  void draw_context_menu(const View& view);
  void scroll_to_caret(const View& view, const Metrics& metrics);
  void draw_line_grounds(const View& view, const Metrics& metrics);
  void draw_selection(const View& view, const Metrics& metrics);
  void draw_text_lines(const View& view, const Metrics& metrics);
  void draw_gutter(const View& view, const Metrics& metrics);
  void draw_finding_mark(const View& view, const Metrics& metrics, int line, float y);
  void draw_diagnostics(const View& view, const Metrics& metrics);
  void draw_thread_hints(const View& view, const Metrics& metrics);
  void draw_caret(const View& view, const Metrics& metrics);

  // Whether a thread is somewhere in the program.
  static bool is_live(const ThreadView& thread);
  float x_of(const View& view, int line, int column) const;
  TextPosition place_at(const View& view, const Metrics& metrics, ImVec2 point) const;
  float longest_line(const View& view);
  std::vector<const ThreadView*> threads_at(const View& view, int file_line) const;

  TextDocument document_;
  std::vector<HighlightSpan> highlights_;
  std::vector<size_t> highlight_of_line_;   // the first of each line
  uint64_t highlighted_version_ = 0;
  uint64_t measured_version_ = 0;
  float longest_ = 0;
  TextPosition shown_caret_;                // what was last scrolled to
  bool follow_caret_ = false;
  bool focused_ = false;
  bool selecting_ = false;
  double caret_moved_at_ = 0;
  int flash_line_ = -1;                     // of the document
  double flash_begin_ = -1;                 // -1: not yet begun
  int scroll_to_line_ = -1;
  int reveal_line_ = -1;                    // of the document
};

}  // namespace lockstep
