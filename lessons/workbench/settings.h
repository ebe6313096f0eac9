#pragma once

#include <optional>
#include <string>

#include "workbench/layout.h"
#include "workbench/platform.h"
#include "workbench/lesson_program.h"
#include "workbench/view.h"

namespace lockstep {

// What outlives the program, besides the edits.
struct WorkbenchSettings {
  ThemeVariant theme = ThemeVariant::dark;
  std::string lesson;                  // id of the one that was open
  double switch_interval = 0.005;
  LayoutShares shares;
  LessonProgress progress;
};

// Where something cannot be read, it stays as it is by default.
WorkbenchSettings load_settings(Platform& platform);
void store_settings(Platform& platform, const WorkbenchSettings& settings);

// The learner's version of a lesson's program.
std::optional<LessonProgram> load_edit(Platform& platform, const std::string& lesson_id);
void store_edit(Platform& platform, const std::string& lesson_id, const LessonProgram& program);
void forget_edit(Platform& platform, const std::string& lesson_id);

}  // namespace lockstep
