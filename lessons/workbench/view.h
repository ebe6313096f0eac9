#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "session/explore.h"
#include "session/sample.h"
#include "session/session.h"
#include "workbench/lesson_library.h"
#include "workbench/output_log.h"
#include "workbench/timeline_model.h"
#include "workbench/widgets.h"

namespace lockstep {

// Who decides which thread goes next.
enum class PlayMode : uint8_t {
  free,      // the operating system: real threads, real time
  step,      // the learner, one step after the other
  explore,   // every order in turn
};

// What an exploration and runs by chance look at, and how far they go.
struct ExploreChoices {
  ExploreOptions::Observe observe = ExploreOptions::Observe::last_line;
  std::string expression;             // Observe::expression
  bool arbitrary_time = false;
  bool try_draws = false;             // every value of a random draw
  int max_preemptions = -1;           // -1: any number
  double seconds = 60;
  uint64_t runs = 200;                // by chance
  SampleOptions::Order order = SampleOptions::Order::random;
};

// What the learner has done with the lessons so far.
struct LessonProgress {
  std::set<std::string, std::less<>> visited;    // ids of lessons that were opened
  std::set<std::string, std::less<>> finished;   // ... whose program ran to its end
};

// Everything a panel may look at in a frame. Panels change nothing of it: they return commands.
struct View {
  Look look;
  const LessonLibrary& library;
  size_t lesson = 0;                  // the open one; requires library.lessons() not empty
  const LessonProgress& progress;
  const Snapshot& snapshot;
  const OutputLog& output;
  const TimelineModel& timeline;
  const std::vector<Diagnostic>& diagnostics;   // of the program as it stands in the editor
  double switch_interval = 0.005;
  bool edited = false;                // the program differs from the lesson's
  bool free_runs_possible = true;
  PlayMode mode = PlayMode::free;
  bool shows_lesson = true;           // beside the code, instead of the mode's own panel
  bool outdated = false;              // the program was changed after the run or exploration began
  const ExplorationView* exploration = nullptr;   // null: none yet
  const SamplesView* samples = nullptr;           // null: none yet
  const ExploreChoices& choices;
  bool has_links = false;             // the platform can make a link to a run
  double now = 0;                     // seconds, of the platform's clock
  float width = 0;                    // of the window

  // The name of one of the run's threads.
  std::string thread_name(uint32_t id) const;

  const Lesson& open_lesson() const { return library.lessons()[lesson]; }

  // The moment of a stepped run that is shown, or null.
  const Moment* moment() const { return snapshot.moment.get(); }
};

namespace command {
struct Run {};                                // begins what the mode does, from its beginning
struct SetMode { PlayMode mode = PlayMode::free; };
struct ShowLesson { bool lesson = true; };    // or the mode's own panel
struct Step { StepCommand command; };
struct RandomRun {};                          // a stepped run by a new seed
struct OpenSchedule {
  std::string text;                           // a schedule, or a link that holds one
  uint64_t step = 0;                          // the moment to go to
};
struct ShareSchedule { bool link = false; };  // into the clipboard
struct Explore {};                            // every order
struct StopExploring {};
struct Sample {};                             // many runs by chance
struct StopSampling {};
struct SetChoices { ExploreChoices choices; };
struct OpenWitness { size_t outcome = 0; };   // of the exploration
struct Stop {};
struct OpenLesson { size_t index = 0; };
struct ResetProgram {};
struct SetSwitchInterval { double seconds = 0; };
struct ToggleTheme {};
struct GoToFileLine { int line = 0; };        // shows a line in the code
struct OpenLink { std::string url; };
struct FilterOutput { int thread = -1; };      // -1: every thread
struct CopyText { std::string text; };
}  // namespace command

using UiCommand =
    std::variant<command::Run, command::SetMode, command::ShowLesson, command::Step, command::RandomRun,
                 command::OpenSchedule, command::ShareSchedule, command::Explore,
                 command::StopExploring, command::Sample, command::StopSampling, command::SetChoices,
                 command::OpenWitness, command::Stop, command::OpenLesson, command::ResetProgram,
                 command::SetSwitchInterval, command::ToggleTheme, command::GoToFileLine,
                 command::OpenLink, command::FilterOutput, command::CopyText>;
using UiCommands = std::vector<UiCommand>;

// "1 step", "2 steps".
std::string plural(uint64_t count, std::string_view noun);

// "Thread-1" for "Thread-1 (worker)": where the whole name has no room.
std::string_view short_thread_name(std::string_view name);

// Moves what `from` holds to the end of `to`.
inline void append(UiCommands& to, UiCommands from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace lockstep
