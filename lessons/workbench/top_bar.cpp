#include "workbench/top_bar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "workbench/icons.h"
#include "workbench/lesson_list.h"

namespace lockstep {
namespace {

struct IntervalChoice {
  double seconds;
  const char* label;
  const char* explanation;
};

constexpr std::array<IntervalChoice, 5> kIntervals = {{
    {0.0001, "0.1 ms", "Threads take turns all the time: races show quickly."},
    {0.001, "1 ms", "Shorter turns than Python's own."},
    {0.005, "5 ms", "What Python does unless told otherwise."},
    {0.05, "50 ms", "Long turns: a short thread is often done in one."},
    {0.5, "0.5 s", "A thread keeps running until it waits for something."},
}};

const char* label_of(double seconds) {
  for (const IntervalChoice& choice : kIntervals) {
    if (choice.seconds == seconds) return choice.label;
  }
  return "other";
}

// Two strands that take turns: the product's mark.
void draw_mark(ImDrawList& list, const Theme& theme, ImVec2 at) {
  const auto bar = [&](float x, float y, float width, ImU32 colour) {
    list.AddRectFilled({at.x + x, at.y + y}, {at.x + x + width, at.y + y + 6}, colour, 3);
  };
  bar(0, 0, 12, theme.thread(1));
  bar(14, 0, 8, with_alpha(theme.thread(1), 0.4f));
  bar(0, 8, 6, with_alpha(theme.thread(2), 0.4f));
  bar(8, 8, 14, theme.thread(2));
  bar(0, 16, 16, theme.thread(3));
  bar(18, 16, 4, with_alpha(theme.thread(3), 0.4f));
}

// What the mode does.
Button primary_button(const View& view) {
  Button button{.name = "run", .icon = icon::run, .label = "Run", .kind = ButtonKind::primary,
                .tooltip = view.snapshot.running ? "Start the program again from its beginning" : "Run the program",
                .shortcut = "F5 or Ctrl+Enter"};
  switch (view.mode) {
    case PlayMode::free: break;
    case PlayMode::step:
      button.icon = view.moment() ? icon::reset : icon::step;
      button.label = view.moment() ? "Start over" : "Start";
      button.tooltip = view.moment() ? "Begin a new run; this one is forgotten" : "Begin a run that waits for your steps";
      break;
    case PlayMode::explore:
      button.icon = icon::explore;
      button.label = "Explore";
      button.tooltip = "Try every order in which the threads can take their steps";
      break;
  }
  return button;
}

struct ModeChoice {
  PlayMode mode;
  const char* name;
  const char* label;
  const char* icon;
  const char* explanation;
};

constexpr std::array<ModeChoice, 3> kModes = {{
    {PlayMode::free, "mode/free", "Free run", icon::clock, "Real threads in real time: whoever comes first goes first"},
    {PlayMode::step, "mode/step", "Step", icon::step, "You choose which thread goes next, step by step, forward and back"},
    {PlayMode::explore, "mode/explore", "Explore", icon::explore, "Every order in turn: all the ways the program can end"},
}};

}  // namespace

float TopBar::draw_mode_menu(const View& view, float right, float top, UiCommands& commands) {
  const Look& look = view.look;
  const ModeChoice& now = kModes[size_t(view.mode)];
  const Button button{.name = "modes", .icon = now.icon, .opens_menu = true, .tooltip = now.explanation};
  const float left = right - button_width(look, button);
  ImGui::SetCursorScreenPos({left, top});
  if (draw_button(look, button)) ImGui::OpenPopup("mode_choice");
  ImGui::SetNextWindowPos({left, top + space::button + space::xs});
  if (!begin_popup(look, "mode_choice")) return left;
  for (const ModeChoice& choice : kModes) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    constexpr ImVec2 kItem{160, 34};
    if (ImGui::Selectable((std::string("##") + choice.name).c_str(), choice.mode == view.mode, 0, kItem)) {
      commands.push_back(command::SetMode{choice.mode});
    }
    look.widgets.add(choice.name, {at, at + kItem});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text_middle(list, look.fonts.text, at.x + space::s, at.y, kItem.y, look.theme.muted, choice.icon);
    draw_text_middle(list, look.fonts.text, at.x + 34, at.y, kItem.y, look.theme.text, choice.label);
  }
  end_popup();
  return left;
}

float TopBar::draw_modes(const View& view, float right, float top, UiCommands& commands) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float kHeight = space::button;
  std::array<float, kModes.size()> widths{};
  float width = 6;
  for (size_t index = 0; index < kModes.size(); ++index) {
    const char* shown = kModes[index].label;
    widths[index] = std::ceil(measure(look.fonts.text, shown).x) + 2 * space::m;
    width += widths[index];
  }
  float x = right - width;
  const float left = x;
  list.AddRectFilled({x, top}, {right, top + kHeight}, theme.panel, space::radius);
  list.AddRect({x, top}, {right, top + kHeight}, theme.border, space::radius);
  x += 3;
  for (size_t index = 0; index < kModes.size(); ++index) {
    const ModeChoice& choice = kModes[index];
    const bool chosen = choice.mode == view.mode;
    const Rect chip{{x, top + 3}, {x + widths[index], top + kHeight - 3}};
    ImGui::SetCursorScreenPos(chip.min);
    if (ImGui::InvisibleButton(choice.name, {chip.width(), chip.height()}) && !chosen) {
      commands.push_back(command::SetMode{choice.mode});
    }
    look.widgets.add(choice.name, chip);
    const bool hovered = ImGui::IsItemHovered();
    if (chosen || hovered) list.AddRectFilled(chip.min, chip.max, chosen ? theme.accent_soft : theme.hovered, 4);
    draw_focus_ring(look, chip, 4);
    const char* shown = choice.label;
    const ImFont* font = look.fonts.text;
    draw_text_middle(list, font, std::round((chip.min.x + chip.max.x - measure(font, shown).x) / 2), top, kHeight,
                     chosen ? theme.accent : theme.muted, shown);
    if (ImGui::IsItemHovered(ImGuiHoveredFlags_DelayNormal)) draw_tooltip(look, choice.explanation);
    x = chip.max.x;
  }
  return left;
}

UiCommands TopBar::draw(const View& view, Rect area, bool with_lessons) {
  const Look& look = view.look;
  const Theme& theme = look.theme;
  UiCommands commands;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = area.min.y + std::floor((area.height() - space::button) / 2);
  float x = area.min.x + space::l;

  if (with_lessons) {
    ImGui::SetCursorScreenPos({x, top});
    const Button menu{.name = "lessons_menu", .icon = icon::menu, .kind = ButtonKind::quiet,
                      .tooltip = "Lessons"};
    if (draw_button(look, menu)) ImGui::OpenPopup("lessons");
    ImGui::SetNextWindowPos({x, top + space::button + space::xs});
    ImGui::SetNextWindowSizeConstraints({260, 0}, {340, 520});
    if (begin_popup(look, "lessons")) {
      append(commands, draw_lesson_items(view, 260));
      end_popup();
    }
    x += button_width(look, menu) + space::s;
  }
  draw_mark(list, theme, {x, area.min.y + std::floor((area.height() - 22) / 2)});
  x += 32;

  // from the right: theme, interval, reset, stop, run
  const bool wide = area.width() >= 760;
  const bool searches = (view.exploration && view.exploration->running) || (view.samples && view.samples->running);
  const bool running = view.mode == PlayMode::explore ? searches : view.snapshot.running;
  const bool narrow = area.width() < 620;
  Button run = primary_button(view);
  if (narrow) run.label = "";
  const bool explores = view.mode == PlayMode::explore;
  const Button stop{.name = "stop", .icon = icon::stop, .label = wide ? "Stop" : "",
                    .kind = running ? ButtonKind::danger : ButtonKind::plain, .enabled = running,
                    .tooltip = !running ? "Nothing is running"
                        : view.mode == PlayMode::step ? "Stay where the run is"
                        : explores ? "End the search; what was found is kept" : "End the run at once",
                    .shortcut = "Esc or Shift+F5"};
  const Button reset{.name = "reset", .icon = icon::reset, .label = wide ? "Reset" : "",
                     .kind = ButtonKind::quiet, .enabled = view.edited,
                     .tooltip = view.edited ? "Put the lesson's own program back; Ctrl+Z in the code undoes it"
                                            : "The program is as the lesson has it"};
  const bool dark = theme.variant == ThemeVariant::dark;
  const Button toggle{.name = "theme", .icon = dark ? icon::sun : icon::moon,
                      .kind = ButtonKind::quiet,
                      .tooltip = dark ? "Light colours" : "Dark colours"};
  const Button interval{.name = "interval", .icon = icon::clock, .label = label_of(view.switch_interval),
                        .opens_menu = true,
                        .tooltip = "How long a thread may run while others want to: the switch interval"};
  float right = area.max.x - space::l;
  const auto place = [&](const Button& button) {
    right -= button_width(look, button);
    ImGui::SetCursorScreenPos({right, top});
    right -= space::s;
  };
  place(toggle);
  if (draw_button(look, toggle)) commands.push_back(command::ToggleTheme{});
  if (view.mode == PlayMode::free) {
    place(interval);
    if (draw_button(look, interval)) ImGui::OpenPopup("interval_choice");
    const float below = top + space::button + space::xs;
    ImGui::SetNextWindowPos({ImGui::GetItemRectMax().x, below}, ImGuiCond_Always, {1, 0});
    append(commands, draw_interval_choice(view));
    right -= space::xs;
  }
  place(reset);
  if (draw_button(look, reset)) commands.push_back(command::ResetProgram{});
  place(stop);
  if (draw_button(look, stop)) {
    if (explores) append(commands, {command::StopExploring{}, command::StopSampling{}});
    else commands.push_back(command::Stop{});
  }
  place(run);
  if (draw_button(look, run)) commands.push_back(command::Run{});
  right = (narrow ? draw_mode_menu(view, right, top, commands)
                  : draw_modes(view, right - space::s, top, commands)) - space::xs;

  // what room is left belongs to the names
  const float room = right - x - space::l;
  const ImVec2 name = measure(look.fonts.brand, "Lockstep");
  if (room > name.x) {
    draw_text_middle(list, look.fonts.brand, x, area.min.y, area.height(), theme.text, "Lockstep");
    x += name.x + space::l;
  }
  const float title_room = right - x - space::l;
  if (title_room > 120) {
    list.AddLine({x, area.min.y + 18}, {x, area.max.y - 18}, theme.border);
    x += space::l;
    const Lesson& lesson = view.open_lesson();
    const std::string topic = lesson.topic + "  \u203A  ";
    const float topic_width = measure(look.fonts.text, topic).x;
    if (title_room > topic_width + 140) {
      draw_text_middle(list, look.fonts.text, x, area.min.y, area.height(), theme.muted, topic);
      x += topic_width;
    }
    draw_text_middle(list, look.fonts.text, x, area.min.y, area.height(), theme.text,
                     shortened(look.fonts.text, lesson.title, right - x - space::l));
  }
  return commands;
}

UiCommands TopBar::draw_interval_choice(const View& view) {
  const Look& look = view.look;
  UiCommands commands;
  if (!begin_popup(look, "interval_choice")) return commands;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  constexpr float kWidth = 400;
  const ImVec2 head = ImGui::GetCursorScreenPos();
  draw_text(list, look.fonts.strong, {head.x + space::s, head.y + 4}, look.theme.text,
            "Switch interval");
  draw_text(list, look.fonts.small, {head.x + space::s, head.y + 26}, look.theme.muted,
            "How long a thread may go on while others want to run.");
  ImGui::Dummy({kWidth, 50});
  for (const IntervalChoice& choice : kIntervals) {
    const bool chosen = choice.seconds == view.switch_interval;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string name = std::string("interval/") + choice.label;
    if (ImGui::Selectable(("##" + name).c_str(), chosen, 0, {kWidth, 34})) {
      commands.push_back(command::SetSwitchInterval{choice.seconds});
    }
    look.widgets.add(name, {at, {at.x + kWidth, at.y + 34}});
    const float middle = at.y + 17 - font_size(look.fonts.text) / 2;
    draw_text(list, look.fonts.strong, {at.x + space::s, middle},
              chosen ? look.theme.accent : look.theme.text, choice.label);
    draw_text(list, look.fonts.small, {at.x + 74, middle + 1}, look.theme.muted, choice.explanation);
  }
  end_popup();
  return commands;
}

}  // namespace lockstep
