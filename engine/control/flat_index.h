#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lockstep {

// What FlatIndex and DigestIndex have in common: open addressing, slots with a `number` that is 0 where
// nothing stands. Nothing is ever removed.
template <class Slot>
class OpenTable {
 public:
  OpenTable() : slots_(1024) {}

  size_t bytes() const { return slots_.size() * sizeof(Slot); }

 protected:
  // The number of the slot with this hash for which `is_it(slot)`; 0: there is none.
  template <class IsIt>
  uint32_t find_slot(uint64_t hash, IsIt is_it) const {
    for (size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == 0 || is_it(slot)) return slot.number;
    }
  }

  // Requires that it is not there. `hash_of(slot)` is asked for all others when the table grows.
  template <class HashOf>
  void add_slot(uint64_t hash, const Slot& slot, HashOf hash_of) {
    if ((size_ + 1) * 3 > slots_.size() * 2) {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& each : old) {
        if (each.number != 0) place(hash_of(each), each);
      }
    }
    place(hash, slot);
    ++size_;
  }

  const Slot& first_slot(uint64_t hash) const { return slots_[hash & (slots_.size() - 1)]; }

 private:
  void place(uint64_t hash, const Slot& slot) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

struct TaggedSlot {
  uint32_t tag = 0;
  uint32_t number = 0;  // plus one; 0: free
};

// A hash table from a hash to a number, for callers that keep the things themselves: 8 bytes an
// entry. The caller compares.
class FlatIndex : public OpenTable<TaggedSlot> {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // The number of the thing with this hash for which `is_equal(number)`, or kNone.
  template <class IsEqual>
  uint32_t find(uint64_t hash, IsEqual is_equal) const {
    const uint32_t tag = tag_of(hash);
    return find_slot(hash, [&](const TaggedSlot& slot) {
             return slot.tag == tag && is_equal(slot.number - 1);
           }) - 1;
  }

  // Requires that it is not there. `hash_of(number)` is asked for all others when the table grows.
  template <class HashOf>
  void add(uint64_t hash, uint32_t number, HashOf hash_of) {
    add_slot(hash, {tag_of(hash), number + 1},
             [&](const TaggedSlot& slot) { return hash_of(slot.number - 1); });
  }

 private:
  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }
};

struct DigestSlot {
  uint64_t low = 0;
  uint32_t high = 0;
  uint32_t number = 0;  // plus one; 0: free
};

// The same for things that 96 bits of a hash tell apart: 16 bytes an entry, and nobody else to ask.
class DigestIndex : public OpenTable<DigestSlot> {
 public:
  // The number of the thing with this hash, or FlatIndex::kNone.
  uint32_t find(uint64_t low, uint32_t high) const {
    return find_slot(low, [&](const DigestSlot& slot) { return slot.low == low && slot.high == high; }) - 1;
  }
  // Brings what find() will look at closer.
  void prefetch(uint64_t low) const { __builtin_prefetch(&first_slot(low)); }

  // Requires that it is not there.
  void add(uint64_t low, uint32_t high, uint32_t number) {
    add_slot(low, {low, high, number + 1}, [](const DigestSlot& slot) { return slot.low; });
  }
};

}  // namespace lockstep
