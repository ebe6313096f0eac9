#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>

#include "base/check.h"

namespace lockstep {

// An array that grows without moving its elements, so that readers need no lock. Chunk number k
// holds kFirst << k elements: 26 of them are more than fits any memory. One thread grows it; others
// may look at elements below any size that they learnt of by an acquiring read.
template <class T, size_t kFirst = 1024>
class StableArray {
 public:
  StableArray() = default;
  StableArray(const StableArray&) = delete;
  StableArray& operator=(const StableArray&) = delete;
  ~StableArray() {
    for (auto& chunk : chunks_) delete[] chunk.load(std::memory_order_relaxed);
  }

  // The writer's: makes room for element `index`, where all before it have been made.
  T& make(size_t index) {
    const Place place = place_of(index);
    ENSURE(place.chunk < kChunks);
    T* chunk = chunks_[place.chunk].load(std::memory_order_relaxed);
    if (chunk == nullptr) {
      chunk = new T[kFirst << place.chunk]();
      chunks_[place.chunk].store(chunk, std::memory_order_release);
    }
    return chunk[place.offset];
  }

  const T& at(size_t index) const {
    const Place place = place_of(index);
    return chunks_[place.chunk].load(std::memory_order_acquire)[place.offset];
  }

 private:
  static_assert(std::has_single_bit(kFirst));
  static constexpr size_t kChunks = 26;

  struct Place {
    size_t chunk;
    size_t offset;
  };

  static Place place_of(size_t index) {
    const size_t shifted = index + kFirst;
    const size_t chunk = std::bit_width(shifted) - std::bit_width(kFirst);
    return {chunk, shifted - (kFirst << chunk)};
  }

  std::array<std::atomic<T*>, kChunks> chunks_{};
};

}  // namespace lockstep
