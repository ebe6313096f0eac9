#pragma once

#include <imgui.h>

namespace lockstep {

// The playground's typefaces. Sizes are in logical pixels; glyphs are drawn at the screen's own pixels,
// so text is crisp at every scale. The pointers hold until the next build_fonts on the same atlas.
// Icons of Font Awesome are among the glyphs of `text` and `heading`.
struct Fonts {
  ImFont* text = nullptr;             // Inter: labels
  ImFont* strong = nullptr;           // Inter SemiBold, same size
  ImFont* small = nullptr;            // Inter: captions and axis labels
  ImFont* small_strong = nullptr;
  ImFont* brand = nullptr;            // Inter SemiBold: the product's name
  ImFont* title = nullptr;            // Inter SemiBold: a lesson's title
  ImFont* heading = nullptr;          // Inter SemiBold: a section's title
  ImFont* prose = nullptr;            // Inter: what is read
  ImFont* prose_strong = nullptr;
  ImFont* prose_emphasis = nullptr;
  ImFont* code = nullptr;             // JetBrains Mono
  ImFont* code_small = nullptr;       // JetBrains Mono: line numbers
};

// Fills an atlas anew for a screen with `pixel_ratio` pixels to the logical pixel. Fonts come out at
// their logical size through ImFont::Scale; io.FontGlobalScale stays 1.
Fonts build_fonts(ImFontAtlas& atlas, double pixel_ratio);

}  // namespace lockstep
