// What the search over states says of what it found: livelocks, witnesses, the good runs nearest to bad
// ones, races.

#include <algorithm>

#include "base/check.h"
#include "control/state_search.h"

namespace lockstep {

namespace {

constexpr size_t kMostEdges = 8'000'000;
constexpr size_t kMostRaces = 100;
constexpr size_t kMostStepsToEnd = 100'000;
constexpr double kNamingAfterStop = 0.03;
constexpr size_t kLongAfterStop = 500;

}  // namespace

// --- Looking back --------------------------------------------------------------------------------

// Which states each state is reached from; nothing if these are too many, or not all are known, or nobody
// is going to ask.
void StateSearch::look_back() {
  const bool may_go_round = clock_goes_on_ || space_.parts_go_round();
  const auto is_good = [](const auto& each) { return each.first.first == EndKind::finished; };
  const auto good = static_cast<size_t>(std::count_if(found_.begin(), found_.end(), is_good));
  const bool has_bad = good > 0 && good < found_.size();
  if (left_out_ || !(may_go_round || has_bad) || progress_.transitions > kMostEdges) return;

  const uint32_t count = space_.states();
  const uint64_t transitions = progress_.transitions;
  std::vector<std::pair<uint32_t, uint32_t>> edges;
  for (uint32_t state = 0; state < count; ++state) {
    if (!keep_going()) return;
    for (const auto& [place, target] : steps_from(state)) edges.emplace_back(state, target);
  }
  ENSURE(space_.states() == count);
  progress_.transitions = transitions;
  begin_back_.assign(count + 1, 0);
  back_.resize(edges.size());
  for (const auto& [from, to] : edges) ++begin_back_[to + 1];
  for (uint32_t i = 0; i < count; ++i) begin_back_[i + 1] += begin_back_[i];
  std::vector<uint32_t> fill(begin_back_.begin(), begin_back_.end() - 1);
  for (const auto& [from, to] : edges) back_[fill[to]++] = from;
}

// All steps from a state, and where they lead.
std::vector<std::pair<uint8_t, uint32_t>> StateSearch::steps_from(uint32_t state) {
  std::vector<std::pair<uint8_t, uint32_t>> steps;
  bool anyone = false;
  const auto places = static_cast<uint32_t>(space_.parts_of(state).size());
  for (uint32_t place = 0; place < places; ++place) {
    const auto parts = space_.parts_of(state);
    if (place > 0 && parts[place] == parts[place - 1]) continue;
    const Target target = follow(state, place);
    anyone = anyone || target.state != kNone || target.was_cut;
    if (target.state != kNone) steps.emplace_back(static_cast<uint8_t>(place), target.state);
  }
  is_stuck_ = false;
  if (anyone) return steps;
  const Target target = time_passes(state);
  if (target.state != kNone) steps.emplace_back(target.by, target.state);
  return steps;
}

// For each state, how many steps it is at least from one of those ends; kNone: there is no way.
std::vector<uint32_t> StateSearch::steps_to_ends(const std::function<bool(const Ending&)>& is_meant) const {
  std::vector<uint32_t> steps(space_.states(), kNone), queue;
  for (const auto& [state, ending] : endings_) {
    if (!is_meant(ending)) continue;
    steps[state] = 0;
    queue.push_back(state);
  }
  for (size_t i = 0; i < queue.size(); ++i) {
    const uint32_t state = queue[i];
    for (uint32_t at = begin_back_[state]; at < begin_back_[state + 1]; ++at) {
      if (steps[back_[at]] != kNone) continue;
      steps[back_[at]] = steps[state] + 1;
      queue.push_back(back_[at]);
    }
  }
  return steps;
}

// States from which there is no way to any end.
void StateSearch::find_livelock() {
  if (begin_back_.empty()) return;
  const auto steps = steps_to_ends([](const Ending&) { return true; });
  const auto stuck = std::find(steps.begin(), steps.end(), kNone);
  if (stuck == steps.end()) return;
  has_livelock_ = true;
  const auto path = path_to(static_cast<uint32_t>(stuck - steps.begin()));
  Found found = run_along(path, false);
  found.outcome.kind = EndKind::limit;
  found.outcome.error = "the threads go round and round from here on, and none ever gets anywhere";
  found.executions = 1;
  const Ending ending{found.outcome.kind, found.outcome.value};
  found_[ending] = found;
  witness_paths_[ending] = path;
}

// The way to a good end that leaves a bad one's at the last moment at which it can.
void StateSearch::find_nearest_good() {
  if (begin_back_.empty()) return;
  const auto steps =
      steps_to_ends([](const Ending& ending) { return ending.first == EndKind::finished; });
  for (auto& [ending, found] : found_) {
    const auto witness = witness_paths_.find(ending);
    if (ending.first == EndKind::finished || witness == witness_paths_.end()) continue;
    std::vector<Step> path = witness->second;
    while (!path.empty()) {
      const Step last = path.back();
      path.pop_back();
      Step best;
      uint32_t state = kNone;
      for (const auto& [place, target] : steps_from(last.from)) {
        if (place == last.place || steps[target] == kNone) continue;
        if (state != kNone && steps[target] >= steps[state]) continue;
        best = {last.from, place};
        state = target;
      }
      if (state == kNone) continue;
      path.push_back(best);
      while (steps[state] > 0) {
        for (const auto& [place, target] : steps_from(state)) {
          if (steps[target] >= steps[state]) continue;
          path.push_back({state, place});
          state = target;
          break;
        }
      }
      found.nearest_good = run_along(path, true).schedule;
      break;
    }
  }
}

// --- Witnesses -----------------------------------------------------------------------------------

// The steps of a path, with the ids of the threads in one run along it.
std::vector<StateSearch::Leap> StateSearch::leaps_of(const std::vector<Step>& path) {
  std::vector<Leap> leaps;
  model_.restore(copies_[0].token);
  here_ = kNone;
  StateSpace::Placed placed = copies_[0].placed;
  for (size_t i = 0; i < path.size(); ++i) {
    const Step& step = path[i];
    const uint32_t to = i + 1 < path.size() ? path[i + 1].from : kNone;
    if (step.place == kNobody) {
      make_along(step, to, placed);
      continue;
    }
    // Of threads alike, who made the last step goes on: another one would interrupt it for nothing.
    StateSpace::Entry& entry = placed.entries[step.place];
    for (StateSpace::Entry& other : placed.entries) {
      if (leaps.empty() || other.part != entry.part || other.task != leaps.back().mover) continue;
      std::swap(other.task, entry.task);
      break;
    }
    leaps.push_back({entry.task, placed.entries.size() == 1, {}});
    make_along(step, to, placed);
    leaps.back().steps = model_.last_steps();
  }
  return leaps;
}

// Runs the program along a path, step by step, as a schedule says it. What a leap makes of others' steps, that
// nobody notices, they make when they go on, or when somebody cannot go on without it: at once it would be
// preemptions.
StateSearch::Found StateSearch::run_along(const std::vector<Step>& path, bool to_the_end) {
  const std::vector<Leap> leaps = leaps_of(path);
  Found found;
  found.schedule = Schedule(options_.terms);
  model_.rewind();
  here_ = kNone;

  std::vector<uint32_t> enabled;
  std::vector<uint32_t> owed;     // whose steps are still to be made
  const auto is_in = [](const std::vector<uint32_t>& ids, uint32_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  const auto make = [&](uint32_t task) {
    if (enabled.size() > 1) found.schedule.choices.push_back(task);
    const auto current = model_.current();
    if (current.has_value() && *current != task) ++found.preemptions;
    model_.step(task);
    ++progress_.executed;
    const auto debt = std::find(owed.begin(), owed.end(), task);
    if (debt != owed.end()) owed.erase(debt);
    enabled = model_.enabled();
  };
  // Somebody who owes one makes a step: who goes on anyway, if possible.
  const auto make_owed_step = [&] {
    const auto current = model_.current();
    if (current.has_value() && is_in(owed, *current) && is_in(enabled, *current)) {
      make(*current);
      return true;
    }
    const auto able = std::find_if(owed.begin(), owed.end(), [&](uint32_t id) { return is_in(enabled, id); });
    if (able == owed.end()) return false;
    make(*able);
    return true;
  };
  const auto make_all_of = [&](uint32_t mover) {
    while (is_in(owed, mover)) {
      if (is_in(enabled, mover)) {
        make(mover);
      } else if (!make_owed_step()) {
        return;
      }
    }
  };

  enabled = model_.enabled();
  owed = first_steps_;
  make_all_of(0);
  for (const Leap& leap : leaps) {
    // Whoever is alone makes fewer steps: who has ended is to be gone by then.
    while (leap.is_alone && make_owed_step()) {
    }
    owed.insert(owed.end(), leap.steps.begin(), leap.steps.end());
    make_all_of(leap.mover);
  }
  while (make_owed_step()) {
  }
  for (size_t made = 0; to_the_end && !enabled.empty(); ++made) {
    if (made == kMostStepsToEnd) throw InternalError("a path of the search does not end");
    const auto current = model_.current();
    make(current.has_value() && is_in(enabled, *current) ? *current : enabled.front());
  }
  found.outcome = model_.outcome();
  return found;
}

void StateSearch::set_witness(const Ending& ending, const std::vector<Step>& path) {
  Found found = run_along(path, true);
  if (found.outcome.kind != ending.first || found.outcome.value != ending.second) {
    throw InternalError("a witness of the search does not lead where it should");
  }
  found.executions = 1;
  found_[ending] = std::move(found);
  witness_paths_[ending] = path;
}

// --- Races ---------------------------------------------------------------------------------------

// Between the thread at `place` and all others.
void StateSearch::look_for_races(uint32_t state, uint32_t place) {
  const auto parts = space_.parts_of(state);
  const StateSpace::PartFacts& own = space_.facts(parts[place]);
  if (own.access_class == 0) return;
  for (uint32_t i = 0; i < parts.size(); ++i) {
    const StateSpace::PartFacts& other = space_.facts(parts[i]);
    if (i == place || other.access_class == 0) continue;
    const uint32_t first = std::min(own.access_class, other.access_class);
    const uint32_t second = std::max(own.access_class, other.access_class);
    const uint64_t pair = (uint64_t{first} << 32) | second;
    uint64_t& recent = recent_pairs_[(uint64_t{first} * 31 + second) % recent_pairs_.size()];
    if (recent == pair) continue;
    // What main will do after it has waited for the other is no race with it.
    if ((own.is_main || other.is_main) && has_awaited(state)) continue;
    recent = pair;
    if (looked_at_.insert(pair).second) note_race(state, std::min(i, place), std::max(i, place));
  }
}

void StateSearch::note_race(uint32_t state, uint32_t first, uint32_t second) {
  const StateSpace::Part& a = space_.part(space_.parts_of(state)[first]);
  const StateSpace::Part& b = space_.part(space_.parts_of(state)[second]);
  if (!a.access.touches_data || !b.access.touches_data) return;
  if (!a.access.writes && !b.access.writes) return;
  if (a.part.words[a.access.object_place] != b.part.words[b.access.object_place]) return;
  const uint32_t detail = a.access.detail;
  if (detail != b.access.detail && detail != 0 && b.access.detail != 0) return;
  Race race;
  race.first.line = std::min(a.access.line, b.access.line);
  race.second.line = std::max(a.access.line, b.access.line);
  race.state = state;
  race.places = {first, second};
  const bool known = std::any_of(races_.begin(), races_.end(), [&](const Race& other) {
    return other.first.line == race.first.line && other.second.line == race.second.line;
  });
  if (!known && races_.size() < kMostRaces) races_.push_back(std::move(race));
}

// Names are known only while the model stands there.
void StateSearch::name_races() {
  const double began = now_in_seconds();
  std::erase_if(races_, [&](Race& race) {
    // Who has asked to stop does not wait for long.
    const auto path = path_to(race.state);
    if (stopped_ && (path.size() > kLongAfterStop || now_in_seconds() - began > kNamingAfterStop)) {
      return true;
    }
    if (!go_to(race.state)) return true;
    const auto describe = [&](uint32_t place, Race::Place& out) {
      const uint32_t task = here_placed_.entries[place].task;
      for (const StateReading::Thread& thread : reading_.threads) {
        if (thread.task != task) continue;
        out.line = thread.access.line;
        out.thread = model_.name_of_thread(task);
        race.object = model_.name_of(thread.access);
        race.is_plain = race.is_plain && model_.is_plain_access(task);
      }
    };
    describe(race.places.first, race.first);
    describe(race.places.second, race.second);
    if (race.second.line < race.first.line) std::swap(race.first, race.second);
    race.schedule = run_along(path, false).schedule;
    return !race.is_plain;
  });
  std::sort(races_.begin(), races_.end(), [](const Race& a, const Race& b) {
    return std::pair(a.first.line, a.second.line) < std::pair(b.first.line, b.second.line);
  });
}

}  // namespace lockstep
