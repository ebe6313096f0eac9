// The search is a walk through the tree whose nodes are the points where more than one task could
// go on and whose leaves are the ends of executions. At a node the run is copied; each task that
// was enabled there makes the next step in turn, and after the part of the tree below has been
// walked, the copy is put back for the next one. Between two nodes there is nothing to decide and
// nothing to copy. The path from the root is kept by hand, so its length is bounded by memory and
// not by the stack.
//
// A task that can simply go on is tried first: schedules with few preemptions come early, which a
// search that a budget ends profits from. The fewest preemptions of an outcome are known for
// certain only when the search was complete.

#include "control/explorer.h"

#include <algorithm>
#include <chrono>

#include "base/check.h"

namespace lockstep {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Steps between two looks at the clock.
constexpr int kStepsPerLook = 64;

}  // namespace

Explorer::Explorer(Replica& replica, Options options) : replica_(replica), options_(options) {}

Explorer::~Explorer() {
  for (const Node& node : path_) replica_.discard(node.token);
}

bool Explorer::advance(Time slice) {
  const auto start = Clock::now();
  const double before = seconds_;
  const double slice_seconds = static_cast<double>(slice) / kSecond;
  while (!over_) {
    for (int i = 0; i < kStepsPerLook && !over_; ++i) visit();
    const double used = seconds_since(start);
    seconds_ = before + used;
    const bool out_of_budget =
        seconds_ >= options_.max_seconds || cancelled_.load(std::memory_order_relaxed);
    if (!over_ && out_of_budget) {
      over_ = true;
      left_out_ = true;
    }
    if (used >= slice_seconds) break;
  }
  return over_;
}

// Makes one step forward from where the replica stands, or comes to an end there and goes back.
void Explorer::visit() {
  std::vector<uint32_t> enabled;
  if (!cut_) enabled = replica_.enabled();
  if (!enabled.empty() && steps_ >= options_.max_steps) cut_ = true;
  if (enabled.empty() || cut_) {
    note_outcome();
    if (!over_) try_next();
    return;
  }
  if (enabled.size() == 1) {
    make_step(enabled.front());
    return;
  }

  Node node;
  node.current = replica_.current();
  node.preemptions = preemptions_;
  node.steps = steps_;
  node.token = replica_.save();
  std::reverse(enabled.begin(), enabled.end());
  const auto same = std::find(enabled.begin(), enabled.end(), node.current.value_or(UINT32_MAX));
  if (same != enabled.end()) std::rotate(same, same + 1, enabled.end());
  node.untried = std::move(enabled);
  path_.push_back(std::move(node));
  try_next();
}

// Puts the run back to the last node that has a task left to try, and makes its step.
void Explorer::try_next() {
  while (!path_.empty()) {
    Node& node = path_.back();
    choices_.resize(path_.size() - 1);
    while (!node.untried.empty()) {
      const uint32_t task = node.untried.back();
      node.untried.pop_back();
      const bool preempts = node.current.has_value() && *node.current != task;
      if (preempts && node.preemptions >= options_.max_preemptions) {
        left_out_ = true;
        continue;
      }
      replica_.restore(node.token);
      preemptions_ = node.preemptions + (preempts ? 1 : 0);
      steps_ = node.steps;
      cut_ = false;
      choices_.push_back(task);
      make_step(task);
      return;
    }
    replica_.discard(node.token);
    path_.pop_back();
  }
  over_ = true;
}

void Explorer::make_step(uint32_t task) {
  ++steps_;
  transitions_.fetch_add(1, std::memory_order_relaxed);
  if (replica_.step(task) == Replica::Step::limit) cut_ = true;
}

void Explorer::note_outcome() {
  ExecutionOutcome outcome = replica_.outcome();
  if (cut_) {
    outcome.kind = EndKind::limit;
    left_out_ = true;
  }
  const uint64_t executions = executions_.fetch_add(1, std::memory_order_relaxed) + 1;
  auto [at, is_new] = found_.try_emplace({outcome.kind, outcome.value});
  Found& found = at->second;
  ++found.executions;
  if (is_new || preemptions_ < found.preemptions) {
    found.outcome = std::move(outcome);
    found.preemptions = preemptions_;
    found.schedule = Schedule(options_.terms);
    found.schedule.choices = choices_;
  }
  if (is_new) outcomes_.fetch_add(1, std::memory_order_relaxed);
  if (executions >= options_.max_executions) {
    const bool more = std::any_of(path_.begin(), path_.end(),
                                  [](const Node& node) { return !node.untried.empty(); });
    left_out_ = left_out_ || more;
    over_ = true;
  }
}

Explorer::Progress Explorer::progress() const {
  Progress progress;
  progress.executions = executions_.load(std::memory_order_relaxed);
  progress.transitions = transitions_.load(std::memory_order_relaxed);
  progress.states = progress.transitions + 1;  // the first one, and one after every step
  progress.outcomes = outcomes_.load(std::memory_order_relaxed);
  return progress;
}

std::vector<Explorer::Found> Explorer::found() const {
  std::vector<Found> all;
  for (const auto& [key, found] : found_) all.push_back(found);
  return all;
}

}  // namespace lockstep
