#pragma once

#include <string>
#include <vector>

#include "workbench/markdown.h"
#include "workbench/widgets.h"

// Lays prose out for a width: words of mixed styles into lines, blocks below each other. Placed once,
// drawn many times.
namespace lockstep {

enum class ProseColour : uint8_t { text, muted, link, code };

// A piece of text that stands in one style on one line. Places are relative to the prose's top left.
struct ProseItem {
  std::string text;
  const ImFont* font = nullptr;
  ImVec2 at;
  float width = 0;
  ProseColour colour = ProseColour::text;
  HighlightKind highlight = HighlightKind::plain;   // of code
  bool on_chip = false;         // code among words: on a tinted ground
  int link = -1;                // into ProseLayout::links
  char separator = ' ';         // what copying puts behind it: ' ', '\n' or 0 for nothing
};

enum class ProseShapeKind : uint8_t { code_ground, quote_bar, rule };

struct ProseShape {
  ProseShapeKind kind = ProseShapeKind::rule;
  Rect rect;
};

struct ProseLayout {
  std::vector<ProseItem> items;      // in the order of reading; their tops never go up by more than a line
  std::vector<ProseShape> shapes;
  std::vector<std::string> links;
  float height = 0;
};

ProseLayout lay_out_prose(const MarkdownDocument& document, const Fonts& fonts, float width);

}  // namespace lockstep
