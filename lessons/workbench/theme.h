#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

#include "session/highlight.h"

// How the playground looks: every colour and distance is here and nowhere else. Distances are in
// logical pixels. The typefaces are in fonts.h.
namespace lockstep {

enum class ThemeVariant : uint8_t { dark, light };

// Thread 0 is the main thread; the other twelve go round. They differ in lightness as well as in hue,
// so that they stay apart for colour-blind eyes; a name always stands beside a colour.
inline constexpr size_t kThreadColours = 13;

struct Theme {
  ThemeVariant variant = ThemeVariant::dark;

  ImU32 window = 0;         // behind the panels
  ImU32 panel = 0;
  ImU32 raised = 0;         // what stands on a panel: buttons, code in prose
  ImU32 hovered = 0;
  ImU32 pressed = 0;
  ImU32 border = 0;
  ImU32 separator = 0;      // weaker than a border
  ImU32 popup = 0;
  ImU32 shadow = 0;

  ImU32 text = 0;
  ImU32 muted = 0;          // secondary text, readable
  ImU32 faint = 0;          // line numbers, disabled
  ImU32 accent = 0;
  ImU32 accent_soft = 0;    // behind what is chosen
  ImU32 link = 0;

  ImU32 run = 0, run_hovered = 0, run_text = 0;
  ImU32 success = 0, success_soft = 0;
  ImU32 warning = 0, warning_soft = 0;
  ImU32 danger = 0, danger_soft = 0;

  ImU32 selection = 0;
  ImU32 current_line = 0;
  ImU32 caret = 0;
  ImU32 scrollbar = 0, scrollbar_hovered = 0;

  std::array<ImU32, kHighlightKinds> code{};
  std::array<ImU32, kThreadColours> threads{};

  ImU32 thread(uint32_t id) const {
    return threads[id == 0 ? 0 : (id - 1) % (kThreadColours - 1) + 1];
  }
  ImU32 highlight(HighlightKind kind) const { return code[static_cast<size_t>(kind)]; }
};

const Theme& theme_of(ThemeVariant variant);

// Makes ImGui's own widgets follow. After every change of the theme.
void apply_theme(const Theme& theme);

// The same colour with another opacity, 0 to 1.
inline ImU32 with_alpha(ImU32 colour, float alpha) {
  return (colour & ~IM_COL32_A_MASK) | (ImU32(alpha * 255.0f + 0.5f) << IM_COL32_A_SHIFT);
}

namespace space {
inline constexpr float xs = 4;
inline constexpr float s = 8;
inline constexpr float m = 12;
inline constexpr float l = 16;
inline constexpr float xl = 24;

inline constexpr float radius = 6;        // of buttons and chips
inline constexpr float panel_radius = 8;
inline constexpr float gap = 8;           // between panels; also where splitters are
inline constexpr float top_bar = 56;
inline constexpr float header = 38;       // of a panel
inline constexpr float button = 32;       // height
inline constexpr float code_line = 22;
inline constexpr float output_line = 21;
inline constexpr float prose_line = 25;
inline constexpr float prose_width = 640; // longer lines tire the eye
inline constexpr float timeline_row = 28;
inline constexpr float timeline_axis = 24;
}  // namespace space

}  // namespace lockstep
