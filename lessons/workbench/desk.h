#pragma once

#include <string>
#include <string_view>

#include "workbench/code_view.h"
#include "workbench/explore_panel.h"
#include "workbench/layout.h"
#include "workbench/lesson_library.h"
#include "workbench/lesson_list.h"
#include "workbench/outcome_bar.h"
#include "workbench/output_view.h"
#include "workbench/platform.h"
#include "workbench/prose_view.h"
#include "workbench/run_follower.h"
#include "workbench/run_link.h"
#include "workbench/settings.h"
#include "workbench/step_panel.h"
#include "workbench/timeline_view.h"
#include "workbench/top_bar.h"
#include "workbench/workbench.h"

namespace lockstep {

// The panels and what they share: lays them out, lets each draw, and does what they ask for.
class Workbench::Desk {
 public:
  Desk(Platform& platform, Options options);
  ~Desk();

  void frame();
  void load_fonts(double pixel_ratio);
  std::string query(std::string_view json);
  bool idle() const;

 private:
  View view();
  void open_lesson(size_t index);
  bool edited() const;
  void execute(const UiCommands& commands);
  void run();                      // what the mode does
  void run_free();
  void start_stepping(RunOptions options);
  void explore();
  void sample();
  ExploreOptions explore_options() const;
  void set_mode(PlayMode mode);
  void open_link(const RunLink& link, uint64_t step = 0);
  void share(const command::ShareSchedule& share);
  void follow_moment();
  void keep_address();
  void follow_edits();
  void follow_run();
  void keep();                     // stores what has changed
  UiCommands draw_panels(const View& view, Rect window);
  UiCommands draw_left_panel(const View& view, Rect area);
  void draw_left_tabs(const View& view, Rect area, UiCommands& commands);
  void draw_splitters(const View& view, Rect window, const Layout& layout);
  void draw_tabs(const View& view, const Layout& layout, UiCommands& commands);
  bool draw_tab(const View& view, Rect area, const char* name, const char* label, bool chosen);
  UiCommands take_shortcuts(const View& view);
  void load_program();

  Platform& platform_;
  LessonLibrary library_;
  WorkbenchSettings settings_;
  RunFollower run_;
  Fonts fonts_;
  WidgetMap widgets_;

  TopBar top_bar_;
  LessonList lesson_list_;
  ProseView prose_;
  CodeView code_;
  OutcomeBar outcome_;
  OutputView output_;
  TimelineView timeline_;
  StepPanel step_panel_;
  ExplorePanel explore_panel_;

  ExploreChoices choices_;
  PlayMode mode_ = PlayMode::free;
  bool shows_lesson_ = true;       // beside the code, in modes that have a panel of their own
  uint64_t stepped_version_ = 0;   // of the program that is stepped
  uint64_t seen_run_ = 0;          // the moment that was followed last
  uint64_t seen_step_ = 0;
  std::string address_;            // the fragment that the page's address has
  uint64_t next_seed_ = 0;
  size_t lesson_ = 0;
  LessonProgram original_;         // of the open lesson
  LayoutTabs tabs_;
  std::string running_lesson_;     // the one whose program was run last
  int focus_ = -1;                 // the panel that F6 has reached
  std::string_view focus_wanted_;
  bool keyboard_ = false;          // F6 was pressed since the mouse was
  uint64_t loaded_version_ = 0;    // of the program that the session has
  uint64_t seen_version_ = 0;      // of the program in the editor
  double edited_at_ = 0;
  bool edit_unsaved_ = false;
  bool settings_unsaved_ = false;
  double settings_changed_at_ = 0;
  bool theme_applied_ = false;
  bool free_runs_possible_ = true;
  double now_ = 0;
};

}  // namespace lockstep
