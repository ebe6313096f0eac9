#include "workbench/timeline_paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lockstep {
namespace {

// Slanted lines within a box.
void hatch(ImDrawList& list, Rect box, ImU32 colour, float step) {
  const float height = box.height();
  // lines start at multiples of the step, so that they stay in place while a box grows
  for (float x = std::floor((box.min.x - height) / step) * step; x < box.max.x; x += step) {
    float x0 = x, y0 = box.max.y, x1 = x + height, y1 = box.min.y;
    if (x0 < box.min.x) y0 -= box.min.x - x0, x0 = box.min.x;
    if (x1 > box.max.x) y1 += x1 - box.max.x, x1 = box.max.x;
    if (x0 < x1) list.AddLine({x0, y0}, {x1, y1}, colour, 1.2f);
  }
}

void label_inside(const Look& look, ImDrawList& list, Rect box, ImU32 colour, std::string_view label) {
  constexpr float kLeast = 40;
  const float room = box.width() - 2 * space::xs - 2;
  if (label.empty() || room < kLeast) return;
  draw_text_middle(list, look.fonts.small, box.min.x + space::xs + 1, box.min.y, box.height(), colour,
                   shortened(look.fonts.small, label, room));
}

}  // namespace

void paint_stretch(const Look& look, ImDrawList& list, Rect box, ThreadStatus status, ImU32 colour,
                   std::string_view label) {
  const float middle = std::floor((box.min.y + box.max.y) / 2);
  const bool narrow = box.width() < 3;
  switch (status) {
    case ThreadStatus::running:
      list.AddRectFilled(box.min, box.max, colour, narrow ? 0.0f : 2.0f);
      break;
    case ThreadStatus::ready: {
      const Rect low{{box.min.x, middle - 4}, {box.max.x, middle + 4}};
      list.AddRectFilled(low.min, low.max, with_alpha(colour, narrow ? 0.55f : 0.22f));
      if (!narrow) hatch(list, low, with_alpha(colour, 0.9f), 5);
      break;
    }
    case ThreadStatus::waiting:
      list.AddRectFilled(box.min, box.max, with_alpha(colour, narrow ? 0.4f : 0.12f), 2);
      if (!narrow) list.AddRect(box.min, box.max, with_alpha(colour, 0.75f), 2);
      label_inside(look, list, box, look.theme.text, label);
      break;
    case ThreadStatus::sleeping:
    case ThreadStatus::created:
      if (narrow) {
        list.AddRectFilled({box.min.x, middle - 1}, {box.max.x, middle + 1}, colour);
        break;
      }
      for (float x = std::ceil(box.min.x / 6) * 6; x + 2 <= box.max.x; x += 6) {
        list.AddRectFilled({x, middle - 1}, {x + 2, middle + 1}, colour);
      }
      break;
    case ThreadStatus::ended: break;
  }
}

float paint_legend(const Look& look, ImDrawList& list, float x, float top, float height, float room) {
  const float end = x + room;
  const float middle = top + height / 2;
  for (const ThreadStatus status : {ThreadStatus::running, ThreadStatus::ready, ThreadStatus::waiting,
                                    ThreadStatus::sleeping}) {
    const char* name = status_name(status);
    const float width = 22 + 6 + measure(look.fonts.small, name).x + space::l;
    if (x + width > end) break;
    paint_stretch(look, list, {{x, middle - 6}, {x + 22, middle + 6}}, status, look.theme.muted, {});
    draw_text_middle(list, look.fonts.small, x + 28, top, height, look.theme.muted, name);
    x += width;
  }
  return x;
}

const char* status_name(ThreadStatus status) {
  switch (status) {
    case ThreadStatus::created: return "not started";
    case ThreadStatus::running: return "running";
    case ThreadStatus::ready: return "ready";
    case ThreadStatus::waiting: return "waiting";
    case ThreadStatus::sleeping: return "sleeping";
    case ThreadStatus::ended: return "ended";
  }
  return "";
}

}  // namespace lockstep
