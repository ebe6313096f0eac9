#include "sync/queue_gate.h"

#include "sync/acquire.h"

namespace lockstep {

void QueueGate::set_object(uint32_t object) {
  getters.object = object;
  putters.object = object;
  joiners.object = object;
}

Progress QueueGate::put(World& world, Task& task, Time deadline, bool& admitted) {
  return wait_until(world, task, putters, WaitKind::queue_space, deadline, nullptr, admitted, [&] {
    if (is_full()) return false;
    ++size;
    ++unfinished;
    wake_first(world, getters);
    return true;
  });
}

Progress QueueGate::get(World& world, Task& task, Time deadline, bool& admitted) {
  return wait_until(world, task, getters, WaitKind::queue_item, deadline, nullptr, admitted, [&] {
    if (size == 0) return false;
    --size;
    wake_first(world, putters);
    return true;
  });
}

SyncError QueueGate::task_done(World& world) {
  if (unfinished == 0) return SyncError::queue_done_too_often;
  if (--unfinished == 0) wake_all(world, joiners);
  return SyncError::none;
}

Progress QueueGate::join(World& world, Task& task) {
  bool joined = false;
  return wait_until(world, task, joiners, WaitKind::queue_join, kNever, nullptr, joined,
                    [&] { return unfinished == 0; });
}

}  // namespace lockstep
