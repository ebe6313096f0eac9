// The search goes from state to state, not from schedule to schedule: ten workers that take turns
// with a lock have millions of schedules and a few dozen states.
//
// A state is expanded by making one step of each of its threads. Almost always that step is known:
// another state with the same shared part and the same part of that thread made it before, and what
// it does depends on nothing else (StateSpace::Move). Only if it is not, the machine is brought into that
// state, by a copy of an earlier one and the steps from there on, and makes the step. So the machine
// executes each different step once, however many states it leads between, and no copies of states
// are needed but a few recent ones.
//
// Steps that nobody else can notice are no steps of the search at all: the model makes them at once
// (StateModel::leap).
//
// The order in which states are found says nothing of preemptions. A second search, over states with
// the thread that went last, goes by their number: those that need none first. It ends when every
// outcome has been reached, and is quick, since all steps are known by then. With a bound on
// preemptions it is the only one.

#include "control/state_search.h"

#include <algorithm>
#include <chrono>
#include <deque>

#include "base/check.h"

namespace lockstep {

namespace {

constexpr size_t kCopies = 256;
constexpr size_t kBatch = 64;
constexpr size_t kAhead = 12;
constexpr size_t kLongWay = 8;
constexpr uint64_t kAskEvery = 1'000;  // steps that are known, or one that is not
constexpr double kTellEvery = 0.02;

uint64_t key_of(uint32_t state, uint32_t place) { return (uint64_t{state} << 8) | place; }

}  // namespace

double StateSearch::now_in_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

StateSearch::StateSearch(StateModel& model, Options options) : model_(model), options_(options) {}

StateSearch::~StateSearch() {
  for (const Copy& copy : copies_) {
    if (copy.state != kNone) model_.discard(copy.token);
  }
}

void StateSearch::run(const std::function<bool(const Progress&)>& go_on) {
  go_on_ = go_on;
  started_ = last_told_ = now_in_seconds();
  begin();
  if (!stopped_) {
    if (options_.max_preemptions >= 0) {
      explore_by_preemptions(options_.max_preemptions);
    } else {
      explore();
      const bool was_stopped = stopped_;
      if (!was_stopped) {
        look_back();
        find_livelock();
        explore_by_preemptions(-1);
      }
      left_out_ = left_out_ || was_stopped;
      stopped_ = was_stopped;
    }
  }
  complete_ = !left_out_ && !(stopped_ && options_.max_preemptions >= 0);
  find_nearest_good();
  name_races();
  progress_.seconds = now_in_seconds() - started_;
}

// False when the search has to end before it is done.
bool StateSearch::keep_going() {
  const bool is_full = progress_.executions >= options_.max_executions || space_.states() >= options_.max_states ||
                       space_.bytes() >= options_.max_bytes;
  if (is_full) stopped_ = true;
  if (stopped_) return false;
  // To ask for the time takes as long as a few steps that are known.
  const uint64_t work = progress_.transitions + kAskEvery * progress_.executed;
  if (work - last_asked_ < kAskEvery) return true;
  last_asked_ = work;
  const double now = now_in_seconds();
  progress_.seconds = now - started_;
  if (progress_.seconds >= options_.max_seconds) stopped_ = true;
  if (now - last_told_ >= kTellEvery) {
    last_told_ = now;
    if (go_on_ && !go_on_(progress())) stopped_ = true;
  }
  return !stopped_;
}

StateSearch::Progress StateSearch::progress() const {
  Progress progress = progress_;
  progress.states = space_.states();
  progress.frontier = open_.size();
  progress.outcomes = found_.size();
  return progress;
}

std::vector<StateSearch::Found> StateSearch::found() const {
  std::vector<Found> all;
  for (const auto& [ending, found] : found_) all.push_back(found);
  return all;
}

// --- The model -----------------------------------------------------------------------------------

void StateSearch::begin() {
  if (model_.begin() == Replica::Step::limit) {
    note_cut();
    stopped_ = true;
    return;
  }
  first_steps_ = model_.last_steps();
  model_.read(reading_);
  here_placed_ = space_.place(reading_);
  here_ = reach(here_placed_, kNone, kNobody);
  // The others' first steps are made when these go on: see run_along().
  for (size_t i = 0; i < here_placed_.entries.size(); ++i) {
    if (here_placed_.entries[i].task == 0) first_current_ = static_cast<uint8_t>(i);
  }
  keep_copy(here_);
}

// The copy of the first state is kept for good, the others for a while.
void StateSearch::keep_copy(uint32_t state) {
  if (copy_of_.contains(state)) return;
  size_t at = copies_.size();
  if (at < kCopies) {
    copies_.emplace_back();
  } else {
    next_copy_ = next_copy_ + 1 < kCopies ? next_copy_ + 1 : 1;
    at = next_copy_;
    model_.discard(copies_[at].token);
    copy_of_.erase(copies_[at].state);
  }
  copies_[at] = {state, model_.save(), here_placed_};
  copy_of_[state] = at;
}

std::vector<StateSearch::Step> StateSearch::path_to(uint32_t state) const {
  std::vector<Step> path;
  for (; came_from_[state].from != kNone; state = came_from_[state].from) {
    path.push_back(came_from_[state]);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<StateSearch::Step> StateSearch::path_to_node(uint32_t node) const {
  std::vector<Step> path;
  for (; nodes_[node].from != kNone; node = nodes_[node].from) {
    path.push_back({nodes_[nodes_[node].from].state, nodes_[node].place});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

// Brings the model into a state. False: the clock has gone on there by itself, since nobody could
// do anything.
bool StateSearch::go_to(uint32_t state) {
  if (here_ != state) {
    std::vector<Step> path;
    uint32_t at = state;
    while (!copy_of_.contains(at)) {
      path.push_back(came_from_[at]);
      at = came_from_[at].from;
    }
    const Copy& copy = copies_[copy_of_.at(at)];
    model_.restore(copy.token);
    here_placed_ = copy.placed;
    here_ = kNone;
    // On a long way a copy is left in the middle: others are likely to come by there.
    const size_t middle = path.size() >= kLongWay ? path.size() / 2 : path.size();
    for (size_t i = path.size(); i-- > 0;) {
      if (i == middle) keep_copy(path[i].from);
      make_along(path[i], i == 0 ? state : path[i - 1].from, here_placed_);
    }
    model_.read(reading_);
    // What is told as a whole tells the ids of the threads, and these may be others on another way there.
    const bool is_there = reading_.is_whole && space_.is_whole(here_placed_) && space_.is(state, here_placed_);
    if (!is_there) here_placed_ = space_.place(reading_);
    here_ = space_.is(state, here_placed_) ? state : kNone;
  }
  return here_ == state;
}

// Has the model, which stands in `placed`, make a step of a path, and says where it stands then: in `to`, if that
// is known.
void StateSearch::make_along(const Step& step, uint32_t to, StateSpace::Placed& placed) {
  if (step.place != kNobody) {
    const uint32_t next_task = model_.next_task();
    model_.leap(placed.entries[step.place].task);
    ++progress_.executed;
    const StateSpace::Move& move = space_.move(placed.shared, placed.entries[step.place].part);
    if (move.kind == StateSpace::Move::Kind::made && !is_waiting(step.from, step.place) &&
        space_.apply(placed, step.place, move, next_task, to_)) {
      std::swap(placed, to_);
      return;
    }
    const auto origin = origins_.find(key_of(step.from, step.place));
    if (origin != origins_.end() && to != kNone) {
      to_.shared = space_.shared_of(to);
      to_.entries.clear();
      for (const uint32_t part : space_.parts_of(to)) {
        const uint8_t from = origin->second[to_.entries.size()];
        const uint32_t task = from >= kBorn ? next_task + (from - kBorn) : placed.entries[from].task;
        to_.entries.push_back({part, task});
      }
      std::swap(placed, to_);
      return;
    }
  }
  model_.read(after_);
  placed = space_.place(after_);
}

// --- Steps ---------------------------------------------------------------------------------------

uint32_t StateSearch::reach(const StateSpace::Placed& placed, uint32_t from, uint8_t place) {
  bool is_new = false;
  const uint32_t state = space_.intern(placed, is_new);
  if (is_new) note_new(state, from, place, kNone);
  return state;
}

// `own_place`: of the only thread that stands elsewhere than in the state it came from; kNone: others may, too.
void StateSearch::note_new(uint32_t state, uint32_t from, uint8_t place, uint32_t own_place) {
  ENSURE(state == came_from_.size());
  came_from_.push_back({from, place});
  open_.push_back(state);
  if (own_place != kNone) return look_for_races(state, own_place);
  const auto count = static_cast<uint32_t>(space_.parts_of(state).size());
  for (uint32_t i = 0; i + 1 < count; ++i) look_for_races(state, i);
}

// The main thread waits for others to end before it does what it stands before.
bool StateSearch::is_waiting(uint32_t state, uint32_t place) const {
  return space_.facts(space_.parts_of(state)[place]).is_main && has_awaited(state);
}

bool StateSearch::has_awaited(uint32_t state) const {
  const auto parts = space_.parts_of(state);
  return std::any_of(parts.begin(), parts.end(),
                     [&](uint32_t part) { return space_.facts(part).awaited; });
}

// What is known of a step by now.
StateSpace::Move& StateSearch::move_of(uint32_t shared, uint32_t part) {
  StateSpace::Move& move = space_.move(shared, part);
  if (move.kind == StateSpace::Move::Kind::unknown && options_.remembers_moves) {
    space_.infer(move, shared, part);
  }
  return move;
}

bool StateSearch::is_known_to_be_stuck(uint32_t state, uint32_t place) {
  return is_waiting(state, place) ||
         move_of(space_.shared_of(state), space_.parts_of(state)[place]).kind ==
             StateSpace::Move::Kind::disabled;
}

StateSearch::Target StateSearch::follow(uint32_t state, uint32_t place) {
  if (is_waiting(state, place)) return {};
  const uint32_t shared = space_.shared_of(state);
  const uint32_t part = space_.parts_of(state)[place];
  const StateSpace::Move& move = move_of(shared, part);
  if (move.kind == StateSpace::Move::Kind::disabled) return {};
  if (move.is_simple) {
    StateSpace::Digest digest = space_.digest_of_state(state);
    digest.add(move.change);
    const uint32_t known = space_.find(digest);
    if (known != kNone) {
      ++progress_.transitions;
      Target target;
      target.state = known;
      const auto parts = space_.parts_of(known);
      const auto own = std::find(parts.begin(), parts.end(), move.own);
      if (own != parts.end()) target.own = static_cast<uint8_t>(own - parts.begin());
      return target;
    }
  }
  if (move.kind == StateSpace::Move::Kind::made) {
    from_.shared = shared;
    from_.entries.clear();
    uint32_t i = 0;
    for (const uint32_t each : space_.parts_of(state)) from_.entries.push_back({each, i++});
    if (space_.apply(from_, place, move, kNone / 2, to_)) {
      Target target;
      target.state = reach(to_, state, static_cast<uint8_t>(place));
      ++progress_.transitions;
      for (size_t at = 0; at < to_.entries.size(); ++at) {
        if (to_.entries[at].task == place) target.own = static_cast<uint8_t>(at);
      }
      return target;
    }
  }
  const auto known = only_here_.find(key_of(state, place));
  if (known != only_here_.end()) return known->second;
  return execute(state, place);
}

// Has the machine make the step.
StateSearch::Target StateSearch::execute(uint32_t state, uint32_t place) {
  if (!go_to(state)) {
    // Nobody can do anything there, so the clock has gone on: see time_passes().
    is_stuck_ = true;
    return {};
  }
  keep_copy(state);
  for (const StateReading::Thread& thread : reading_.threads) {
    if (thread.enabled) continue;
    for (const StateSpace::Entry& entry : here_placed_.entries) {
      // (What main stands before is not held up by what is shared while it waits for others to end.)
      if (entry.task != thread.task || (thread.number == 0 && has_awaited(state))) continue;
      StateSpace::Move& move = space_.move(here_placed_.shared, entry.part);
      if (move.kind == StateSpace::Move::Kind::unknown) {
        space_.learn_disabled(move, here_placed_.shared, entry.part);
      }
    }
  }
  const StateSpace::Entry entry = here_placed_.entries[place];
  StateSpace::Move* move = &space_.move(here_placed_.shared, entry.part);
  if (move->kind == StateSpace::Move::Kind::disabled) return {};

  Target target;
  here_ = kNone;
  ++progress_.executed;
  ++progress_.transitions;
  const uint32_t next_task = model_.next_task();
  if (model_.leap(entry.task) == Replica::Step::limit) {
    note_cut();
    move->kind = StateSpace::Move::Kind::only_here;
    target.was_cut = true;
  } else {
    model_.read(after_);
    StateSpace::Placed placed = space_.place(after_);
    if (move->kind == StateSpace::Move::Kind::unknown) {
      space_.learn(*move, reading_, here_placed_, entry.task, after_, placed, model_.was_local());
      if (!options_.remembers_moves) *move = {StateSpace::Move::Kind::only_here};
    }
    note_changes(here_placed_, entry, placed);
    note_origins(state, place, next_task, placed);
    target.state = reach(placed, state, static_cast<uint8_t>(place));
    for (size_t at = 0; at < placed.entries.size(); ++at) {
      if (placed.entries[at].task == entry.task) target.own = static_cast<uint8_t>(at);
    }
    here_ = target.state;
    here_placed_ = std::move(placed);
    std::swap(reading_, after_);
  }
  if (space_.move(space_.shared_of(state), entry.part).kind != StateSpace::Move::Kind::made) {
    only_here_[key_of(state, place)] = target;
  }
  return target;
}

// Of a step from here.
void StateSearch::note_origins(uint32_t state, uint32_t place, uint32_t next_task, const StateSpace::Placed& after) {
  std::vector<uint8_t>& origins = origins_[key_of(state, place)];
  origins.clear();
  for (const StateSpace::Entry& now : after.entries) {
    const auto was = std::find_if(here_placed_.entries.begin(), here_placed_.entries.end(),
                                  [&](const StateSpace::Entry& each) { return each.task == now.task; });
    origins.push_back(static_cast<uint8_t>(was != here_placed_.entries.end()
                                               ? was - here_placed_.entries.begin()
                                               : kBorn + (now.task - next_task)));
  }
}

void StateSearch::note_changes(const StateSpace::Placed& before, StateSpace::Entry mover,
                               const StateSpace::Placed& after) {
  for (const StateSpace::Entry& now : after.entries) {
    const auto was = std::find_if(before.entries.begin(), before.entries.end(),
                                  [&](const StateSpace::Entry& each) { return each.task == now.task; });
    if (was == before.entries.end()) {
      space_.note_change(mover.part, now.part);
    } else if (was->part != now.part || now.task == mover.task) {
      space_.note_change(was->part, now.part);
    }
  }
}

// The main thread's place, if it waits for others to end and stands before a join that it could make.
uint32_t StateSearch::place_of_waiting_main(uint32_t state) const {
  if (!has_awaited(state)) return kNone;
  for (const StateReading::Thread& thread : reading_.threads) {
    if (thread.number != 0 || !thread.enabled) continue;
    for (uint32_t i = 0; i < here_placed_.entries.size(); ++i) {
      if (here_placed_.entries[i].task == thread.task) return i;
    }
  }
  return kNone;
}

// In a state where nobody can do anything: the clock goes on, or that was the end.
StateSearch::Target StateSearch::time_passes(uint32_t state) {
  const auto known = only_here_.find(key_of(state, kNobody));
  if (known != only_here_.end()) return known->second;
  if (endings_.contains(state)) return {};
  Target target;
  if (!go_to(state)) {
    clock_goes_on_ = true;
    target.state = reach(here_placed_, state, kNobody);
    here_ = target.state;
  } else if (const uint32_t place = place_of_waiting_main(state); place != kNone) {
    // It still has to go through the ends that have come already before the clock can go on.
    keep_copy(state);
    ++progress_.executed;
    here_ = kNone;
    if (model_.leap(here_placed_.entries[place].task) == Replica::Step::limit) return {};
    model_.read(reading_);
    here_placed_ = space_.place(reading_);
    target.by = static_cast<uint8_t>(place);
    target.state = reach(here_placed_, state, target.by);
    here_ = target.state;
  } else {
    end(state);
    return {};
  }
  only_here_[key_of(state, kNobody)] = target;
  return target;
}

void StateSearch::end(uint32_t state) {
  for (const StateReading::Thread& thread : reading_.threads) {
    if (thread.enabled) throw InternalError("a state of the search is not what it seemed");
  }
  ExecutionOutcome outcome = model_.outcome();
  here_ = kNone;  // looking at the outcome may have changed it
  ++progress_.executions;
  const Ending ending{outcome.kind, outcome.value};
  endings_.emplace(state, ending);
  if (found_.contains(ending)) return;
  // One way there at once, so that whoever stops the search has it; a better one may come later.
  set_witness(ending, path_to(state));
  found_.at(ending).executions = 0;
}

void StateSearch::note_cut() {
  left_out_ = true;
  ExecutionOutcome outcome = model_.outcome();
  outcome.kind = EndKind::limit;
  here_ = kNone;
  ++progress_.executions;
  const auto [at, is_new] = found_.try_emplace({outcome.kind, outcome.value});
  if (!is_new) return;
  at->second.outcome = std::move(outcome);
  at->second.schedule = Schedule(options_.terms);
  at->second.executions = 1;
}

// --- The searches --------------------------------------------------------------------------------

void StateSearch::explore() {
  while ((!open_.empty() || !ahead_.empty()) && keep_going()) {
    // Many at once, so that the memory where they may be known already has time to come.
    for (size_t i = 0; i < kBatch && !open_.empty() && ahead_.size() < kBatch; ++i) {
      const uint32_t state = open_.back();
      open_.pop_back();
      expand(state);
    }
    for (const Successor& successor : ahead_) settle(successor);
    ahead_.clear();
  }
  if (!open_.empty() || !ahead_.empty()) left_out_ = true;
}

void StateSearch::expand(uint32_t state) {
  const std::span<const uint32_t> parts = space_.parts_of(state);
  const uint32_t shared = space_.shared_of(state);
  const StateSpace::Digest here = space_.digest_of_state(state);
  const bool awaits = has_awaited(state);
  bool anyone = false;
  for (uint32_t place = 0; place < parts.size(); ++place) {
    const uint32_t part = parts[place];
    // Threads alike come one after the other; a step of one is a step of any.
    if (place > 0 && part == parts[place - 1]) continue;
    if (awaits && space_.facts(part).is_main) continue;
    const StateSpace::Move& move = move_of(shared, part);
    if (move.kind == StateSpace::Move::Kind::disabled) continue;
    if (move.is_simple) {
      anyone = true;
      ++progress_.transitions;
      StateSpace::Digest digest = here;
      digest.add(move.change);
      space_.prefetch(digest);
      ahead_.push_back({digest, state, move.shared, move.own, static_cast<uint8_t>(place)});
      continue;
    }
    const Target target = follow(state, place);
    anyone = anyone || target.state != kNone || target.was_cut;
  }
  ENSURE(!(anyone && is_stuck_));
  is_stuck_ = false;
  if (!anyone) time_passes(state);
}

// Whether it is new, and then what it is.
void StateSearch::settle(const Successor& successor) {
  if (space_.contains(successor.digest)) return;
  uint32_t own_place = kNone;
  const uint32_t state = space_.add_next(successor.digest, successor.from, successor.place, successor.shared,
                                         successor.own, own_place);
  note_new(state, successor.from, successor.place, own_place);
}

// Brings what expanding the state will look at closer.
void StateSearch::foresee(uint32_t state) {
  const uint32_t shared = space_.shared_of(state);
  const StateSpace::Digest here = space_.digest_of_state(state);
  for (const uint32_t part : space_.parts_of(state)) {
    const StateSpace::Move& move = space_.move(shared, part);
    if (!move.is_simple) continue;
    StateSpace::Digest digest = here;
    digest.add(move.change);
    space_.prefetch_number(digest);
  }
}

// By the number of preemptions, from none up; `bound` of them at most, if it is not negative. Ends when
// all outcomes that are known to be there have been reached, or without a bound on what is known
// everything has.
void StateSearch::explore_by_preemptions(int64_t bound) {
  const bool is_first = bound >= 0;
  std::deque<uint32_t> cheap, dear;   // nodes with as many preemptions as now, and with one more
  DigestIndex known;
  std::vector<uint8_t> done;
  size_t missing = 0;
  for (const auto& [ending, found] : found_) missing += found.executions == 0 ? 1 : 0;

  // Where a state has been reached with fewer preemptions, whoever went last there: to go on with another costs
  // one, and so no more than coming later.
  std::vector<uint8_t> least;
  constexpr uint32_t kMost = UINT8_MAX;
  const auto is_late = [&](const Node& node) {
    return node.preemptions < kMost && least[node.state] < node.preemptions;
  };

  const auto add = [&](const Node& node, bool is_dear) {
    if (node.state >= least.size()) least.resize(std::max<size_t>(space_.states(), least.size() * 2), kMost);
    if (is_late(node)) return;
    least[node.state] = static_cast<uint8_t>(std::min<uint32_t>(least[node.state], node.preemptions));
    uint64_t low = key_of(node.state, node.current) * 0x9e3779b97f4a7c15;
    low ^= low >> 31;
    const auto high = static_cast<uint32_t>((low * 0xbf58476d1ce4e5b9) >> 32);
    const uint32_t at = known.find(low, high);
    if (at != FlatIndex::kNone) {
      // A cheaper way to a node that still waits to be looked at.
      if (done[at] != 0 || nodes_[at].preemptions <= node.preemptions) return;
      nodes_[at] = node;
      (is_dear ? dear : cheap).push_back(at);
      return;
    }
    const auto number = static_cast<uint32_t>(nodes_.size());
    known.add(low, high, number);
    nodes_.push_back(node);
    done.push_back(0);
    (is_dear ? dear : cheap).push_back(number);
  };
  const auto able = [&](uint32_t state, uint8_t place) {
    return place == kNobody || is_known_to_be_stuck(state, place) ? kNobody : place;
  };

  if (is_first) open_.clear();
  add({0, able(0, first_current_), 0, kNone, 0}, false);
  while ((!cheap.empty() || !dear.empty()) && keep_going()) {
    if (cheap.empty()) cheap.swap(dear);
    const uint32_t number = cheap.front();
    cheap.pop_front();
    if (cheap.size() > kAhead) foresee(nodes_[cheap[kAhead]].state);
    if (done[number] != 0) continue;
    done[number] = 1;
    const Node node = nodes_[number];
    if (is_late(node)) continue;

    const auto ending = endings_.find(node.state);
    if (ending != endings_.end()) {
      Found& found = found_.at(ending->second);
      if (found.executions == 0) {
        set_witness(ending->second, path_to_node(number));
        if (missing > 0) --missing;
      }
      if (!is_first && missing == 0) return;
      continue;
    }
    bool anyone = false;
    // Whether the current thread can in fact go on is learned by asking for its step.
    uint8_t current = node.current;
    if (current != kNobody && follow(node.state, current).state == kNone) current = kNobody;
    const auto count = static_cast<uint32_t>(space_.parts_of(node.state).size());
    for (uint32_t place = 0; place < count; ++place) {
      const auto parts = space_.parts_of(node.state);
      if (place > 0 && parts[place] == parts[place - 1] && place != current && place - 1 != current) {
        continue;
      }
      const Target target = follow(node.state, place);
      if (target.was_cut) anyone = true;
      if (target.state == kNone) continue;
      anyone = true;
      const bool preempts = current != kNobody && current != place;
      if (preempts && is_first && node.preemptions >= static_cast<uint64_t>(bound)) {
        left_out_ = true;
        continue;
      }
      add({target.state, able(target.state, target.own), static_cast<uint8_t>(place), number,
           node.preemptions + (preempts ? 1 : 0)},
          preempts);
    }
    ENSURE(!(anyone && is_stuck_));
    is_stuck_ = false;
    if (anyone) continue;
    const Target target = time_passes(node.state);
    if (target.state != kNone) {
      add({target.state, kNobody, target.by, number, node.preemptions}, false);
    } else if (const auto now = endings_.find(node.state); now != endings_.end()) {
      if (found_.at(now->second).executions == 0) set_witness(now->second, path_to_node(number));
    }
  }
  if (!cheap.empty() || !dear.empty()) left_out_ = left_out_ || is_first;
}

}  // namespace lockstep
