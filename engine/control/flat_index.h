#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lockstep {

// A hash table from a hash to a number, for callers that keep the things themselves: 8 bytes an entry. The
// caller compares. Open addressing; nothing is ever removed.
class FlatIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  FlatIndex() : slots_(1024) {}

  // The number of the thing with this hash for which `is_equal(number)`, or kNone.
  template <class IsEqual>
  uint32_t find(uint64_t hash, IsEqual is_equal) const {
    const uint32_t tag = tag_of(hash);
    for (size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == 0 || (slot.tag == tag && is_equal(slot.number - 1))) return slot.number - 1;
    }
  }

  // Requires that it is not there. `hash_of(number)` is asked for all others when the table grows.
  template <class HashOf>
  void add(uint64_t hash, uint32_t number, HashOf hash_of) {
    if ((size_ + 1) * 3 > slots_.size() * 2) {
      std::vector<Slot> old(slots_.size() * 2);
      old.swap(slots_);
      for (const Slot& each : old) {
        if (each.number != 0) place(hash_of(each.number - 1), each);
      }
    }
    place(hash, {tag_of(hash), number + 1});
    ++size_;
  }

 private:
  struct Slot {
    uint32_t tag = 0;
    uint32_t number = 0;  // plus one; 0: free
  };

  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }

  void place(uint64_t hash, const Slot& slot) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
};

// The same for many things that 96 bits of a hash tell apart, and nobody else to ask. The lower 32 bits say
// where a thing stands; only the other 64 are looked at there, so a table of 2^n tells by 64 + n bits, less
// the few that are lost to neighbours. What is asked most, whether something is there at all, touches 8 bytes
// an entry, of 16.
class DigestIndex {
 public:
  DigestIndex() : tags_(1024), rests_(1024) {}

  size_t bytes() const { return tags_.size() * (sizeof(uint64_t) + sizeof(Rest)); }

  bool contains(uint64_t low, uint32_t high) const {
    return tags_[place_of(static_cast<uint32_t>(low), tag_of(low, high))] != 0;
  }
  // The number of the thing with this hash, or FlatIndex::kNone.
  uint32_t find(uint64_t low, uint32_t high) const {
    const size_t at = place_of(static_cast<uint32_t>(low), tag_of(low, high));
    return tags_[at] == 0 ? FlatIndex::kNone : rests_[at].number;
  }
  // Brings what these will look at closer.
  void prefetch(uint64_t low) const { __builtin_prefetch(&tags_[home_of(low)]); }
  void prefetch_number(uint64_t low) const {
    prefetch(low);
    __builtin_prefetch(&rests_[home_of(low)]);
  }

  // Requires that it is not there.
  void add(uint64_t low, uint32_t high, uint32_t number) {
    if ((size_ + 1) * 3 > tags_.size() * 2) {
      DigestIndex larger(tags_.size() * 2);
      for (size_t i = 0; i < tags_.size(); ++i) {
        if (tags_[i] != 0) larger.place(tags_[i], rests_[i]);
      }
      larger.size_ = size_;
      *this = std::move(larger);
    }
    place(tag_of(low, high), {static_cast<uint32_t>(low), number});
    ++size_;
  }

 private:
  struct Rest {
    uint32_t low = 0;
    uint32_t number = 0;
  };

  explicit DigestIndex(size_t size) : tags_(size), rests_(size) {}

  // 0 is a free place.
  static uint64_t tag_of(uint64_t low, uint32_t high) {
    return std::max<uint64_t>((uint64_t{high} << 32) | (low >> 32), 1);
  }
  size_t home_of(uint64_t low) const { return static_cast<uint32_t>(low) & (tags_.size() - 1); }
  // Where it is, or would be.
  size_t place_of(uint32_t low, uint64_t tag) const {
    size_t at = home_of(low);
    while (tags_[at] != 0 && tags_[at] != tag) at = (at + 1) & (tags_.size() - 1);
    return at;
  }
  void place(uint64_t tag, const Rest& rest) {
    size_t at = home_of(rest.low);
    while (tags_[at] != 0) at = (at + 1) & (tags_.size() - 1);
    tags_[at] = tag;
    rests_[at] = rest;
  }

  std::vector<uint64_t> tags_;
  std::vector<Rest> rests_;
  size_t size_ = 0;
};

}  // namespace lockstep
