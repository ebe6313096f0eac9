#pragma once

#include "vm/async.h"

// The primitives that tasks of one loop share: asyncio's Lock, Event, Semaphore and Queue, whose rules are not those
// of engine/sync (a lock is handed on fairly, nobody ever parks a thread), and the short way into them.
//
// `await lock.acquire()` calls a coroutine function of the library, whose body awaits what C++ gives. Where the
// call is awaited on the spot by the next instruction, no coroutine is made for it: the function's AwaitedFunction is
// called with its arguments instead (see FunctionObject::awaited, take_short_way).
namespace lockstep {

// What an AwaitedFunction did. Nothing but `refused` leaves the function's own body anything to do.
enum class Awaited : uint8_t {
  refused,     // nothing: this case is for the Python code
  completed,   // all of it: `out` is the value of the await
  waits,       // `out` is a pending future of an AsyncWaiterObject, or of a sleep
  turn,        // the task gives up its turn once; the await's value is None
};

// The awaited functions, by name, for _asyncio._set_awaited(); null: there is none of that name.
AwaitedFunction awaited_function(std::string_view name);

// At make_generator, in the innermost frame: when its function has a short way and the caller awaits it on the spot,
// goes that way. Then the frame is left, the caller stands at the instruction to go on with, and the answer is true.
bool take_short_way(Machine& machine);

// The await of a waiter that is done goes on, in `frame`, at its `send`. `out`: empty, and the value is in the
// instruction's register a; or another future to wait for, which has taken the waiter's place in register b.
void finish_wait(Machine& machine, AsyncWaiterObject* waiter, Frame* frame, Value& out);
// An exception is about to be thrown at the await of this waiter.
void abandon_wait(Machine& machine, AsyncWaiterObject* waiter, const ExceptionObject* exception);

void add_waiter(Machine& machine, FutureQueue& queue, AsyncFutureObject* future);      // behind the others
void remove_waiter(FutureQueue& queue, const AsyncFutureObject* future);               // if it is there
void release_lock(Machine& machine, AsyncPrimitiveObject* lock);             // requires that it is locked
void set_event(Machine& machine, AsyncPrimitiveObject* event);
void release_semaphore(Machine& machine, AsyncPrimitiveObject* semaphore);
bool is_semaphore_locked(const AsyncPrimitiveObject* semaphore);
void wake_next(Machine& machine, FutureQueue& waiters);                      // a queue's getters or putters

// How an AwaitedFunction of a primitive is known to learners: "Lock.acquire", "Queue.get".
const char* words_for_wait(AsyncWaiterObject::Wait wait);

}  // namespace lockstep
