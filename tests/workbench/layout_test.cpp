#include "workbench/layout.h"

#include <doctest/doctest.h>

#include <vector>

namespace lockstep {
namespace {

std::vector<Rect> panels_of(const Layout& layout) {
  std::vector<Rect> panels;
  for (const Rect& rect : {layout.lessons, layout.prose, layout.code, layout.outcome, layout.output, layout.timeline,
                           layout.upper_tabs, layout.lower_tabs}) {
    if (rect.width() > 0) panels.push_back(rect);
  }
  return panels;
}

TEST_CASE("panels lie inside the window and never over each other") {
  for (const float width : {320.0f, 500.0f, 759.0f, 760.0f, 1079.0f, 1080.0f, 1280.0f, 1920.0f, 3840.0f}) {
    for (const float height : {400.0f, 600.0f, 720.0f, 1440.0f}) {
      for (const float outcome : {38.0f, 164.0f}) {
        for (const float share : {0.05f, 0.4f, 0.95f}) {
          for (const bool second : {false, true}) {
            CAPTURE(width);
            CAPTURE(height);
            CAPTURE(share);
            const Rect window{{0, 0}, {width, height}};
            const Layout layout = lay_out(window, {.lessons = 900 * share, .prose = share, .bottom = share, .output = share},
                                          {second, second}, outcome);
            const auto panels = panels_of(layout);
            for (size_t a = 0; a < panels.size(); ++a) {
              CHECK(panels[a].min.x >= 0);
              CHECK(panels[a].max.x <= width);
              CHECK(panels[a].min.y >= layout.top_bar.max.y);
              CHECK(panels[a].max.y <= height);
              CHECK(panels[a].height() > 0);
              for (size_t b = a + 1; b < panels.size(); ++b) {
                const bool apart = panels[a].max.x <= panels[b].min.x || panels[b].max.x <= panels[a].min.x ||
                                   panels[a].max.y <= panels[b].min.y || panels[b].max.y <= panels[a].min.y;
                CHECK(apart);
              }
            }
          }
        }
      }
    }
  }
}

TEST_CASE("narrow windows stack") {
  CHECK(lay_out({{0, 0}, {1280, 720}}, {}, {}, 38).kind == LayoutKind::wide);
  const Layout medium = lay_out({{0, 0}, {900, 720}}, {}, {}, 38);
  CHECK(medium.kind == LayoutKind::medium);
  CHECK(medium.lessons.width() == 0);
  const Layout stacked = lay_out({{0, 0}, {500, 800}}, {}, {.code = true, .timeline = false}, 38);
  CHECK(stacked.kind == LayoutKind::stacked);
  CHECK(stacked.prose.width() == 0);
  CHECK(stacked.code.width() > 480);
  CHECK(stacked.output.width() > 480);
  CHECK(stacked.timeline.width() == 0);
}

TEST_CASE("splitters go where they are dragged") {
  const Rect window{{0, 0}, {1400, 900}};
  LayoutShares shares;
  const auto middle = [](Rect rect) { return ImVec2((rect.min.x + rect.max.x) / 2, (rect.min.y + rect.max.y) / 2); };
  follow_lessons_splitter(shares, lay_out(window, shares, {}, 38), 300);
  CHECK(middle(lay_out(window, shares, {}, 38).lessons_splitter).x == doctest::Approx(300).epsilon(0.01));
  follow_prose_splitter(shares, lay_out(window, shares, {}, 38), 800);
  CHECK(middle(lay_out(window, shares, {}, 38).prose_splitter).x == doctest::Approx(800).epsilon(0.01));
  follow_bottom_splitter(shares, window, lay_out(window, shares, {}, 120), 500);
  CHECK(middle(lay_out(window, shares, {}, 120).bottom_splitter).y == doctest::Approx(500).epsilon(0.01));
  follow_output_splitter(shares, lay_out(window, shares, {}, 38), 700);
  CHECK(middle(lay_out(window, shares, {}, 38).output_splitter).x == doctest::Approx(700).epsilon(0.01));
}

}  // namespace
}  // namespace lockstep
