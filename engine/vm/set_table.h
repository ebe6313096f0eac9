#pragma once

#include "vm/dict.h"

// The places of a set's table, for the files that walk several sets at once. The order of the places is CPython's;
// see vm/set.cpp.
namespace lockstep {

using SetPlace = SetTableObject::Place;

inline bool is_free(const SetPlace& place) { return place.element.is_empty() && place.hash == 0; }

// The places of a hash in the order in which they are tried.
class SetProbe {
 public:
  SetProbe(const SetTableObject* table, uint64_t hash) : mask_(table->size - 1), perturb_(hash) {
    begin_row(hash & mask_);
  }

  uint64_t place() const { return row_ + offset_; }
  void advance() {
    if (offset_ < last_) {
      ++offset_;
      return;
    }
    perturb_ >>= 5;
    begin_row((row_ * 5 + 1 + perturb_) & mask_);
  }

 private:
  static constexpr uint64_t kLinearProbes = 9;

  void begin_row(uint64_t row) {
    row_ = row;
    offset_ = 0;
    last_ = row + kLinearProbes <= mask_ ? kLinearProbes : 0;
  }

  uint64_t mask_;
  uint64_t perturb_;
  uint64_t row_ = 0;
  uint64_t offset_ = 0;
  uint64_t last_ = 0;
};

// The place of an element whose hash is known, or -1.
inline int64_t find_place(const SetObject* set, Value element, uint64_t hash) {
  const SetTableObject* table = set->table;
  if (table == nullptr || set->size == 0) return -1;
  // The first place decides mostly.
  const uint64_t first = hash & (table->size - 1);
  if (is_free(table->places[first])) return -1;
  if (table->places[first].element == element) return static_cast<int64_t>(first);
  for (SetProbe probe(table, hash);; probe.advance()) {
    const SetPlace& place = table->places[probe.place()];
    if (is_free(place)) return -1;
    if (place.element.is_empty()) continue;
    if (place.element == element || (place.hash == hash && keys_equal(place.element, element))) {
      return static_cast<int64_t>(probe.place());
    }
  }
}

// The next place with an element, in table order; null at the end.
inline const SetPlace* next_place(const SetObject* set, uint32_t& position) {
  const SetTableObject* table = set->table;
  if (table == nullptr) return nullptr;
  while (position < table->size) {
    const SetPlace& place = table->places[position++];
    if (!place.element.is_empty()) return &place;
  }
  return nullptr;
}

}  // namespace lockstep
