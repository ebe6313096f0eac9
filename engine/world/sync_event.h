#pragma once

#include <cstddef>
#include <cstdint>

namespace lockstep {

enum class SyncKind : uint8_t {
#define SYNC_EVENT(name, effect, channel, lasting) name,
#include "world/sync_event.def"
#undef SYNC_EVENT
};

// Something that a thread has achieved with a primitive, told when it has happened (an operation is announced
// before, and may come to nothing): what detectors fold. sync_event.def says what the fields mean.
struct SyncEvent {
  SyncKind kind = SyncKind::lock_acquired;
  bool patient = false;
  int32_t line = 0;              // of the script, where the thread stands; 0: nowhere in it
  uint32_t object = 0;           // the run's serial number of the primitive
  uint32_t detail = 0;
};

struct SyncKindInfo {
  enum class Effect : uint8_t { nothing, acquires, releases, both };
  enum class Channel : uint8_t { main, room, done, store };
  Effect effect;
  Channel channel;
  bool lasting;
};

inline constexpr SyncKindInfo kSyncKinds[] = {
#define SYNC_EVENT(name, effect, channel, lasting) \
  {SyncKindInfo::Effect::effect, SyncKindInfo::Channel::channel, lasting},
#include "world/sync_event.def"
#undef SYNC_EVENT
};

constexpr const SyncKindInfo& info_of(SyncKind kind) { return kSyncKinds[static_cast<size_t>(kind)]; }

}  // namespace lockstep
