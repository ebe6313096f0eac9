#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>

namespace lockstep {

enum class EventKind : uint8_t {
#define EVENT(name, essential, label) name,
#include "trace/event.def"
#undef EVENT
};

// One thing that happened in a run; event.def says what the fields mean for each kind.
struct TraceEvent {
  int64_t time = 0;     // nanoseconds since the run began, on its world's clock
  uint32_t task = 0;    // the id of the thread
  uint32_t object = 0;  // the run's serial number of an object; 0: none
  uint32_t detail = 0;
  int32_t line = 0;   // in the script, from 1; 0: none
  uint32_t text = 0;  // in the log's table of texts; 0: ""
  EventKind kind = EventKind::note;
  uint8_t unused[3] = {};

  friend bool operator==(const TraceEvent&, const TraceEvent&) = default;
};
static_assert(sizeof(TraceEvent) == 32 && std::is_trivially_copyable_v<TraceEvent>);

struct EventKindInfo {
  std::string_view name;   // as in event.def: what files say
  std::string_view label;  // what people read
  bool essential;
};

inline constexpr EventKindInfo kEventKinds[] = {
#define EVENT(name, essential, label) {#name, label, essential},
#include "trace/event.def"
#undef EVENT
};

constexpr const EventKindInfo& info_of(EventKind kind) {
  return kEventKinds[static_cast<size_t>(kind)];
}

constexpr std::optional<EventKind> event_kind_named(std::string_view name) {
  for (size_t i = 0; i < std::size(kEventKinds); ++i) {
    if (kEventKinds[i].name == name) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

}  // namespace lockstep
