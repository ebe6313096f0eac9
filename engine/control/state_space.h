#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "control/flat_index.h"
#include "control/state_model.h"

namespace lockstep {

// The states of a program that were met, and what is known of the steps between them.
//
// A state is the number of its shared part and, for each live thread, the number of its own part: first
// those threads that are known by a number, in its order, then the others, in the order of their
// parts; so threads that nothing tells apart make no difference. What a step of a thread does depends
// on the shared part and the thread's own one alone, and is remembered for the two (Move).
class StateSpace {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // A thread's part: what the model told, and which thread it is if that is known.
  struct Part {
    StatePart part;
    int32_t number = -1;
    bool awaited = false;
    StateReading::Access access;
    uint64_t order = 0;                // where it stands in a state
    uint32_t access_class = 0;         // of accesses to the same data in the same way; 0: none
  };

  // What a step of a thread does where the shared part is known.
  struct Move {
    enum class Kind : uint8_t { unknown, disabled, made, only_here } kind = Kind::unknown;
    uint32_t shared = 0;               // afterwards
    uint32_t own = kNone;              // afterwards; kNone: the thread has ended
    std::vector<uint32_t> born;        // the parts of the threads it started
    bool renames = false;              // the numbers of objects or of threads change:
    std::vector<int32_t> objects;      // by old number, the new one; -1: it is shared no longer
    std::vector<int32_t> threads;
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

  // The number of a state; `is_new` when it had none.
  uint32_t intern(const Placed& placed, bool& is_new);

  bool is(uint32_t state, const Placed& placed) const;

  uint32_t states() const { return static_cast<uint32_t>(offsets_.size()); }
  uint32_t shared_of(uint32_t state) const { return pool_[offsets_[state]]; }
  std::span<const uint32_t> parts_of(uint32_t state) const {
    const uint32_t* at = &pool_[offsets_[state]];
    return {at + 2, at[1]};
  }
  const Part& part(uint32_t number) const { return parts_[number]; }

  // What is known of a step. Valid until the next one is asked for.
  Move& move(uint32_t shared, uint32_t part);

  // What the model showed of a step: remembers it if it holds wherever the parts are the same.
  void learn(Move& move, const StateReading& before, const Placed& placed_before, uint32_t task,
             const StateReading& after, const Placed& placed_after);

  // Makes a remembered move of the entry at `place`: false if it does not hold for this state. New threads
  // get the ids from `next_task` on.
  bool apply(const Placed& from, uint32_t place, const Move& move, uint32_t next_task, Placed& to);

  size_t bytes() const {
    return pool_.size() * 4 + offsets_.size() * 8 + index_.bytes() + part_bytes_;
  }

 private:
  uint32_t intern_part(const StateReading::Thread& thread);
  uint32_t intern_part(Part part);
  uint32_t intern_shared(const std::vector<uint64_t>& words);
  // The same part in other terms; kNone where it speaks of what has no number any more.
  uint32_t renamed(uint32_t part, const Move& move);
  void sort(std::vector<Entry>& entries) const;

  struct Hash128 {
    uint64_t low, high;
    friend bool operator==(const Hash128&, const Hash128&) = default;
  };
  static Hash128 hash_of(const std::vector<uint64_t>& words, uint64_t seed);

  std::vector<uint32_t> pool_;         // of each state: shared, count, parts
  std::vector<uint64_t> offsets_;
  FlatIndex index_;
  std::vector<Part> parts_;
  std::vector<uint64_t> access_classes_;
  std::vector<Hash128> part_hashes_;
  FlatIndex part_index_;
  size_t part_bytes_ = 0;
  std::vector<Hash128> shared_hashes_;
  FlatIndex shared_index_;
  std::vector<Move> moves_;
  std::vector<uint64_t> move_keys_;
  FlatIndex move_index_;
};

}  // namespace lockstep
