#pragma once

#include <cstdint>
#include <vector>

#include "control/explorer.h"

namespace lockstep {

// Something said in words that do not depend on addresses, nor on which of several threads alike
// is which. A few of the words are numbers: of new shared objects, of threads that are known by
// a number.
struct StatePart {
  std::vector<uint64_t> words;
  std::vector<uint32_t> objects;  // places of the words that are numbers of shared objects
  std::vector<uint32_t> threads;  // places of the words that are numbers of threads

  // What such a word looks like: no value of a script does.
  static constexpr uint64_t number(uint32_t n, uint32_t sort) {
    return (uint64_t{n} << 8) | (uint64_t{sort} << 3) | 4;
  }
  static constexpr uint32_t number_in(uint64_t word) { return static_cast<uint32_t>(word >> 8); }
  static constexpr uint32_t kSharedObject = 0, kThread = 2;
};

// All that the future of a run depends on: what is shared, and for each thread what it alone has.
struct StateReading {
  // The data access a thread stands before.
  struct Access {
    bool touches_data = false;
    bool writes = false;
    uint32_t detail = 0;
    int32_t line = 0;
    const void* object = nullptr;  // for as long as the run stands where it is
    uint32_t object_place = 0;  // in the part's words: what says which object it is
  };
  // Part of what is shared: the words from `begin` to before `end`. `key` says of what; the same thing
  // always has the same one. What has no component is as it was when the search began.
  struct Component {
    uint64_t key = 0;
    uint32_t begin = 0, end = 0;
  };
  // The keys of the components that every step may depend on. How many threads live is none of them:
  // nearly all steps are the same as long as some others do.
  static constexpr uint64_t kRun = 0, kNewObjects = 1, kGlobals = 2;

  struct Thread {
    uint32_t task = 0;
    int32_t number = -1;      // -1: nothing tells it from another thread with the same part
    bool awaited = false;     // the main thread does nothing before this thread has ended
    bool enabled = false;
    StatePart part;
    Access access;
    // The key of the component that the next step, besides those of every step, depends on and changes,
    // if that is known: 0 otherwise.
    uint64_t footprint = 0;
  };

  StatePart shared;
  std::vector<Component> components;
  uint32_t live_threads = 0;         // those for whose end the program waits, the main one too
  // Nothing in `shared` is a number, of an object or of a thread: so each component speaks for itself.
  bool is_plain = false;
  std::vector<const void*> objects;  // the new shared objects, by number
  std::vector<Thread> threads;       // the live ones, in the order of their ids
  // The parts could not be told apart: all is in `shared`, and what is known of a step of this state
  // holds for no other.
  bool is_whole = false;
  Time clock = 0;

  void clear() {
    shared = {};
    components.clear();
    is_plain = false;
    objects.clear();
    threads.clear();
    is_whole = false;
  }
};

// A run that can be copied and put back, and told what state it is in.
class StateModel : public Replica {
 public:
  // Makes the steps that need not be tried in any other order, because nobody else can notice when
  // they are made. To be called once, before the search.
  virtual Step begin() = 0;

  // Makes a step of the task, and then those that need not be tried in another order.
  virtual Step leap(uint32_t task) = 0;
  // Whether the last leap was one operation, and depended on nothing but the thread's own part and its
  // footprint.
  virtual bool was_local() = 0;
  // Whose steps these were, of the last leap or of begin(), in order. Valid until the next one.
  virtual const std::vector<uint32_t>& last_steps() = 0;

  virtual void read(StateReading& reading) = 0;

  // The id that the next thread to be started will get.
  virtual uint32_t next_task() = 0;

  // Where the program was when begin() was called.
  virtual void rewind() = 0;

  // The name of what an access of the present state touches.
  virtual std::string name_of(const StateReading::Access& access) = 0;
  virtual std::string name_of_thread(uint32_t task) = 0;
  // Whether the access that a thread stands before is one to data and nothing else: no property, say.
  virtual bool is_plain_access(uint32_t task) = 0;
};

}  // namespace lockstep
