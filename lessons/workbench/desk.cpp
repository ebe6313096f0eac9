#include "workbench/desk.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>

#include "workbench/icons.h"
#include "workbench/query.h"

namespace lockstep {
namespace {

// After the last key: when mistakes are looked for, and when what was typed is stored.
constexpr double kCheckSeconds = 0.35;
constexpr double kStoreSeconds = 0.8;

constexpr std::array<std::string_view, 5> kPanels = {"lessons", "prose", "code", "output", "timeline"};

constexpr float kLeftTabs = 34;

std::vector<LessonSource> lessons_of(const Workbench::Options& options) {
  return options.lessons.empty() ? embedded_lessons() : options.lessons;
}

std::unique_ptr<Session> session_of(const Workbench::Options& options) {
  return options.make_session ? options.make_session() : Session::create();
}

}  // namespace

Workbench::Desk::Desk(Platform& platform, Options options)
    : platform_(platform),
      library_(lessons_of(options)),
      settings_(load_settings(platform)),
      run_(session_of(options)),
      free_runs_possible_(options.make_session || Session::free_runs_possible()) {
  if (library_.errors().empty() || !library_.lessons().empty()) library_.add(new_program());
  if (library_.lessons().empty()) return;
  const int last = library_.find(settings_.lesson);
  open_lesson(size_t(std::max(0, last)));
  address_ = platform_.address_fragment();
  const RunLink link = parse_link(address_);
  if (library_.find(link.lesson) >= 0) open_link(link);
}

Workbench::Desk::~Desk() { keep(); }

void Workbench::Desk::load_fonts(double pixel_ratio) {
  fonts_ = build_fonts(*ImGui::GetIO().Fonts, pixel_ratio);
  ImGui::GetIO().FontDefault = fonts_.text;
}

View Workbench::Desk::view() {
  return {.look = {theme_of(settings_.theme), fonts_, widgets_, focus_wanted_, keyboard_},
          .library = library_,
          .lesson = lesson_,
          .progress = settings_.progress,
          .snapshot = run_.snapshot(),
          .output = run_.output(),
          .timeline = run_.timeline(),
          .diagnostics = run_.diagnostics(),
          .switch_interval = settings_.switch_interval,
          .edited = edited(),
          .free_runs_possible = free_runs_possible_,
          .mode = mode_,
          .shows_lesson = shows_lesson_ || mode_ == PlayMode::free,
          .outdated = mode_ == PlayMode::step && stepped_version_ != code_.document().version(),
          .exploration = run_.exploration(),
          .samples = run_.samples(),
          .choices = choices_,
          .has_links = !platform_.link_to("").empty(),
          .now = now_,
          .width = ImGui::GetIO().DisplaySize.x};
}

void Workbench::Desk::open_lesson(size_t index) {
  if (edit_unsaved_) keep();
  lesson_ = index;
  const Lesson& lesson = library_.lessons()[index];
  original_ = program_of(lesson);
  const auto edit = load_edit(platform_, lesson.id);
  code_.open(edit ? *edit : original_);
  loaded_version_ = 0;
  seen_version_ = code_.document().version();
  load_program();
  if (mode_ == PlayMode::step) run_.forget();
  if (settings_.lesson != lesson.id || !settings_.progress.visited.contains(lesson.id)) {
    settings_.lesson = lesson.id;
    settings_.progress.visited.insert(lesson.id);
    settings_unsaved_ = true;
  }
}

bool Workbench::Desk::edited() const { return code_.document().text() != original_.text; }

void Workbench::Desk::frame() {
  now_ = platform_.now();
  if (!theme_applied_) {
    apply_theme(theme_of(settings_.theme));
    theme_applied_ = true;
  }
  run_.poll(now_);
  follow_run();
  follow_moment();
  widgets_.clear();

  const ImGuiViewport* viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->WorkPos);
  ImGui::SetNextWindowSize(viewport->WorkSize);
  ImGui::Begin("Lockstep", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  const Rect window{viewport->WorkPos, viewport->WorkPos + viewport->WorkSize};
  UiCommands commands;
  if (library_.lessons().empty()) {
    const View empty = view();
    const std::string advice = library_.errors().empty() ? "There is no lesson file there."
                                                         : library_.errors().front().text();
    draw_empty_state(empty.look, window, icon::book, "No lesson to show", advice);
  } else {
    const View shown = view();
    commands = draw_panels(shown, window);
    append(commands, take_shortcuts(shown));
  }
  ImGui::End();
  execute(commands);
  follow_edits();
  if (settings_unsaved_ && now_ - settings_changed_at_ > kStoreSeconds) keep();
}

UiCommands Workbench::Desk::draw_panels(const View& view, Rect window) {
  Layout layout = lay_out(window, settings_.shares, tabs_, outcome_.height(view));
  // Where the mode has a panel of its own, the lesson shares its place with it.
  Rect left_tabs;
  if (mode_ != PlayMode::free && layout.kind != LayoutKind::stacked) {
    left_tabs = {layout.prose.min, {layout.prose.max.x, layout.prose.min.y + kLeftTabs}};
    layout.prose.min.y = left_tabs.max.y + space::xs;
  }
  UiCommands commands = top_bar_.draw(view, layout.top_bar, layout.kind != LayoutKind::wide);
  focus_wanted_ = {};
  if (layout.lessons.width() > 0) append(commands, lesson_list_.draw(view, layout.lessons));
  if (left_tabs.width() > 0) draw_left_tabs(view, left_tabs, commands);
  if (layout.prose.width() > 0) append(commands, draw_left_panel(view, layout.prose));
  if (layout.code.width() > 0) append(commands, code_.draw(view, layout.code));
  outcome_.draw(view, layout.outcome);
  if (layout.output.width() > 0) append(commands, output_.draw(view, layout.output));
  if (layout.timeline.width() > 0) append(commands, timeline_.draw(view, layout.timeline));
  run_.watch_state(layout.timeline.width() > 0 && timeline_.shows_state());
  draw_tabs(view, layout, commands);
  draw_splitters(view, window, layout);
  return commands;
}

UiCommands Workbench::Desk::draw_left_panel(const View& view, Rect area) {
  if (view.shows_lesson) return prose_.draw(view, area);
  return mode_ == PlayMode::step ? step_panel_.draw(view, area) : explore_panel_.draw(view, area);
}

void Workbench::Desk::draw_left_tabs(const View& view, Rect area, UiCommands& commands) {
  const float middle = std::floor((area.min.x + area.max.x) / 2);
  if (draw_tab(view, {area.min, {middle - 2, area.max.y}}, "tab/lesson", "Lesson", view.shows_lesson)) {
    commands.push_back(command::ShowLesson{true});
  }
  const char* label = mode_ == PlayMode::step ? "Step by step" : "Outcomes";
  if (draw_tab(view, {{middle + 2, area.min.y}, area.max}, "tab/mode", label, !view.shows_lesson)) {
    commands.push_back(command::ShowLesson{false});
  }
}

void Workbench::Desk::draw_splitters(const View& view, Rect window, const Layout& layout) {
  LayoutShares& shares = settings_.shares;
  const auto splitter = [&](const char* name, Rect area, SplitterAxis axis, auto&& follow) {
    if (area.width() <= 0) return;
    float along = axis == SplitterAxis::vertical ? (area.min.x + area.max.x) / 2 : (area.min.y + area.max.y) / 2;
    if (!draw_splitter(view.look, name, area, axis, along)) return;
    follow(along);
    settings_unsaved_ = true;
    settings_changed_at_ = now_;
  };
  splitter("lessons_splitter", layout.lessons_splitter, SplitterAxis::vertical,
           [&](float x) { follow_lessons_splitter(shares, layout, x); });
  splitter("prose_splitter", layout.prose_splitter, SplitterAxis::vertical,
           [&](float x) { follow_prose_splitter(shares, layout, x); });
  splitter("bottom_splitter", layout.bottom_splitter, SplitterAxis::horizontal,
           [&](float y) { follow_bottom_splitter(shares, window, layout, y); });
  splitter("output_splitter", layout.output_splitter, SplitterAxis::vertical,
           [&](float x) { follow_output_splitter(shares, layout, x); });
}

void Workbench::Desk::draw_tabs(const View& view, const Layout& layout, UiCommands& commands) {
  if (layout.kind != LayoutKind::stacked) return;
  if (mode_ != PlayMode::free) {
    const float third = std::floor(layout.upper_tabs.width() / 3);
    const auto place = [&](int index) {
      const float left = layout.upper_tabs.min.x + float(index) * third;
      return Rect{{left + 1, layout.upper_tabs.min.y}, {left + third - 1, layout.upper_tabs.max.y}};
    };
    const bool prose = !tabs_.code;
    if (draw_tab(view, place(0), "tab/lesson", "Lesson", prose && view.shows_lesson)) {
      tabs_.code = false;
      commands.push_back(command::ShowLesson{true});
    }
    const char* label = mode_ == PlayMode::step ? "Steps" : "Outcomes";
    if (draw_tab(view, place(1), "tab/mode", label, prose && !view.shows_lesson)) {
      tabs_.code = false;
      commands.push_back(command::ShowLesson{false});
    }
    if (draw_tab(view, place(2), "tab/Code", "Code", tabs_.code)) tabs_.code = true;
  }
  const auto pair = [&](Rect area, const char* first, const char* second, bool& second_chosen) {
    const float middle = std::floor((area.min.x + area.max.x) / 2);
    const std::string first_name = std::string("tab/") + first;
    const std::string second_name = std::string("tab/") + second;
    if (draw_tab(view, {area.min, {middle - 2, area.max.y}}, first_name.c_str(), first, !second_chosen)) {
      second_chosen = false;
    }
    if (draw_tab(view, {{middle + 2, area.min.y}, area.max}, second_name.c_str(), second, second_chosen)) {
      second_chosen = true;
    }
  };
  if (mode_ == PlayMode::free) pair(layout.upper_tabs, "Lesson", "Code", tabs_.code);
  pair(layout.lower_tabs, "Output", "Timeline", tabs_.timeline);
}

bool Workbench::Desk::draw_tab(const View& view, Rect area, const char* name, const char* label, bool chosen) {
  const Theme& theme = view.look.theme;
  ImGui::SetCursorScreenPos(area.min);
  const bool pressed = ImGui::InvisibleButton(name, {area.width(), area.height()});
  const bool hovered = ImGui::IsItemHovered();
  view.look.widgets.add(name, area);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(area.min, area.max, chosen ? theme.panel : hovered ? theme.hovered : theme.raised, space::radius);
  if (chosen) list.AddRect(area.min, area.max, theme.accent, space::radius);
  draw_focus_ring(view.look, {{area.min.x + 2, area.min.y + 2}, {area.max.x - 2, area.max.y - 2}});
  const ImFont* font = chosen ? view.look.fonts.strong : view.look.fonts.text;
  draw_text_middle(list, font, (area.min.x + area.max.x - measure(font, label).x) / 2, area.min.y, area.height(),
                   chosen ? theme.text : theme.muted, label);
  return pressed;
}

UiCommands Workbench::Desk::take_shortcuts(const View& view) {
  UiCommands commands;
  const ImGuiIO& io = ImGui::GetIO();
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  const bool control = io.KeyCtrl || io.KeySuper;
  if (pressed(ImGuiKey_F5)) {
    if (io.KeyShift) {
      commands.push_back(command::Stop{});
    } else {
      commands.push_back(command::Run{});
    }
  }
  if (control && (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter))) commands.push_back(command::Run{});
  if (pressed(ImGuiKey_Escape) && !popup) {
    if (mode_ == PlayMode::explore) append(commands, {command::StopExploring{}, command::StopSampling{}});
    else if (view.snapshot.running) commands.push_back(command::Stop{});
  }
  if (mode_ == PlayMode::step && !popup) {
    if (ImGui::IsKeyPressed(ImGuiKey_F10)) {
      const auto kind = io.KeyShift ? StepCommand::Kind::back : StepCommand::Kind::forward;
      commands.push_back(command::Step{{kind, StepCommand::Reach::operation, 0, 0}});
    }
    if (!code_.focused() && !io.WantTextInput) append(commands, StepPanel::take_keys(view));
  }
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) keyboard_ = false;
  if (pressed(ImGuiKey_F6)) {
    const int count = int(kPanels.size());
    focus_ = (focus_ + (io.KeyShift ? count - 1 : 1) + (focus_ < 0 && io.KeyShift ? 1 : 0)) % count;
    focus_wanted_ = kPanels[size_t(focus_)];
    if (focus_wanted_ == "prose" && !view.shows_lesson) focus_wanted_ = mode_ == PlayMode::step ? "steps" : "outcomes";
    keyboard_ = true;
  }
  if (io.KeyAlt && pressed(ImGuiKey_PageUp) && lesson_ > 0) commands.push_back(command::OpenLesson{lesson_ - 1});
  if (io.KeyAlt && pressed(ImGuiKey_PageDown) && lesson_ + 1 < library_.lessons().size()) {
    commands.push_back(command::OpenLesson{lesson_ + 1});
  }
  return commands;
}

namespace {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

void Workbench::Desk::execute(const UiCommands& commands) {
  const auto changed = [this] {
    settings_unsaved_ = true;
    settings_changed_at_ = now_;
  };
  for (const UiCommand& one : commands) {
    std::visit(Overloaded{
        [&](const command::Run&) { run(); },
        [&](const command::Stop&) { run_.stop(); },
        [&](const command::SetMode& set) { set_mode(set.mode); },
        [&](const command::ShowLesson& show) {
          shows_lesson_ = show.lesson;
          if (!show.lesson) focus_wanted_ = mode_ == PlayMode::step ? "steps" : "outcomes";
        },
        [&](const command::Step& step) {
          if (stepped_version_ != code_.document().version()) start_stepping({});
          else run_.step(step.command);
        },
        [&](const command::RandomRun&) {
          RunOptions options;
          options.random = true;
          options.seed = next_seed_ += 1 + uint64_t(now_ * 1e6) % 1000003;
          start_stepping(std::move(options));
        },
        [&](const command::OpenSchedule& open) {
          RunLink link = parse_link(open.text);
          if (library_.find(link.lesson) < 0) link.lesson.clear();
          open_link(link, open.step);
        },
        [&](const command::ShareSchedule& what) { share(what); },
        [&](const command::Explore&) { explore(); },
        [&](const command::StopExploring&) { run_.stop_exploring(); },
        [&](const command::Sample&) { sample(); },
        [&](const command::StopSampling&) { run_.stop_sampling(); },
        [&](const command::SetChoices& set) { choices_ = set.choices; },
        [&](const command::OpenWitness& open) {
          if (!run_.exploration() || open.outcome >= run_.exploration()->found->outcomes.size()) return;
          open_link({{}, run_.exploration()->found->outcomes[open.outcome].schedule});
        },
        [&](const command::OpenLesson& open) {
          if (open.index != lesson_) open_lesson(open.index);
        },
        [&](const command::ResetProgram&) { code_.document().replace_all(original_.text, original_.hidden); },
        [&](const command::SetSwitchInterval& interval) {
          settings_.switch_interval = interval.seconds;
          changed();
        },
        [&](const command::ToggleTheme&) {
          settings_.theme = settings_.theme == ThemeVariant::dark ? ThemeVariant::light : ThemeVariant::dark;
          theme_applied_ = false;
          changed();
        },
        [&](const command::GoToFileLine& place) {
          tabs_.code = true;
          code_.show_file_line(place.line);
        },
        [&](const command::OpenLink& link) { platform_.open_link(link.url); },
        [&](const command::FilterOutput& filter) {
          tabs_.timeline = false;
          output_.filter(filter.thread);
        },
        [&](const command::CopyText& copy) { platform_.set_clipboard_text(copy.text); },
    }, one);
  }
}

void Workbench::Desk::load_program() {
  loaded_version_ = code_.document().version();
  run_.load(code_.document().file_text() + "\n", std::string(library_.lessons()[lesson_].file_name()));
}

void Workbench::Desk::follow_edits() {
  const uint64_t version = code_.document().version();
  if (version != seen_version_) {
    seen_version_ = version;
    edited_at_ = now_;
    edit_unsaved_ = true;
  }
  if (loaded_version_ != version && now_ - edited_at_ > kCheckSeconds) load_program();
  if (edit_unsaved_ && now_ - edited_at_ > kStoreSeconds) keep();
}

void Workbench::Desk::follow_run() {
  if (!run_.has_just_ended() || run_.snapshot().outcome.kind != OutcomeKind::finished) return;
  if (settings_.progress.finished.insert(running_lesson_).second) settings_unsaved_ = true;
}

void Workbench::Desk::keep() {
  if (edit_unsaved_) {
    const std::string& id = library_.lessons()[lesson_].id;
    if (edited()) {
      store_edit(platform_, id, {code_.document().text(), code_.document().hidden_lines()});
    } else {
      forget_edit(platform_, id);
    }
    edit_unsaved_ = false;
  }
  if (settings_unsaved_) {
    store_settings(platform_, settings_);
    settings_unsaved_ = false;
  }
}

std::string Workbench::Desk::query(std::string_view json) {
  if (library_.lessons().empty() || !ImGui::GetCurrentContext()) return "{\"ready\":true,\"lessons\":0}";
  const View shown = view();
  const ImGuiIO& io = ImGui::GetIO();
  const std::string program = code_.document().text();
  return answer_query(json, {.view = shown,
                             .program = program,
                             .timeline_window = timeline_.window(),
                             .code_focused = code_.focused(),
                             .window_size = io.DisplaySize,
                             .pixel_ratio = platform_.pixel_ratio(),
                             .frames_per_second = io.Framerate});
}

bool Workbench::Desk::idle() const {
  if (run_.exploration() && run_.exploration()->running) return false;
  if (run_.samples() && run_.samples()->running) return false;
  return !run_.snapshot().running && !edit_unsaved_ && !settings_unsaved_ && !code_.animates() &&
         loaded_version_ == code_.document().version();
}

}  // namespace lockstep
