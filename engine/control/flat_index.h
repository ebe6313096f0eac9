#pragma once

#include <cstdint>
#include <vector>

namespace lockstep {

// A hash table from a hash to a number, for callers that keep the things themselves: open
// addressing, 8 bytes an entry. The caller compares. Nothing is ever removed.
class FlatIndex {
 public:
  FlatIndex() : slots_(1024) {}

  // The number of the thing with this hash for which `is_equal(number)`, or kNone.
  template <class IsEqual>
  uint32_t find(uint64_t hash, IsEqual is_equal) const {
    const uint32_t tag = tag_of(hash);
    for (size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == 0) return kNone;
      if (slot.tag == tag && is_equal(slot.number - 1)) return slot.number - 1;
    }
  }

  // Requires that it is not there. `hash_of(number)` is asked for all others when the table grows.
  template <class HashOf>
  void add(uint64_t hash, uint32_t number, HashOf hash_of) {
    if ((size_ + 1) * 3 > slots_.size() * 2) {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.number != 0) place(hash_of(slot.number - 1), slot.number - 1);
      }
    }
    place(hash, number);
    ++size_;
  }

  size_t bytes() const { return slots_.size() * sizeof(Slot); }

  static constexpr uint32_t kNone = UINT32_MAX;

 private:
  struct Slot {
    uint32_t tag = 0;
    uint32_t number = 0;  // plus one; 0: free
  };

  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }

  void place(uint64_t hash, uint32_t number) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {tag_of(hash), number + 1};
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

// The same for things that 96 bits of a hash tell apart: 16 bytes an entry, and nobody else to ask.
class DigestIndex {
 public:
  DigestIndex() : slots_(1024) {}

  // The number of the thing with this hash, or FlatIndex::kNone.
  uint32_t find(uint64_t low, uint32_t high) const {
    for (size_t at = low & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == 0) return FlatIndex::kNone;
      if (slot.low == low && slot.high == high) return slot.number - 1;
    }
  }
  // Brings what find() will look at closer.
  void prefetch(uint64_t low) const { __builtin_prefetch(&slots_[low & (slots_.size() - 1)]); }

  // Requires that it is not there.
  void add(uint64_t low, uint32_t high, uint32_t number) {
    if ((size_ + 1) * 3 > slots_.size() * 2) {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.number != 0) place(slot);
      }
    }
    place({low, high, number + 1});
    ++size_;
  }

  size_t bytes() const { return slots_.size() * sizeof(Slot); }

 private:
  struct Slot {
    uint64_t low = 0;
    uint32_t high = 0;
    uint32_t number = 0;  // plus one; 0: free
  };

  void place(const Slot& slot) {
    size_t at = slot.low & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

}  // namespace lockstep
