#include "trace/log.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/check.h"

namespace lockstep {

namespace {

using Words = std::array<uint64_t, sizeof(TraceEvent) / sizeof(uint64_t)>;

}  // namespace

Log::Log(size_t max_events) : max_events_(max_events) { intern(""); }

void Log::append(const TraceEvent& event) {
  const size_t index = size_.load(std::memory_order_relaxed);
  if (index >= max_events_ && !info_of(event.kind).essential) {
    dropped_.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  const auto words = std::bit_cast<Words>(event);
  Slot& slot = slots_.make(index);
  for (size_t i = 0; i < kWords; ++i) slot.words[i].store(words[i], std::memory_order_release);
  size_.store(index + 1, std::memory_order_release);
}

uint32_t Log::add_text(std::string_view text) {
  if (text.empty()) return 0;
  texts_.make(text_count_) = text;
  return text_count_++;
}

uint32_t Log::intern(std::string_view text) {
  const auto known = interned_.find(text);
  if (known != interned_.end()) return known->second;
  texts_.make(text_count_) = text;
  interned_.emplace(texts_.at(text_count_), text_count_);
  return text_count_++;
}

void Log::truncate(size_t size) {
  ENSURE(size <= this->size());
  // A reader that sees the new size or new words has to see that the sequence has changed as well.
  sequence_.fetch_add(1, std::memory_order_acq_rel);
  size_.store(size, std::memory_order_release);
  sequence_.fetch_add(1, std::memory_order_acq_rel);
}

Log::Slice Log::read(size_t first, std::span<TraceEvent> out) const {
  for (;;) {
    const uint64_t sequence = sequence_.load(std::memory_order_acquire);
    if (sequence % 2 != 0) continue;
    Slice slice;
    slice.generation = sequence / 2;
    const size_t end = size();
    slice.count = first < end ? std::min(out.size(), end - first) : 0;
    for (size_t i = 0; i < slice.count; ++i) out[i] = load(first + i);
    if (sequence_.load(std::memory_order_acquire) == sequence) return slice;
  }
}

TraceEvent Log::at(size_t index) const {
  ENSURE(index < size());
  return load(index);
}

TraceEvent Log::load(size_t index) const {
  const Slot& slot = slots_.at(index);
  Words words;
  for (size_t i = 0; i < kWords; ++i) words[i] = slot.words[i].load(std::memory_order_acquire);
  return std::bit_cast<TraceEvent>(words);
}

std::string_view Log::text(uint32_t number) const { return texts_.at(number); }

}  // namespace lockstep
