#include "detect/happens_before.h"

namespace lockstep {

void HappensBefore::apply(uint32_t task, const SyncEvent& event) {
  const SyncKindInfo& info = info_of(event.kind);
  if (lasting_only_ && !info.lasting) return;
  switch (event.kind) {
    case SyncKind::thread_started: {
      VectorClock clock;
      release(task, clock);
      acquire(event.object - 1, clock);
      return;
    }
    case SyncKind::thread_joined: {
      VectorClock clock;
      release(event.object - 1, clock);
      acquire(task, clock);
      return;
    }
    default:
      break;
  }
  if (info.effect == SyncKindInfo::Effect::nothing) return;
  const uint64_t key = uint64_t{event.object} << 8 | static_cast<uint64_t>(info.channel);
  if (info.effect != SyncKindInfo::Effect::releases) {
    const auto found = released_.find(key);
    if (found != released_.end()) acquire(task, found->second);
  }
  if (info.effect != SyncKindInfo::Effect::acquires) release(task, released_[key]);
}

void HappensBefore::release(uint32_t task, VectorClock& into) {
  Thread& giver = thread(task);
  into.join(giver.known);
  into.raise(task, giver.time);
  ++giver.time;
}

void HappensBefore::acquire(uint32_t task, const VectorClock& from) {
  Thread& taker = thread(task);
  if (taker.known.join(from)) taker.told = nullptr;
}

Knowledge HappensBefore::tell(uint32_t task) {
  Thread& teller = thread(task);
  if (teller.told == nullptr) teller.told = std::make_shared<const VectorClock>(teller.known);
  return {{task, teller.time++}, teller.told};
}

void HappensBefore::learn(uint32_t task, const Knowledge& what) {
  Thread& learner = thread(task);
  learner.known.join(*what.others);
  learner.known.raise(what.epoch.task, what.epoch.time);
  learner.told = nullptr;
}

}  // namespace lockstep
