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
};

}  // namespace lockstep
