// Whatever a run does, what its random draws give is a function of the thread that draws and of how many
// times it has drawn before. So there is a search for each such function, as far as it matters: the first
// has every draw give its first value, and tells which draws there were. From a search, those follow in
// which one of the draws that it was the first to meet gives another value, while those before that one
// keep their first. No function comes twice, and none is left out.
#include "session/explore_draws.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "control/schedule.h"
#include "session/explore_findings.h"
#include "vm/random_draws.h"

namespace lockstep {

namespace {

using Draws = ScheduleTerms::Draws;

auto order_of(const ExploredOutcome& outcome) { return std::tie(outcome.kind, outcome.value); }

void add(Exploration& all, const Exploration& some) {
  all.executions += some.executions;
  all.states += some.states;
  all.transitions += some.transitions;
  all.frontier = some.frontier;
  all.fell_back = all.fell_back || some.fell_back;
  for (const ExploredOutcome& outcome : some.outcomes) {
    const auto at = std::lower_bound(
        all.outcomes.begin(), all.outcomes.end(), outcome,
        [](const ExploredOutcome& a, const ExploredOutcome& b) { return order_of(a) < order_of(b); });
    if (at == all.outcomes.end() || order_of(*at) != order_of(outcome)) {
      all.outcomes.insert(at, outcome);
    } else if (outcome.preemptions < at->preemptions) {
      *at = outcome;
    }
  }
  for (const Finding& finding : some.findings) {
    const bool is_known = std::any_of(all.findings.begin(), all.findings.end(),
                                      [&](const Finding& other) { return is_alike(other, finding); });
    if (!is_known) all.findings.push_back(finding);
  }
}

class DrawsSearch {
 public:
  DrawsSearch(const ExploreOptions& options, const ExploreProgress& progress, const ExploreWith& search)
      : options_(options), progress_(progress), search_(search), began_(std::chrono::steady_clock::now()) {}

  Exploration run() {
    all_.complete = true;
    follow({});
    while (!open_.empty() && go_on_ && seconds() < options_.max_seconds && has_executions_left()) {
      const Draws draws = std::move(open_.back());
      open_.pop_back();
      explore_with(draws);
    }
    all_.complete = all_.complete && open_.empty() && go_on_;
    all_.seconds = seconds();
    std::stable_sort(all_.findings.begin(), all_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
    return std::move(all_);
  }

 private:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

  bool has_executions_left() const {
    return options_.max_executions == 0 || all_.executions < options_.max_executions;
  }

  void follow(Draws draws) {
    if (known_.insert(draws).second) open_.push_back(std::move(draws));
  }

  void explore_with(const Draws& draws) {
    ExploreOptions options = options_;
    options.draws = std::make_shared<RandomDraws>(draws);
    options.use_symmetry = false;      // what a thread draws depends on which it is
    options.max_seconds = options_.max_seconds - seconds();
    if (options_.max_executions != 0) options.max_executions = options_.max_executions - all_.executions;
    const Exploration found = search_(options, [&](const Exploration& so_far) {
      if (!progress_) return true;
      Exploration both = all_;
      add(both, so_far);
      both.complete = false;
      both.seconds = seconds();
      go_on_ = progress_(both);
      return go_on_;
    });
    add(all_, found);
    all_.complete = all_.complete && found.complete && !options.draws->left_out();
    follow_others(draws, options.draws->met());
  }

  void follow_others(const Draws& draws, const Draws& met) {
    Draws before = draws;
    for (const auto& [draw, values] : met) {
      const auto chosen = draws.find(draw);
      uint32_t& tried = tried_[draw];
      if (chosen == draws.end()) {
        for (uint32_t value = 1; value < values; ++value) {
          before[draw] = value;
          follow(before);
        }
        before[draw] = 0;
        tried = std::max(tried, values);
      } else if (values > tried) {
        // It has more values in these runs than in those that it was chosen for.
        Draws more = draws;
        for (uint32_t value = tried; value < values; ++value) {
          more[draw] = value;
          follow(more);
        }
        tried = values;
      }
    }
  }

  const ExploreOptions& options_;
  const ExploreProgress& progress_;
  const ExploreWith& search_;
  const std::chrono::steady_clock::time_point began_;
  Exploration all_;
  std::vector<Draws> open_;
  std::set<Draws> known_;
  std::map<RandomDraws::Draw, uint32_t> tried_;   // how many values
  bool go_on_ = true;
};

}  // namespace

Exploration explore_draws(const ExploreOptions& options, const ExploreProgress& progress,
                          const ExploreWith& search) {
  return DrawsSearch(options, progress, search).run();
}

}  // namespace lockstep
