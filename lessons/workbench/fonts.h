#pragma once

#include <imgui.h>

namespace lockstep {

// The playground's typefaces. Sizes are in logical pixels; glyphs are drawn at the screen's own pixels,
// so text is crisp at every scale. The pointers hold until the next build_fonts on the same atlas.
struct Fonts {
  ImFont* text = nullptr;      // Inter: labels and prose; icons of Font Awesome among its glyphs
  ImFont* strong = nullptr;    // Inter SemiBold, same size
  ImFont* emphasis = nullptr;  // Inter Italic, same size
  ImFont* small = nullptr;     // Inter, for captions and axis labels
  ImFont* heading = nullptr;   // Inter SemiBold, for a lesson's section
  ImFont* title = nullptr;     // Inter SemiBold, for a lesson's name
  ImFont* code = nullptr;      // JetBrains Mono
  ImFont* code_strong = nullptr;
};

// Fills an atlas anew for a screen with `pixel_ratio` pixels to the logical pixel. Fonts come out at
// their logical size through ImFont::Scale; io.FontGlobalScale stays 1.
Fonts build_fonts(ImFontAtlas& atlas, double pixel_ratio);

}  // namespace lockstep
