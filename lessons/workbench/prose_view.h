#pragma once

#include <vector>

#include "workbench/prose_layout.h"
#include "workbench/view.h"

namespace lockstep {

// The open lesson's prose. Text can be selected and copied. Between two pieces of prose stands a
// reference to the code that the lesson has there.
class ProseView {
 public:
  UiCommands draw(const View& view, Rect area);

 private:
  // A markdown cell, or the place of a code cell.
  struct Section {
    LessonCellKind kind = LessonCellKind::markdown;
    MarkdownDocument document;
    ProseLayout layout;
    int first_line = 0;
    int last_line = 0;
    float top = 0;
  };
  // A place between two characters of the prose: an item of a section, and a byte offset in it.
  struct Place {
    size_t section = 0;
    size_t item = 0;
    size_t offset = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  void open(const View& view);
  void lay_out(const View& view, float width);
  void draw_section(const View& view, size_t index, ImVec2 origin, UiCommands& commands);
  void draw_code_reference(const View& view, const Section& section, ImVec2 at, float width,
                           UiCommands& commands);
  void draw_neighbours(const View& view, ImVec2 at, float width, UiCommands& commands);
  void follow_mouse(ImVec2 origin, UiCommands& commands);
  Place place_at(ImVec2 point) const;
  std::string selected_text() const;

  std::string open_id_;
  const ImFont* laid_out_font_ = nullptr;
  float laid_out_width_ = 0;
  std::vector<Section> sections_;
  float height_ = 0;
  bool scroll_to_top_ = true;
  Place anchor_, caret_;
  bool selecting_ = false;
};

}  // namespace lockstep
