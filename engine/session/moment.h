#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// What an interface shows of a stepped run at one moment, between two steps. Plain data: made once,
// never changed, safe to hand from thread to thread.
namespace lockstep {

struct VariableView {
  std::string name;
  std::string value;                        // as repr shows it, cut where it is long
  bool changed = false;                     // it was another one, or not there, at the moment shown before
};

// A call that is going on in the script's own code.
struct FrameView {
  std::string function;                     // "<module>" for the program itself
  int line = 0;
  std::vector<VariableView> variables;      // its locals; the program's globals are in the moment
};

// A lock, a queue, ...: what it is, how it stands, and who waits for it.
struct PrimitiveView {
  std::string kind;                         // "Lock", "Condition", "Queue", ...
  std::string name;                         // what the script calls it; "" where it has no name
  std::string state;                        // "free", "held by Thread-1 (worker)", "2 of 3 free", ...
  std::optional<uint32_t> owner;            // the thread that holds it
  std::vector<uint32_t> waiters;            // threads, who came first first
  std::vector<std::string> items;           // of a queue, in the order they were put in
  bool changed = false;                     // since the moment shown before
};

enum class AsyncTaskStatus : uint8_t {
  ready,       // stands among what its loop runs next
  running,
  waiting,
  sleeping,
};

// A task of asyncio that is not done.
struct AsyncTaskView {
  uint32_t id = 0;                          // the number its events carry (trace/event.def)
  std::string name;                         // "Task-1", or what the script called it
  AsyncTaskStatus status = AsyncTaskStatus::ready;
  std::string waiting_for;                  // "0.5 s of sleep", "Event.wait of started", "the end of Task-2"; else ""
  bool cancelling = false;                  // it was asked to stop (Task.cancelling() is not 0)
  std::string function;                     // of the script: the innermost of its coroutines, "" in none
  int line = 0;                             // where that stands, 0 if nowhere
  std::vector<FrameView> frames;            // its coroutines in the script's code, innermost first; a running
                                            // task's are those of the thread
};

// Something that a loop will do: in its ready queue, or at its time.
struct LoopEntryView {
  std::string words;                        // "begin Task-2", "go on with Task-1", "call tick(3)"
  std::optional<uint32_t> task;             // the task it runs or wakes
  double when = 0;                          // a timer's, in seconds on the moment's clock
};

// An event loop of asyncio.
struct LoopView {
  bool runs = true;                         // in `thread`; else it was left with something to do, and nobody runs it
  uint32_t thread = 0;
  bool waits = false;                       // nothing is ready: its thread sleeps until the first timer
  std::optional<uint32_t> current;          // the task whose step it runs
  size_t round = 0;                         // how many of `ready` it does before it looks at the timers again
  std::vector<LoopEntryView> ready;         // first first
  std::vector<LoopEntryView> timers;        // earliest first, without those that were cancelled
  std::vector<AsyncTaskView> tasks;         // those not done, in the order they were made
  size_t ready_count = 0;                   // what there is in all, where the lists above are cut
  size_t timer_count = 0;
  size_t task_count = 0;
};

// One visible operation that was made.
struct StepView {
  uint32_t thread = 0;
  int line = 0;                             // of the script, 0 where it was in library code
  std::string words;                        // "read counter", "acquire lock"
};

struct Moment {
  uint64_t step = 0;                        // steps made so far
  uint64_t length = 0;                      // steps of the run that is known: it can be moved through
  bool ended = false;                       // no thread can make a step, and `step` == `length`
  bool complete = false;                    // the run that is known goes to its end
  bool chooses = false;                     // more than one thread can make the next step
  std::optional<uint32_t> next_thread;      // who makes the next step of the run that is known
  std::optional<StepView> last;             // the step before this moment
  std::shared_ptr<const std::string> schedule;   // of the run that is known; never null
  std::string note;                         // what is wrong with the schedule that was asked for; "" if nothing
  double clock = 0;                         // seconds of virtual time
  std::vector<VariableView> globals;        // without functions, classes and modules
  std::vector<PrimitiveView> primitives;
  std::vector<LoopView> loops;              // of asyncio, in the order of their threads
};

}  // namespace lockstep
