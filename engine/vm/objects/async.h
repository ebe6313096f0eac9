#pragma once

#include "vm/object.h"
#include "world/time.h"

namespace lockstep {

struct ArrayObject;
struct ListObject;
struct ThreadObject;
struct EventLoopObject;

// asyncio.Future, and what a Task has of one. Used by the thread its loop runs in (asyncio has no locks).
struct AsyncFutureObject : Object {
  static constexpr Kind kKind = Kind::async_future;
  enum What : uint8_t { future, task, waiter, gathering };   // in `extra`
  enum class State : uint8_t { pending, cancelled, finished };

  State state;
  bool failed;                       // finished, and `value` is the exception
  bool log_traceback;                // failed, and nobody has asked for the exception yet
  bool is_blocking;                  // a task was handed it by its coroutine's await, and has not taken it yet
  bool is_sleep;                     // made by asyncio.sleep(): a timer gives it its value
  bool must_cancel;                  // a task's: CancelledError is thrown into it at its next step
  uint32_t cancel_requests;          // a task's
  EventLoopObject* loop;
  Value value;                       // the result, the exception, or the message of cancel(); until then empty
                                     // (of a sleep: the result to come)
  Value traceback;                   // of the exception when it was set; cancelled: the CancelledError that caused it, or empty
  Value callback;                    // the first done callback, or empty; a task stands for its own waking
  Value context;                     // that callback runs in
  Value more;                        // further callbacks: a list of callback, context, callback, ...; or empty
};

struct AsyncTaskObject : AsyncFutureObject {
  Value coroutine;                   // empty before __init__()
  Value waiter;                      // the future it waits for, or empty
  Value name;                        // a str, or the number n of "Task-n"
  Value own_context;                 // contextvars.Context, or empty: nothing is set in it yet
  AsyncTaskObject* previous;         // among the loop's tasks that are not done
  AsyncTaskObject* next;
};

struct AsyncPrimitiveObject;

// What a task waits for that wants a lock, a permit, an item, ...: a future, and what is to be done when the wait is
// over (vm/async_primitives.h).
struct AsyncWaiterObject : AsyncFutureObject {
  enum class Wait : uint8_t { nothing, lock, event, semaphore, get, put };

  Wait wait;                         // `nothing` once that has been done
  AsyncPrimitiveObject* target;
  Value argument;                    // put: the item; get: nothing; else what the await gives
};

// What gather() returns. It stands among the callbacks of its children (modules/async_gather.cpp).
struct AsyncGatheringObject : AsyncFutureObject {
  Value children;                    // a list of futures, in the order they were given
  uint32_t left;                     // of those, each counted once, whose end it has not been told of
  bool returns_exceptions;
  bool is_cancelled;                 // cancel() was called on it, and reached a child
};

// Futures, who came first in front: a ring.
struct FutureQueue {
  ArrayObject* futures;              // null, or of a power of two
  uint32_t first;
  uint32_t count;
};

// What is C++ of asyncio's Lock, Event, Semaphore or Queue.
struct AsyncPrimitiveObject : Object {
  static constexpr Kind kKind = Kind::async_primitive;
  enum What : uint8_t { lock, event, semaphore, queue };   // in `extra`

  EventLoopObject* loop;             // where somebody first waited for it, or null
  FutureQueue waiters;               // a queue's: those that want an item
  FutureQueue putters;               // a queue's: those that want room
  int64_t value;                     // lock: 1 while it is held; event: 1 when set; semaphore: permits;
                                     // queue: how many items may be in it, without limit if not positive
  int64_t unfinished;                // a queue's
  Value items;                       // a queue's: the ring of its deque, empty where a class of the script has a say
  Value finished;                    // a queue's: the Event for join(), or empty
};

// What loop.call_soon(), call_later() and call_at() return.
struct AsyncHandleObject : Object {
  static constexpr Kind kKind = Kind::async_handle;
  static constexpr uint8_t kCancelled = 1;              // in `extra`
  static constexpr uint8_t kScheduled = 2;              // stands among the loop's timers

  Value callback;
  Value arguments;                   // a tuple
  Value context;
  Value when;                        // a float; empty for call_soon()
  EventLoopObject* loop;
};

// What a loop of asyncio consists of in C++: what is ready, and the timers. The class that scripts know
// derives from it, in Python (modules/python/asyncio/base_events.py).
//
// Ready entries and timers are triples of Values:
//   ready   what, argument, context. A task and nothing: its next step; a task and an exception: the
//           same, thrown; a task and a future: the future it waited for is done; a plain future and
//           nothing: a sleep is over; a handle: its callback; a gathering and a future: that child is done;
//           anything else: a future's callback and that future
//   timer   when, number, what: a handle or the future of a sleep. A heap, the earliest first, the lower
//           number first where that is equal.
struct EventLoopObject : Object {
  static constexpr Kind kKind = Kind::event_loop;
  static constexpr uint32_t kTriple = 3;

  ArrayObject* ready;                // a ring
  uint32_t ready_first;
  uint32_t ready_count;
  ArrayObject* timers;
  uint32_t timer_count;
  uint32_t cancelled_timers;         // of them
  uint32_t batch;                    // ready entries left of this round
  bool is_running;
  bool is_stopping;
  bool is_closed;
  bool is_debug;
  bool is_parked;                    // its thread waits for something to do
  bool had_round;                    // since it was started
  bool is_current;                   // it is the main thread's, as asyncio.get_event_loop() has it
  bool is_plain;                     // no class of the script's and no task factory has a say in create_task()
  uint64_t next_timer;
  ThreadObject* thread;              // that it runs in, or null
  Value current_task;                // whose step it runs, or empty
  AsyncTaskObject* first_task;       // those not done, in the order they were made
  AsyncTaskObject* last_task;
  ListObject* generators;            // async generators that were begun in it and may be unfinished; or null
  Value running[kTriple];            // the entry being run
  Value outer_context;               // of the thread, while an entry runs in its own
  Time began;                        // debug mode: when the entry being run began
  double slow;                       // debug mode: seconds from which a step is slow
};

}  // namespace lockstep
