#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "trace/event.h"
#include "trace/stable_array.h"

namespace lockstep {

// The events of a run in the order they were reported: the only history there is. The events of one
// thread are in the order of their times; across threads of a free run a wake-up by timeout can
// stand a little late.
//
// One writer at a time (whoever has permission to run), any number of readers, which never wait. A
// controlled run that is rewound truncates its log; readers find out by the generation, which
// counts truncations.
class Log {
 public:
  // When `max_events` are recorded, only essential ones are added.
  explicit Log(size_t max_events = 4'000'000);

  // --- For the writer ---

  void append(const TraceEvent& event);

  // The number of a text in the table, for TraceEvent::text. Texts that come again and again (names,
  // kinds) are better interned: they get the same number each time.
  uint32_t add_text(std::string_view text);
  uint32_t intern(std::string_view text);

  // Forgets the events from number `size` on. Requires size <= this->size(). Texts stay.
  void truncate(size_t size);

  // --- For everybody ---

  size_t size() const { return size_.load(std::memory_order_acquire); }
  uint64_t generation() const { return sequence_.load(std::memory_order_acquire) / 2; }
  uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

  struct Slice {
    size_t count = 0;         // events that were copied
    uint64_t generation = 0;  // that they all belong to
  };

  // Copies events from number `first` on, as many as there are and fit.
  Slice read(size_t first, std::span<TraceEvent> out) const;

  // TraceEvent number `index`, below a size() of the same generation.
  TraceEvent at(size_t index) const;

  // Valid as long as the log. Any number that an event has carried, or 0.
  std::string_view text(uint32_t number) const;

 private:
  // Events are kept as words so that a reader that overlaps a truncation reads something, finds the
  // generation changed, and reads again.
  static constexpr size_t kWords = sizeof(TraceEvent) / sizeof(uint64_t);
  struct Slot {
    std::atomic<uint64_t> words[kWords];
  };

  TraceEvent load(size_t index) const;

  const size_t max_events_;
  StableArray<Slot> slots_;
  std::atomic<size_t> size_{0};
  std::atomic<uint64_t> sequence_{0};  // twice the generation; odd while a truncation is under way
  std::atomic<uint64_t> dropped_{0};

  StableArray<std::string> texts_;
  uint32_t text_count_ = 0;
  std::unordered_map<std::string_view, uint32_t> interned_;
};

}  // namespace lockstep
