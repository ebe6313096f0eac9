// What the modes do: running free, stepping, exploring; and the links that lead to a run.
#include "workbench/desk.h"

namespace lockstep {
namespace {

// Longer addresses are cut on their way through mails and chats.
constexpr size_t kLongestAddress = 1800;

}  // namespace

void Workbench::Desk::run() {
  switch (mode_) {
    case PlayMode::free: return run_free();
    case PlayMode::step: return start_stepping({});
    case PlayMode::explore: return explore();
  }
}

void Workbench::Desk::start_stepping(RunOptions options) {
  if (loaded_version_ != code_.document().version()) load_program();
  mode_ = PlayMode::step;
  shows_lesson_ = false;
  tabs_.code = false;
  focus_wanted_ = "steps";
  options.mode = RunMode::step;
  running_lesson_ = library_.lessons()[lesson_].id;
  stepped_version_ = code_.document().version();
  run_.run(options);
}

ExploreOptions Workbench::Desk::explore_options() const {
  ExploreOptions options;
  options.observe = choices_.observe;
  options.expression = choices_.expression;
  options.arbitrary_time = choices_.arbitrary_time;
  options.try_draws = choices_.try_draws;
  options.max_preemptions = choices_.max_preemptions;
  options.max_seconds = choices_.seconds;
  if (options.observe == ExploreOptions::Observe::expression && options.expression.empty()) {
    options.observe = ExploreOptions::Observe::last_line;
  }
  return options;
}

void Workbench::Desk::explore() {
  if (loaded_version_ != code_.document().version()) load_program();
  shows_lesson_ = false;
  tabs_.code = false;
  run_.explore(explore_options());
}

void Workbench::Desk::sample() {
  if (loaded_version_ != code_.document().version()) load_program();
  SampleOptions options;
  options.order = choices_.order;
  options.runs = choices_.runs;
  options.max_seconds = choices_.seconds;
  options.switch_interval = settings_.switch_interval;
  options.explore = explore_options();
  if (options.order == SampleOptions::Order::free && options.explore.observe == ExploreOptions::Observe::expression) {
    options.explore.observe = ExploreOptions::Observe::last_line;
  }
  // Other runs each time, but always the same ones after the same clicks.
  options.first_seed = run_.samples() ? run_.samples()->number * 1'000'003 + 1 : 1;
  run_.sample(options);
}

void Workbench::Desk::set_mode(PlayMode mode) {
  if (mode == mode_) return;
  const bool left_steps = mode_ == PlayMode::step;
  mode_ = mode;
  shows_lesson_ = mode == PlayMode::free;
  if (left_steps) run_.forget();
  if (mode == PlayMode::step) start_stepping({});
  if (mode == PlayMode::explore) focus_wanted_ = "outcomes";
}

void Workbench::Desk::open_link(const RunLink& link, uint64_t step) {
  if (const int lesson = library_.find(link.lesson); lesson >= 0 && size_t(lesson) != lesson_) open_lesson(size_t(lesson));
  if (link.schedule.empty()) return;
  RunOptions options;
  options.schedule = link.schedule;
  start_stepping(std::move(options));
  if (step > 0) run_.step({StepCommand::Kind::go_to, StepCommand::Reach::operation, 0, step});
}

void Workbench::Desk::share(const command::ShareSchedule& share) {
  const Moment* moment = run_.snapshot().moment.get();
  if (!moment) return;
  const RunLink link{library_.lessons()[lesson_].id, *moment->schedule};
  platform_.set_clipboard_text(share.link ? platform_.link_to(link_fragment(link)) : link.schedule);
}

// The code shows where the thread went that moved.
void Workbench::Desk::follow_moment() {
  const Snapshot& snapshot = run_.snapshot();
  if (snapshot.moment && (seen_run_ != snapshot.run || seen_step_ != snapshot.moment->step)) {
    seen_run_ = snapshot.run;
    seen_step_ = snapshot.moment->step;
    const uint32_t mover = snapshot.moment->last ? snapshot.moment->last->thread : 0;
    for (const ThreadView& thread : snapshot.threads) {
      if (thread.id == mover && thread.line > 0) code_.reveal_file_line(thread.line);
    }
  }
  keep_address();
}

// The page's address leads to what is shown: the lesson, and the run that is stepped if the program is the
// lesson's own.
void Workbench::Desk::keep_address() {
  if (library_.lessons().empty()) return;
  const Moment* moment = run_.snapshot().moment.get();
  if (mode_ == PlayMode::step && (!moment || run_.snapshot().running)) return;
  RunLink link{library_.lessons()[lesson_].id, {}};
  if (mode_ == PlayMode::step && moment->length > 0 && !edited() && moment->schedule->size() < kLongestAddress) {
    link.schedule = *moment->schedule;
  }
  std::string fragment = link_fragment(link);
  if (fragment == address_) return;
  address_ = std::move(fragment);
  platform_.set_address_fragment(address_);
}

void Workbench::Desk::run_free() {
  if (loaded_version_ != code_.document().version()) load_program();
  RunOptions options;
  options.switch_interval = settings_.switch_interval;
  running_lesson_ = library_.lessons()[lesson_].id;
  run_.run(options);
}

}  // namespace lockstep
