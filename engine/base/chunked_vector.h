#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace lockstep {

// An array that grows without moving what it holds: many millions are added without their being copied, and
// without twice the memory while that is done. For things that can be left uninitialized.
//
// Rules for threads are those of a container of the standard library.
template <class T>
class ChunkedVector {
 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  size_t bytes() const { return chunks_.size() * kChunk * sizeof(T); }

  T& operator[](size_t i) { return chunks_[i / kChunk][i % kChunk]; }
  const T& operator[](size_t i) const { return chunks_[i / kChunk][i % kChunk]; }

  void push_back(const T& thing) {
    if (size_ == chunks_.size() * kChunk) chunks_.emplace_back(new T[kChunk]);
    const size_t at = size_++;
    (*this)[at] = thing;
  }

 private:
  static constexpr size_t kChunk = size_t{1} << 14;

  std::vector<std::unique_ptr<T[]>> chunks_;
  size_t size_ = 0;
};

// Short runs of words, each in one piece, that stay where they are.
class SpanPool {
 public:
  size_t bytes() const { return chunks_.size() * kChunk * sizeof(uint32_t); }

  // Room for `count` words, at most kChunk of them: its offset. It stays below 2^32 for 16 GiB.
  uint32_t add(size_t count) {
    if (chunks_.empty() || used_ + count > kChunk) {
      chunks_.emplace_back(new uint32_t[kChunk]);
      used_ = 0;
    }
    const size_t offset = (chunks_.size() - 1) * kChunk + used_;
    used_ += count;
    return static_cast<uint32_t>(offset);
  }

  uint32_t* at(uint32_t offset) { return &chunks_[offset / kChunk][offset % kChunk]; }
  const uint32_t* at(uint32_t offset) const { return &chunks_[offset / kChunk][offset % kChunk]; }

 private:
  static constexpr size_t kChunk = size_t{1} << 16;

  std::vector<std::unique_ptr<uint32_t[]>> chunks_;
  size_t used_ = 0;
};

}  // namespace lockstep
