#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/chunked_vector.h"
#include "control/flat_index.h"
#include "control/state_model.h"

namespace lockstep {

// The states of a program that were met, and what is known of the steps between them.
//
// A state is the number of its shared part and, for each live thread, the number of its own part: first
// those threads that are known by a number, in its order, then the others, in the order of their
// parts; so threads that nothing tells apart make no difference. What a step of a thread does depends
// on the shared part and the thread's own one alone, and is remembered for the two (Move). Of most steps
// it is known that they depend on little of what is shared: then it is inferred for all the rest.
//
// Parts are told apart by hashes of 128 bits, states by 96 bits of a sum of these (see DigestIndex).
class StateSpace {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // What tells states apart; equal for states that are equal up to the order of their parts.
  struct Digest {
    uint64_t low = 0;
    uint64_t high = 0;                 // the upper half of it counts
    void add(const Digest& other) {
      low += other.low;
      high += other.high + (low < other.low ? 1 : 0);
    }
    void subtract(const Digest& other) {
      high -= other.high + (low < other.low ? 1 : 0);
      low -= other.low;
    }
    friend bool operator==(const Digest&, const Digest&) = default;
  };

  // A thread's part: what the model told, and which thread it is if that is known.
  struct Part {
    StatePart part;
    int32_t number = -1;
    bool awaited = false;
    StateReading::Access access;
    uint64_t footprint = 0;            // StateReading::Thread::footprint
  };
  // What is asked of a part again and again.
  struct PartFacts {
    Digest digest;
    uint64_t order = 0;                // where it stands in a state
    uint32_t access_class = 0;         // of accesses to the same data in the same way; 0: none
    bool is_main = false;              // known by the number 0
    bool awaited = false;
  };

  // What a step of a thread does where the shared part is known.
  struct Move {
    enum class Kind : uint8_t { unknown, disabled, made, only_here } kind = Kind::unknown;
    bool is_simple = false;            // made, and nothing changes but what is shared and the thread's own part
    uint32_t shared = 0;               // afterwards
    uint32_t own = kNone;              // afterwards; kNone: the thread has ended
    uint32_t consequences = kNone;     // for others, by number; kNone: there are none
    Digest change;                     // of a simple move: of the digest of the state
  };

  // A state, with the ids of its threads in one particular run.
  struct Entry {
    uint32_t part = 0;
    uint32_t task = 0;
  };
  struct Placed {
    uint32_t shared = 0;
    std::vector<Entry> entries;
  };

  // What was read, in numbers, in the order of a state.
  Placed place(const StateReading& reading);

  Digest digest_of(const Placed& placed) const;
  Digest digest_of_state(uint32_t state) const {
    Digest digest = shared_digests_[shared_of(state)];
    for (const uint32_t part : parts_of(state)) digest.add(part_facts_[part].digest);
    return digest;
  }

  // The number of a state; `is_new` when it had none.
  uint32_t intern(const Placed& placed, bool& is_new);
  // The state with this digest, if it is known: its number, or kNone.
  uint32_t find(const Digest& digest) const {
    return states_index_.find(digest.low, static_cast<uint32_t>(digest.high >> 32));
  }
  bool contains(const Digest& digest) const {
    return states_index_.contains(digest.low, static_cast<uint32_t>(digest.high >> 32));
  }
  void prefetch(const Digest& digest) const {
    states_index_.prefetch(digest.low, static_cast<uint32_t>(digest.high >> 32));
  }
  void prefetch_number(const Digest& digest) const {
    states_index_.prefetch_number(digest.low, static_cast<uint32_t>(digest.high >> 32));
  }
  // Adds the state, not known yet, to which a simple move of the thread at `place` leads. `own_place`: where that
  // thread stands in it; kNone if it has ended.
  uint32_t add_next(const Digest& digest, uint32_t from, uint32_t place, uint32_t shared, uint32_t own,
                    uint32_t& own_place);

  bool is(uint32_t state, const Placed& placed) const;
  // Whether all was told as what is shared (StateReading::is_whole).
  bool is_whole(const Placed& placed) const {
    return !placed.entries.empty() && parts_[placed.entries[0].part].part.words.empty();
  }

  uint32_t states() const { return static_cast<uint32_t>(offsets_.size()); }
  uint32_t shared_of(uint32_t state) const { return *pool_.at(offsets_[state]); }
  std::span<const uint32_t> parts_of(uint32_t state) const {
    const uint32_t* at = pool_.at(offsets_[state]);
    return {at + 2, at[1]};
  }
  const Part& part(uint32_t number) const { return parts_[number]; }
  const PartFacts& facts(uint32_t number) const { return part_facts_[number]; }

  // What is known of a step. Valid until the next one is asked for.
  Move& move(uint32_t shared, uint32_t part) {
    const uint64_t key = (uint64_t{shared} << 32) | part;
    for (size_t at = mix(key) & (moves_.size() - 1);; at = (at + 1) & (moves_.size() - 1)) {
      if (moves_[at].key == key) return moves_[at].move;
      if (moves_[at].key == kNoKey) return add_move(key);
    }
  }

  // What the model showed of a step: remembers it if it holds wherever the parts are the same.
  // `was_local`: it depended on the thread's footprint only.
  void learn(Move& move, const StateReading& before, const Placed& placed_before, uint32_t task,
             const StateReading& after, const Placed& placed_after, bool was_local);
  // The thread of `part` cannot go on where the shared part is this.
  void learn_disabled(Move& move, uint32_t shared, uint32_t part);

  // Tries to say what a step does from what the same step did where other things were shared. The
  // move is known afterwards if it could.
  void infer(Move& move, uint32_t shared, uint32_t part);

  // Makes a remembered move of the entry at `place`: false if it does not hold for this state. New threads
  // get the ids from `next_task` on.
  bool apply(const Placed& from, uint32_t place, const Move& move, uint32_t next_task, Placed& to);

  // From which part to which a thread has gone, by a step or because somebody is called otherwise now;
  // and to that of a thread it started. Where these lead in no circle, neither do states.
  void note_change(uint32_t from, uint32_t to) { changes_.emplace_back(from, to); }
  bool parts_go_round() const;

  size_t bytes() const {
    return pool_.bytes() + offsets_.bytes() + states_index_.bytes() + part_bytes_;
  }

 private:
  uint32_t intern_part(const StateReading::Thread& thread);
  uint32_t intern_part(Part part);
  uint32_t intern_shared(const StateReading& reading);
  struct Component {
    uint64_t key;
    uint32_t number;                   // of its content; kAbsent: as it was at first
    friend bool operator==(const Component&, const Component&) = default;
  };
  struct Shared {
    std::vector<Component> components; // in the order of their keys
    uint32_t live_threads;
    bool is_plain;
  };
  uint32_t intern_shared(Shared shared);
  uint32_t component_of(uint32_t shared, uint64_t key) const;
  // What a local step depends on, and what it does.
  struct LocalKey {
    uint32_t part, run, fresh, globals, object;
    uint32_t live_threads;             // kMany or more are as good as kMany
    friend bool operator==(const LocalKey&, const LocalKey&) = default;
  };
  struct LocalKeyHash {
    size_t operator()(const LocalKey& key) const;
  };
  struct LocalMove {
    Move::Kind kind = Move::Kind::unknown;
    uint32_t own = kNone;
    std::vector<Component> changes;
    uint32_t ended = 0;                // threads, of those that count as live
  };
  // Where so many live, at least one lives beside main whatever one step does: they do not come to be alone,
  // and the program does not end.
  static constexpr uint32_t kMany = 3;
  LocalKey local_key(uint32_t shared, uint32_t part) const;
  bool is_within_footprint(uint64_t key, uint32_t part) const;
  // What a step does beyond what is shared and the thread's own part.
  struct Consequences {
    std::vector<uint32_t> born;        // the parts of the threads it started
    bool renames = false;              // the numbers of objects or of threads change:
    std::vector<int32_t> objects;      // by old number, the new one; -1: it is shared no longer
    static constexpr int32_t kUnknown = -2;
    std::vector<int32_t> threads;      // or kUnknown; empty: all stay
    bool any() const { return renames || !born.empty(); }
  };
  bool apply(const Placed& from, uint32_t place, const Move& move, const Consequences& consequences,
             uint32_t next_task, Placed& to);
  void note_simple(Move& move, uint32_t shared, uint32_t part);
  // The same part in other terms; kNone where it speaks of what has no number any more.
  uint32_t renamed(uint32_t part, const Consequences& consequences);
  bool mentions(uint32_t part, uint32_t thread) const;
  void sort(std::vector<Entry>& entries) const;

  static constexpr uint32_t kAbsent = UINT32_MAX;

  static Digest hash_of(std::span<const uint64_t> words, uint64_t seed);

  SpanPool pool_;                      // of each state: shared, count, parts
  ChunkedVector<uint32_t> offsets_;
  DigestIndex states_index_;
  std::vector<Part> parts_;
  std::vector<PartFacts> part_facts_;
  std::vector<uint64_t> access_classes_;
  FlatIndex part_index_;
  size_t part_bytes_ = 0;
  std::vector<std::pair<uint32_t, uint32_t>> changes_;
  std::vector<Shared> shareds_;
  std::vector<Digest> shared_digests_;
  FlatIndex shared_index_;
  std::vector<Digest> component_digests_;
  FlatIndex component_index_;
  std::unordered_map<LocalKey, LocalMove, LocalKeyHash> local_moves_;
  static constexpr uint64_t kNoKey = UINT64_MAX;
  struct KnownMove {
    uint64_t key = kNoKey;
    Move move;
  };
  static uint64_t mix(uint64_t number) {
    number ^= number >> 32;
    number *= 0x9e3779b97f4a7c15;
    number ^= number >> 29;
    number *= 0xbf58476d1ce4e5b9;
    return number ^ (number >> 32);
  }
  Move& add_move(uint64_t key);
  uint32_t* add_state(const Digest& digest, uint32_t shared, size_t parts);

  std::vector<KnownMove> moves_{1024}; // open addressing: what is looked up most lies in one place
  size_t move_count_ = 0;
  std::vector<Consequences> consequences_;
};

}  // namespace lockstep
