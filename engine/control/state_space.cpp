#include "control/state_space.h"

#include <algorithm>

#include <xxhash.h>

#include "base/check.h"

namespace lockstep {

StateSpace::Digest StateSpace::hash_of(std::span<const uint64_t> words, uint64_t seed) {
  const XXH128_hash_t hash =
      XXH3_128bits_withSeed(words.data(), words.size() * sizeof(uint64_t), seed);
  return {hash.low64, hash.high64};
}

uint32_t StateSpace::intern_shared(const StateReading& reading) {
  std::vector<Component> components;
  for (const StateReading::Component& each : reading.components) {
    const std::span<const uint64_t> words(reading.shared.words.data() + each.begin, each.end - each.begin);
    const Digest digest = hash_of(words, mix(each.key + 1));
    uint32_t number = component_index_.find(
        digest.low, [&](uint32_t i) { return component_digests_[i] == digest; });
    if (number == FlatIndex::kNone) {
      number = static_cast<uint32_t>(component_digests_.size());
      component_index_.add(digest.low, number, [&](uint32_t i) { return component_digests_[i].low; });
      component_digests_.push_back(digest);
    }
    components.push_back({each.key, number});
  }
  std::sort(components.begin(), components.end(),
            [](const Component& a, const Component& b) { return a.key < b.key; });
  return intern_shared({std::move(components), reading.live_threads, reading.is_plain});
}

uint32_t StateSpace::intern_shared(Shared shared) {
  std::vector<uint64_t> words{shared.live_threads};
  for (const Component& each : shared.components) words.insert(words.end(), {each.key, each.number});
  const Digest digest = hash_of(words, 1);
  uint32_t number =
      shared_index_.find(digest.low, [&](uint32_t i) { return shared_digests_[i] == digest; });
  if (number != FlatIndex::kNone) return number;
  number = static_cast<uint32_t>(shared_digests_.size());
  shared_index_.add(digest.low, number, [&](uint32_t i) { return shared_digests_[i].low; });
  shared_digests_.push_back(digest);
  part_bytes_ += shared.components.size() * sizeof(Component) + sizeof(Shared);
  shareds_.push_back(std::move(shared));
  return number;
}

uint32_t StateSpace::component_of(uint32_t shared, uint64_t key) const {
  const auto& components = shareds_[shared].components;
  const auto at = std::lower_bound(components.begin(), components.end(), key,
                                   [](const Component& each, uint64_t k) { return each.key < k; });
  return at == components.end() || at->key != key ? kAbsent : at->number;
}

uint32_t StateSpace::intern_part(const StateReading::Thread& thread) {
  return intern_part(
      Part{thread.part, thread.number, thread.awaited, thread.access, thread.footprint});
}

uint32_t StateSpace::intern_part(Part part) {
  const uint64_t seed = (static_cast<uint64_t>(part.number + 1) << 1) | (part.awaited ? 1 : 0);
  const Digest hash = hash_of(part.part.words, mix(seed + 2));
  uint32_t number = part_index_.find(hash.low, [&](uint32_t i) { return part_facts_[i].digest == hash; });
  if (number != FlatIndex::kNone) return number;
  number = static_cast<uint32_t>(parts_.size());
  part_index_.add(hash.low, number, [&](uint32_t i) { return part_facts_[i].digest.low; });
  PartFacts facts;
  facts.digest = hash;
  const uint64_t rank = part.number < 0 ? UINT32_MAX : static_cast<uint64_t>(part.number);
  facts.order = (rank << 32) | number;
  facts.is_main = part.number == 0;
  facts.awaited = part.awaited;
  if (part.access.touches_data) {
    const uint64_t key = mix(part.part.words[part.access.object_place]) ^
                         mix((uint64_t{part.access.detail} << 32) | static_cast<uint32_t>(part.access.line)) ^
                         (part.access.writes ? 1 : 0);
    const auto known = std::find(access_classes_.begin(), access_classes_.end(), key);
    facts.access_class = static_cast<uint32_t>(known - access_classes_.begin()) + 1;
    if (known == access_classes_.end()) access_classes_.push_back(key);
  }
  part_bytes_ += part.part.words.size() * sizeof(uint64_t) + sizeof(Part) + sizeof(PartFacts);
  parts_.push_back(std::move(part));
  part_facts_.push_back(facts);
  return number;
}

void StateSpace::sort(std::vector<Entry>& entries) const {
  // Nearly in order already, and few.
  for (size_t i = 1; i < entries.size(); ++i) {
    const Entry entry = entries[i];
    const uint64_t order = part_facts_[entry.part].order;
    size_t at = i;
    while (at > 0 && part_facts_[entries[at - 1].part].order > order) {
      entries[at] = entries[at - 1];
      --at;
    }
    entries[at] = entry;
  }
}

StateSpace::Placed StateSpace::place(const StateReading& reading) {
  Placed placed;
  placed.shared = intern_shared(reading);
  for (const StateReading::Thread& thread : reading.threads) {
    placed.entries.push_back({intern_part(thread), thread.task});
  }
  sort(placed.entries);
  return placed;
}

bool StateSpace::is(uint32_t state, const Placed& placed) const {
  const uint32_t* at = pool_.at(offsets_[state]);
  if (at[0] != placed.shared || at[1] != placed.entries.size()) return false;
  for (size_t i = 0; i < placed.entries.size(); ++i) {
    if (at[2 + i] != placed.entries[i].part) return false;
  }
  return true;
}

StateSpace::Digest StateSpace::digest_of(const Placed& placed) const {
  Digest digest = shared_digests_[placed.shared];
  for (const Entry& entry : placed.entries) digest.add(part_facts_[entry.part].digest);
  return digest;
}

uint32_t* StateSpace::add_state(const Digest& digest, uint32_t shared, size_t parts) {
  states_index_.add(digest.low, static_cast<uint32_t>(digest.high >> 32), states());
  const uint32_t offset = pool_.add(2 + parts);
  offsets_.push_back(offset);
  uint32_t* at = pool_.at(offset);
  at[0] = shared;
  at[1] = static_cast<uint32_t>(parts);
  return at + 2;
}

uint32_t StateSpace::add_next(const Digest& digest, uint32_t from, uint32_t place, uint32_t shared, uint32_t own,
                              uint32_t& own_place) {
  const uint32_t state = states();
  const std::span<const uint32_t> before = parts_of(from);
  const bool has_ended = own == kNone;
  uint32_t* const parts = add_state(digest, shared, before.size() - (has_ended ? 1 : 0));
  uint32_t count = 0;
  own_place = kNone;
  for (uint32_t i = 0; i < before.size(); ++i) {
    if (i == place) continue;
    if (!has_ended && own_place == kNone && part_facts_[before[i]].order > part_facts_[own].order) {
      own_place = count;
      parts[count++] = own;
    }
    parts[count++] = before[i];
  }
  if (!has_ended && own_place == kNone) {
    own_place = count;
    parts[count] = own;
  }
  return state;
}

uint32_t StateSpace::intern(const Placed& placed, bool& is_new) {
  const Digest digest = digest_of(placed);
  const uint32_t known = find(digest);
  is_new = known == kNone;
  if (!is_new) return known;
  const uint32_t state = states();
  uint32_t* parts = add_state(digest, placed.shared, placed.entries.size());
  for (const Entry& entry : placed.entries) *parts++ = entry.part;
  return state;
}

StateSpace::Move& StateSpace::add_move(uint64_t key) {
  const auto place = [this](const KnownMove& known) -> Move& {
    size_t at = mix(known.key) & (moves_.size() - 1);
    while (moves_[at].key != kNoKey) at = (at + 1) & (moves_.size() - 1);
    moves_[at] = known;
    return moves_[at].move;
  };
  if (++move_count_ * 2 > moves_.size()) {
    std::vector<KnownMove> old(moves_.size() * 2);
    old.swap(moves_);
    for (const KnownMove& each : old) {
      if (each.key != kNoKey) place(each);
    }
  }
  return place({key, {}});
}

void StateSpace::note_simple(Move& move, uint32_t shared, uint32_t part) {
  const bool takes_number = move.own == kNone && parts_[part].number >= 0;
  if (move.consequences != kNone || takes_number) return;
  move.is_simple = true;
  move.change = shared_digests_[move.shared];
  if (move.own != kNone) move.change.add(part_facts_[move.own].digest);
  move.change.subtract(shared_digests_[shared]);
  move.change.subtract(part_facts_[part].digest);
}

uint32_t StateSpace::renamed(uint32_t number, const Consequences& consequences) {
  const Part& old = parts_[number];
  const auto rename_object = [&](uint32_t n) {
    return n < consequences.objects.size() ? consequences.objects[n] : -1;
  };
  const auto rename_thread = [&](uint32_t n) {
    if (consequences.threads.empty()) return static_cast<int32_t>(n);
    return n < consequences.threads.size() ? consequences.threads[n] : Consequences::kUnknown;
  };
  bool differs = false;
  Part now = old;
  if (old.number >= 0) {
    now.number = rename_thread(static_cast<uint32_t>(old.number));
    if (now.number == Consequences::kUnknown) return kNone;
    differs = differs || now.number != old.number;
  }
  for (const uint32_t place : old.part.objects) {
    const int32_t name = rename_object(StatePart::number_in(old.part.words[place]));
    if (name < 0) return kNone;
    now.part.words[place] =
        StatePart::number(static_cast<uint32_t>(name), StatePart::kSharedObject);
    differs = differs || now.part.words[place] != old.part.words[place];
  }
  for (const uint32_t place : old.part.threads) {
    const int32_t name = rename_thread(StatePart::number_in(old.part.words[place]));
    if (name < 0) return kNone;
    now.part.words[place] = StatePart::number(static_cast<uint32_t>(name), StatePart::kThread);
    differs = differs || now.part.words[place] != old.part.words[place];
  }
  if (!differs) return number;
  const uint32_t other = intern_part(std::move(now));
  note_change(number, other);
  return other;
}

bool StateSpace::mentions(uint32_t part, uint32_t thread) const {
  const StatePart& words = parts_[part].part;
  return std::any_of(words.threads.begin(), words.threads.end(), [&](uint32_t place) {
    return StatePart::number_in(words.words[place]) == thread;
  });
}

bool StateSpace::apply(const Placed& from, uint32_t place, const Move& move, uint32_t next_task,
                       Placed& to) {
  static const Consequences kNoConsequences;
  // (A renamed part may be a new one, but consequences are only added by learn().)
  const Consequences& consequences =
      move.consequences == kNone ? kNoConsequences : consequences_[move.consequences];
  return apply(from, place, move, consequences, next_task, to);
}

bool StateSpace::apply(const Placed& from, uint32_t place, const Move& move,
                       const Consequences& consequences, uint32_t next_task, Placed& to) {
  // What others say of the thread that ends is not the same any more.
  const int32_t ending = move.own == kNone ? parts_[from.entries[place].part].number : -1;
  to.shared = move.shared;
  to.entries.clear();
  for (uint32_t i = 0; i < from.entries.size(); ++i) {
    Entry entry = from.entries[i];
    if (i == place) {
      if (move.own == kNone) continue;
      entry.part = move.own;
    } else if (ending >= 0 && mentions(entry.part, static_cast<uint32_t>(ending))) {
      return false;
    } else if (consequences.renames) {
      entry.part = renamed(entry.part, consequences);
      if (entry.part == kNone) return false;
    }
    to.entries.push_back(entry);
  }
  for (const uint32_t part : consequences.born) to.entries.push_back({part, next_task++});
  sort(to.entries);
  return true;
}

void StateSpace::learn(Move& move, const StateReading& before, const Placed& placed_before,
                       uint32_t task, const StateReading& after, const Placed& placed_after,
                       bool was_local) {
  move.kind = Move::Kind::only_here;
  // Time passes where nobody else can go on: that depends on the others.
  if (before.is_whole || after.is_whole || before.clock != after.clock) return;

  move.shared = placed_after.shared;
  Consequences consequences;
  consequences.objects.assign(before.objects.size(), -1);
  consequences.renames = before.objects.size() != after.objects.size();
  for (size_t i = 0; i < before.objects.size(); ++i) {
    const auto at = std::find(after.objects.begin(), after.objects.end(), before.objects[i]);
    const auto number = static_cast<int32_t>(at - after.objects.begin());
    if (at != after.objects.end()) consequences.objects[i] = number;
    if (consequences.objects[i] != static_cast<int32_t>(i)) consequences.renames = true;
  }
  const auto find = [](const StateReading& reading, uint32_t id) -> const StateReading::Thread* {
    for (const StateReading::Thread& thread : reading.threads) {
      if (thread.task == id) return &thread;
    }
    return nullptr;
  };
  bool renames_threads = false;
  std::vector<int32_t>& threads = consequences.threads;
  for (const StateReading::Thread& thread : before.threads) {
    const StateReading::Thread* now = find(after, thread.task);
    if (now == nullptr || thread.number < 0) continue;
    const auto number = static_cast<size_t>(thread.number);
    if (threads.size() <= number) threads.resize(number + 1, Consequences::kUnknown);
    threads[number] = now->number;
    renames_threads = renames_threads || now->number != thread.number;
  }
  consequences.renames = consequences.renames || renames_threads;
  if (!renames_threads) threads.clear();
  for (const Entry& entry : placed_after.entries) {
    if (entry.task == task) move.own = entry.part;
  }
  for (const StateReading::Thread& thread : after.threads) {
    if (find(before, thread.task) != nullptr) continue;
    for (const Entry& entry : placed_after.entries) {
      if (entry.task == thread.task) consequences.born.push_back(entry.part);
    }
  }

  // It holds for all such states if it explains all of this one.
  uint32_t place = kNone;
  for (uint32_t i = 0; i < placed_before.entries.size(); ++i) {
    if (placed_before.entries[i].task == task) place = i;
  }
  ENSURE(place != kNone);
  Placed applied;
  if (!apply(placed_before, place, move, consequences, 0, applied)) return;
  bool same = applied.shared == placed_after.shared &&
              applied.entries.size() == placed_after.entries.size();
  for (size_t i = 0; same && i < applied.entries.size(); ++i) {
    same = applied.entries[i].part == placed_after.entries[i].part;
  }
  if (!same) return;
  move.kind = Move::Kind::made;
  if (consequences.any()) {
    move.consequences = static_cast<uint32_t>(consequences_.size());
    consequences_.push_back(std::move(consequences));
  }
  const uint32_t part = placed_before.entries[place].part;
  note_simple(move, placed_before.shared, part);
  if (!was_local || move.consequences != kNone) return;

  // What it changed has to lie within what it depended on.
  const Shared& old = shareds_[placed_before.shared];
  const Shared& now_shared = shareds_[placed_after.shared];
  if (!old.is_plain || !now_shared.is_plain || parts_[part].footprint == 0) return;
  LocalMove local{Move::Kind::made, move.own, {}, old.live_threads - now_shared.live_threads};
  for (const Component& each : old.components) {
    const uint32_t now = component_of(placed_after.shared, each.key);
    if (now != each.number) local.changes.push_back({each.key, now});
  }
  for (const Component& each : now_shared.components) {
    if (component_of(placed_before.shared, each.key) == kAbsent) local.changes.push_back(each);
  }
  for (const Component& change : local.changes) {
    if (!is_within_footprint(change.key, part)) return;
  }
  local_moves_.try_emplace(local_key(placed_before.shared, part), std::move(local));
}

void StateSpace::learn_disabled(Move& move, uint32_t shared, uint32_t part) {
  move.kind = Move::Kind::disabled;
  if (!shareds_[shared].is_plain || parts_[part].footprint == 0) return;
  local_moves_.try_emplace(local_key(shared, part), LocalMove{Move::Kind::disabled, kNone, {}, 0});
}

void StateSpace::infer(Move& move, uint32_t shared, uint32_t part) {
  if (!shareds_[shared].is_plain || parts_[part].footprint == 0) return;
  const auto known = local_moves_.find(local_key(shared, part));
  if (known == local_moves_.end()) return;
  const LocalMove& local = known->second;
  move.kind = local.kind;
  move.own = local.own;
  if (local.kind != Move::Kind::made) return;
  if (local.changes.empty() && local.ended == 0) {
    move.shared = shared;
    note_simple(move, shared, part);
    return;
  }
  Shared now = shareds_[shared];
  now.live_threads -= local.ended;
  std::vector<Component>& components = now.components;
  for (const Component& change : local.changes) {
    const auto at = std::lower_bound(components.begin(), components.end(), change.key,
                                     [](const Component& each, uint64_t k) { return each.key < k; });
    const bool is_there = at != components.end() && at->key == change.key;
    if (change.number == kAbsent) {
      if (is_there) components.erase(at);
    } else if (is_there) {
      at->number = change.number;
    } else {
      components.insert(at, change);
    }
  }
  move.shared = intern_shared(std::move(now));
  note_simple(move, shared, part);
}

StateSpace::LocalKey StateSpace::local_key(uint32_t shared, uint32_t part) const {
  return {part, component_of(shared, StateReading::kRun), component_of(shared, StateReading::kNewObjects),
          component_of(shared, StateReading::kGlobals), component_of(shared, parts_[part].footprint),
          std::min(shareds_[shared].live_threads, kMany)};
}

bool StateSpace::is_within_footprint(uint64_t key, uint32_t part) const {
  return key == StateReading::kRun || key == StateReading::kNewObjects ||
         key == StateReading::kGlobals || key == parts_[part].footprint;
}

size_t StateSpace::LocalKeyHash::operator()(const LocalKey& key) const {
  uint64_t hash = mix((uint64_t{key.part} << 32) | key.run);
  hash = mix(hash ^ ((uint64_t{key.fresh} << 32) | key.globals));
  return mix(hash ^ ((uint64_t{key.live_threads} << 32) | key.object));
}

// Takes away, again and again, what nothing leads to.
bool StateSpace::parts_go_round() const {
  auto changes = changes_;
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::vector<uint32_t> incoming(parts_.size(), 0), begin(parts_.size() + 1, 0);
  for (const auto& [from, to] : changes) {
    ++incoming[to];
    ++begin[from + 1];
  }
  for (size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<uint32_t> free;
  for (uint32_t i = 0; i < parts_.size(); ++i) {
    if (incoming[i] == 0) free.push_back(i);
  }
  size_t taken = 0;
  while (!free.empty()) {
    const uint32_t part = free.back();
    free.pop_back();
    ++taken;
    for (uint32_t i = begin[part]; i < begin[part + 1]; ++i) {
      if (--incoming[changes[i].second] == 0) free.push_back(changes[i].second);
    }
  }
  return taken < parts_.size();
}

}  // namespace lockstep
