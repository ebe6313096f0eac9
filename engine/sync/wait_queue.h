#pragma once

#include <cstdint>

#include "base/check.h"
#include "world/task.h"
#include "world/world.h"

namespace lockstep {

// Who waits, first come first. Part of every primitive. Intrusive: it allocates nothing, and all
// zero is the empty queue, so that it may live in a run's arena and be copied with it (in place:
// the waiters point back at it).
struct WaitQueue {
  Waiter* first = nullptr;
  Waiter* last = nullptr;
  uint32_t size = 0;
  uint32_t object = 0;  // the run's serial number of the object it belongs to; its maker sets it

  bool empty() const { return first == nullptr; }

  void push_back(Waiter& waiter) {
    ENSURE(waiter.queue == nullptr);
    waiter.queue = this;
    waiter.previous = last;
    waiter.next = nullptr;
    (last != nullptr ? last->next : first) = &waiter;
    last = &waiter;
    ++size;
  }

  void remove(Waiter& waiter) {
    ENSURE(waiter.queue == this);
    (waiter.previous != nullptr ? waiter.previous->next : first) = waiter.next;
    (waiter.next != nullptr ? waiter.next->previous : last) = waiter.previous;
    waiter.next = nullptr;
    waiter.previous = nullptr;
    waiter.queue = nullptr;
    --size;
  }

};

// What an asyncio future waits with: waking it calls `on_wake`, which must not block.
struct FutureWaiter : Waiter {
  FutureWaiter() { kind = Kind::future; }
  void (*on_wake)(World& world, FutureWaiter& waiter) = nullptr;
};

// How far a call of a blocking operation came. Such an operation is a small state machine whose
// state is task.wait, all zero at the first call. `parked`: the task was parked; the machine
// returns Pause::parked and calls again with the same arguments when the task next runs. `done`:
// over, the results are in the out-parameters, and task.wait is all zero again.
enum class Progress : uint8_t { done, parked };

// A deadline that has always passed: the operation tries, and never parks.
inline constexpr Time kNonBlocking = -1;

// The deadline of a call that begins now. A timeout below zero never parks; kNever has no deadline.
inline Time deadline_after(World& world, Time timeout) {
  if (timeout < 0) return kNonBlocking;
  const Time now = world.now();
  return timeout < kNever - now ? now + timeout : kNever;
}

// Wakes whoever stands behind the waiter, which is in no queue any more. All waking goes through
// here.
inline void wake(World& world, Waiter& waiter) {
  switch (waiter.kind) {
    case Waiter::Kind::task:
      world.unpark(task_of(waiter));
      return;
    case Waiter::Kind::future: {
      auto& future = static_cast<FutureWaiter&>(waiter);
      future.on_wake(world, future);
      return;
    }
  }
}

// A task whose deadline has come waits no longer, though it leaves its queue only when it runs again.
inline bool waits_no_longer(Waiter& waiter) {
  return waiter.kind == Waiter::Kind::task && task_of(waiter).state == TaskState::ready;
}

// Wakes up to `count` waiters, first come first.
inline void wake_first(World& world, WaitQueue& queue, uint32_t count = 1) {
  Waiter* waiter = queue.first;
  while (waiter != nullptr && count > 0) {
    Waiter* next = waiter->next;
    if (!waits_no_longer(*waiter)) {
      queue.remove(*waiter);
      wake(world, *waiter);
      --count;
    }
    waiter = next;
  }
}

// Those who wait now; who queues up meanwhile is not meant.
inline void wake_all(World& world, WaitQueue& queue) { wake_first(world, queue, queue.size); }

// Queues the task and parks it.
inline void park_in(World& world, Task& task, WaitQueue& queue, WaitKind kind, Time deadline,
                    const TaskReference* owner = nullptr) {
  queue.push_back(task.waiter);
  task.waiting_for = kind;
  task.waiting_object = queue.object;
  task.waiting_for_owner = owner;
  world.park(task, deadline);
}

// To be called when a parked task runs again: takes it out of its queue when nobody else has.
inline void leave_queue(Task& task) {
  if (task.waiter.queue != nullptr) task.waiter.queue->remove(task.waiter);
}

}  // namespace lockstep
