#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "world/operation.h"
#include "world/time.h"

namespace lockstep {

struct WaitQueue;

// A place in a wait queue. A task has one; a future that asyncio waits with has one as well.
// Queues are intrusive: a waiter stands in at most one queue, and queueing allocates nothing.
struct Waiter {
  enum class Kind : uint8_t { task, future };

  Waiter* next = nullptr;
  Waiter* previous = nullptr;
  WaitQueue* queue = nullptr;        // the queue it stands in, or null
  Kind kind = Kind::task;
  uint32_t payload = 0;              // for the primitive that queued it (e.g. how many it asks for)
};

enum class TaskState : uint8_t { created, ready, running, blocked, finished };

enum class WakeReason : uint8_t { none, notified, timeout };

// What a blocked task waits for, in words the interface and the deadlock report can use.
enum class WaitKind : uint8_t {
  nothing, lock, rlock, condition, semaphore, event, barrier, queue_item, queue_space, queue_join,
  thread_end, future, sleep, loop, input,
};

// The state of a blocking call between its invocations. A primitive's operation that had to park is
// called again, with the same arguments, after the task was woken; it finds here where it was.
// All zero at the first invocation.
struct WaitState {
  uint8_t phase = 0;
  uint8_t flag = 0;
  uint32_t number = 0;
  Time deadline = 0;
  uint64_t scratch = 0;
};

struct Task;

// Names a task for longer than it lives, by its id. All zero: none.
struct TaskReference {
  uint32_t number = 0;  // its id plus one

  static TaskReference to(const Task& task);
  bool none() const { return number == 0; }
  bool is(const Task& task) const;
  uint32_t id() const { return number - 1; }  // requires !none()

  friend bool operator==(const TaskReference&, const TaskReference&) = default;
};

// Anything that can wait: a script thread. Lives in its run's arena, inside the object that the
// script knows it by, so that copying the arena copies it. Only the world it belongs to and the
// primitives change it, and only while they have the world's permission to run (the GIL in the
// free world; the one driving thread in the controlled world).
struct Task {
  Waiter waiter;
  uint32_t id = 0;                   // 0 is the main thread; others count up in the order they start
  TaskState state = TaskState::created;
  WakeReason wake_reason = WakeReason::none;   // why the last park ended
  bool daemon = false;
  bool shut_out = false;             // (the controlled world's) ready, but what it needs is not free
  WaitKind waiting_for = WaitKind::nothing;
  uint32_t waiting_object = 0;       // the run's serial number of the object waited for, 0 if none
  const TaskReference* waiting_for_owner = nullptr;  // where the primitive keeps who could end the
                                     // wait, if one task alone could (a lock's holder, a joined thread)
  Time deadline = kNever;            // of the current park
  WaitState wait;
  Operation pending;                 // the announced operation it stands before

  // The world's own, from spawn to end.
  Task* next = nullptr;              // its place in the TaskList of live tasks
  Task* previous = nullptr;
  uint64_t park_number = 0;          // counts all parks of the run: who parked first
  void* host = nullptr;              // the free world's thread for it; null in the controlled world
};

inline TaskReference TaskReference::to(const Task& task) { return TaskReference{task.id + 1}; }
inline bool TaskReference::is(const Task& task) const { return number == task.id + 1; }

// For worlds: what a task waited for is over.
inline void forget_wait(Task& task) {
  task.waiting_for = WaitKind::nothing;
  task.waiting_object = 0;
  task.waiting_for_owner = nullptr;
  task.deadline = kNever;
}

// The task whose place `waiter` is. Requires waiter.kind == Waiter::Kind::task.
inline Task& task_of(Waiter& waiter) { return reinterpret_cast<Task&>(waiter); }
static_assert(std::is_standard_layout_v<Task> && offsetof(Task, waiter) == 0);

}  // namespace lockstep
