#pragma once

#include "vm/machine.h"
#include "vm/objects/async.h"

// What the machine itself has to know of asyncio's futures and loops: a future's outcome, and how things get
// onto a loop. (What scripts see of them is the floor `modules`: modules/async_*.cpp.)
namespace lockstep {

// Parts of asyncio that are written in Python and that C++ uses, in RunState::async_library.
enum class AsyncPart : uint8_t {
  cancelled_error,        // classes
  invalid_state_error,
  future_iterator,        // (future): the generator behind future.__await__()
  future_repr,            // (future)
  handle_repr,            // (handle)
  handle_failed,          // (loop, entry, its argument, exception)
  step_slow,              // (loop, entry, seconds)
  bad_yield,              // (task, what it yielded): the exception to throw
  lost_futures,           // (futures): nobody asked for their exceptions
  any_loop,               // (): the loop of a future that is made outside any
  task_stack,             // (task, limit)
  task_print_stack,       // (task, limit, file)
  create_task,            // (coro, name, context): create_task() where that is not simple
  wrong_loop,             // (primitive): raises what there is to say of one that belongs to another loop
  gathering,              // classes
  lock,
  semaphore,
  bounded_semaphore,
  count_,
};

// Requires that asyncio has been imported.
Value async_part(Machine& machine, AsyncPart part);

// An outcome. The caller has made sure that it is done; `raised`: CancelledError or the exception it failed with.
Step future_result(Machine& machine, AsyncFutureObject* future, Value& out);
// A CancelledError for a future that was cancelled, or a task that is to be.
ExceptionObject* make_cancelled(Machine& machine, AsyncFutureObject* future);

// Both require that the future is pending.
void finish_future(Machine& machine, AsyncFutureObject* future, Value result);
void fail_future(Machine& machine, AsyncFutureObject* future, ExceptionObject* exception);
// `cause`: the CancelledError that left a task's coroutine, or empty.
void mark_cancelled(Machine& machine, AsyncFutureObject* future, Value message, Value cause);
// The task is taken off the loop's list of those that are not done.
void end_task(Machine& machine, AsyncTaskObject* task);

// Has `callback` called once it is done, at once when it is already.
void add_done_callback(Machine& machine, AsyncFutureObject* future, Value callback, Value context);

// Puts an entry (see EventLoopObject) behind the ready ones. Wakes the loop's thread if it is parked.
void push_ready(Machine& machine, EventLoopObject* loop, Value what, Value argument, Value context);
// Among the timers; `when` is a float.
void push_timer(Machine& machine, EventLoopObject* loop, Value when, Value what);

// A copy of the thread's context, for what is going to run in it later; empty while it has none.
Value copy_context(Machine& machine);

// A future of `loop` that is done in `delay` seconds from now, with this result.
AsyncFutureObject* begin_sleep(Machine& machine, EventLoopObject* loop, double delay, Value result);

// The fields of a future or task that was just allocated.
void begin_future(AsyncFutureObject* future, AsyncFutureObject::What what, EventLoopObject* loop);
// Makes it run: its first step is ready from now on. `task_name`: None, or a str.
void start_task(Machine& machine, AsyncTaskObject* task, EventLoopObject* loop, Value coroutine,
                Value task_name, Value context);

// For each loop that waits in one of the run's threads, a line for each of its tasks that is not done: where it
// is, and what it waits for. Empty if there are none.
std::string describe_waiting_tasks(const RunState& state);

// "Task-1", or the name it was given.
std::string task_name_of(const AsyncTaskObject* task);

}  // namespace lockstep
