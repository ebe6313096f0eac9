#pragma once

#include <algorithm>
#include <array>
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
// an entry, of 16. It grows piece by piece, so adding never takes long.
class DigestIndex {
 public:
  size_t bytes() const {
    size_t slots = 0;
    for (const Piece& piece : pieces_) slots += piece.tags.size();
    return slots * (sizeof(uint64_t) + sizeof(Rest));
  }

  bool contains(uint64_t low, uint32_t high) const {
    const Piece& piece = piece_of(high);
    return piece.tags[piece.place_of(low, tag_of(low, high))] != 0;
  }
  // The number of the thing with this hash, or FlatIndex::kNone.
  uint32_t find(uint64_t low, uint32_t high) const {
    const Piece& piece = piece_of(high);
    const size_t at = piece.place_of(low, tag_of(low, high));
    return piece.tags[at] == 0 ? FlatIndex::kNone : piece.rests[at].number;
  }
  // Brings what these will look at closer.
  void prefetch(uint64_t low, uint32_t high) const {
    const Piece& piece = piece_of(high);
    __builtin_prefetch(&piece.tags[piece.home_of(low)]);
  }
  void prefetch_number(uint64_t low, uint32_t high) const {
    const Piece& piece = piece_of(high);
    __builtin_prefetch(&piece.tags[piece.home_of(low)]);
    __builtin_prefetch(&piece.rests[piece.home_of(low)]);
  }

  // Requires that it is not there.
  void add(uint64_t low, uint32_t high, uint32_t number) {
    Piece& piece = pieces_[high % kPieces];
    if ((piece.size + 1) * 3 > piece.tags.size() * 2) piece.grow();
    piece.place(tag_of(low, high), {static_cast<uint32_t>(low), number});
    ++piece.size;
  }

 private:
  static constexpr size_t kPieces = 64;

  struct Rest {
    uint32_t low = 0;
    uint32_t number = 0;
  };
  struct Piece {
    explicit Piece(size_t slots = 64) : tags(slots), rests(slots) {}

    size_t home_of(uint64_t low) const { return static_cast<uint32_t>(low) & (tags.size() - 1); }
    // Where it is, or would be.
    size_t place_of(uint64_t low, uint64_t tag) const {
      size_t at = home_of(low);
      while (tags[at] != 0 && tags[at] != tag) at = (at + 1) & (tags.size() - 1);
      return at;
    }
    void place(uint64_t tag, const Rest& rest) {
      size_t at = home_of(rest.low);
      while (tags[at] != 0) at = (at + 1) & (tags.size() - 1);
      tags[at] = tag;
      rests[at] = rest;
    }
    void grow() {
      Piece larger(tags.size() * 2);
      for (size_t i = 0; i < tags.size(); ++i) {
        if (tags[i] != 0) larger.place(tags[i], rests[i]);
      }
      larger.size = size;
      *this = std::move(larger);
    }

    std::vector<uint64_t> tags;        // 0: a free place
    std::vector<Rest> rests;
    size_t size = 0;
  };

  static uint64_t tag_of(uint64_t low, uint32_t high) {
    return std::max<uint64_t>((uint64_t{high} << 32) | (low >> 32), 1);
  }
  const Piece& piece_of(uint32_t high) const { return pieces_[high % kPieces]; }

  std::array<Piece, kPieces> pieces_;
};

}  // namespace lockstep
